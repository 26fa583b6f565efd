import type { Schemas } from '../../api/client.js';

export type Proposal = Schemas['ProposalDetail'];
