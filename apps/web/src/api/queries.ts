import { QueryClient } from '@tanstack/react-query';
import { asApiError } from './problem.js';

/** Reads are tried again when the network or a part of the server is away for a moment, never when the server said no. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => asApiError(error).passing && failures < 3,
      retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 8_000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
