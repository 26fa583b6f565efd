import { afterAll, jest } from '@jest/globals';
import { closeSystems } from './system.js';

jest.setTimeout(60_000);
afterAll(closeSystems);
