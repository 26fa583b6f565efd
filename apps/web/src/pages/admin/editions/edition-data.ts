import type { Schemas } from '../../../api/client.js';

export type Edition = Schemas['EditionView'];
