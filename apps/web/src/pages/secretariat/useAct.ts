import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { asApiError } from '../../api/problem.js';

/** Runs one act at a time: what it changed is fetched again, what went wrong is told. */
export function useAct(): { busy: boolean; run: (act: () => Promise<unknown>, done?: string) => Promise<boolean> } {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    run: async (act, done) => {
      setBusy(true);
      try {
        await act();
        await cache.invalidateQueries();
        if (done) void message.success(done);
        return true;
      } catch (thrown) {
        const error = asApiError(thrown);
        void message.error({ content: [error.message, ...error.problems.map((problem) => problem.message)].join(' '), duration: 8 });
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
