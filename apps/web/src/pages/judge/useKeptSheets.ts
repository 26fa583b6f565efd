import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asApiError } from '../../api/problem.js';
import { draftsOf, dropDraft } from '../../drafts/draft-store.js';
import { useMe } from '../../session/session.js';
import { sendSheet, sheetKeys, type SheetContent } from './sheet-sending.js';

const AGAIN_AFTER = 10_000;

/**
 * Sends the sheets that this device still holds (scored without a network, then left) once there is a network; the desk that is
 * open sends its own. The assignments whose sheets are still here; what the server refuses stays for its desk to show.
 */
export function useKeptSheets(openAssignmentId?: string): Set<string> {
  const me = useMe();
  const cache = useQueryClient();
  const [held, setHeld] = useState<Set<string>>(new Set());
  const busy = useRef(false);
  const refused = useRef(new Set<string>());

  const send = useCallback(async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      const prefix = sheetKeys(me.id);
      const left = new Set<string>();
      let away = false;
      let sent = false;
      for (const draft of await draftsOf(prefix)) {
        const assignmentId = draft.key.slice(prefix.length);
        if (assignmentId === openAssignmentId) continue;
        left.add(assignmentId);
        const content = draft.value as SheetContent;
        if (away || refused.current.has(content.clientKey)) continue;
        try {
          await sendSheet(me.id, assignmentId, content, draft.base ?? 0);
          await dropDraft(draft.key);
          left.delete(assignmentId);
          sent = true;
        } catch (error) {
          away = asApiError(error).passing || asApiError(error).sessionGone;
          if (!away) refused.current.add(content.clientKey);
        }
      }
      setHeld(left);
      if (sent) await cache.invalidateQueries({ queryKey: ['judge', 'queue'] });
    } finally {
      busy.current = false;
    }
  }, [me.id, openAssignmentId, cache]);

  useEffect(() => {
    const start = (): void => void send();
    // Later than the desk that was just left, which sends its own last words.
    const first = setTimeout(start, 1_500);
    const timer = setInterval(start, AGAIN_AFTER);
    window.addEventListener('online', start);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      window.removeEventListener('online', start);
    };
  }, [send]);
  return held;
}
