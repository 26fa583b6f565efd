import { afterAll, jest } from '@jest/globals';
import { closeSystems } from './system.js';

jest.setTimeout(60_000);
// A crowded build machine can starve a browser or a killed worker: one more try there, with the first failure in the log.
if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });
afterAll(closeSystems);
