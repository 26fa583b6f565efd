import { useCallback, useEffect, useRef, useState } from 'react';
import { asApiError } from '../api/problem.js';
import { serverNow } from '../api/server-clock.js';
import { useSessionEvents } from '../session/session-events.js';
import type { Saved } from '../status/SaveState.js';
import { dropDraft, findDraft, keepDraft, type StoredDraft } from './draft-store.js';

export interface AutosaveOptions<T> {
  /** Names the work on this device: `<accountId>/entry/<id>`. Another account's work is never offered. */
  key: string;
  /** The server's version of what is edited; sent along, so that two tabs cannot overwrite each other. */
  version: number | undefined;
  /** Saves the whole value (idempotent) and tells the new version, and the receipt where the server gives one. */
  save: (value: T, version: number | undefined) => Promise<{ version?: number; receipt?: string } | void>;
  /** Whether the server already has all of this: its answer was lost, and nobody needs to be asked about the copy on this device. */
  hasAll?: (value: T) => boolean;
  /** Quiet time after the last key before the server is asked, in milliseconds. */
  delay?: number;
}

export interface Autosave<T> {
  state: Saved;
  /** Call on every change: kept on this device at once, sent a moment later. */
  change: (value: T) => void;
  /** Sends what is waiting now (before leaving a step); true when the server has everything. */
  flush: () => Promise<boolean>;
  /** Work found on this device from before (closed tab, lost network): offer it, then `take` or `drop` it. */
  found: { value: T; at: Date; outdated: boolean } | undefined;
  take: () => T | undefined;
  drop: () => void;
}

const KEEP_AFTER = 250;
const RETRY = [2_000, 5_000, 15_000, 30_000];

/** Saves what is typed: at once on this device, soon at the server, and again when the network or the session is back. */
export function useAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const [state, setState] = useState<Saved>({ kind: 'idle' });
  const [found, setFound] = useState<StoredDraft>();
  const latest = useRef(options);
  latest.current = options;
  const pending = useRef<{ value: T } | undefined>(undefined);
  const version = useRef(options.version);
  const stopped = useRef(false);
  const sending = useRef<Promise<boolean> | undefined>(undefined);
  const timers = useRef<{ keep?: ReturnType<typeof setTimeout>; send?: ReturnType<typeof setTimeout>; tries: number }>({ tries: 0 });

  if (options.version !== undefined && (version.current === undefined || options.version > version.current)) version.current = options.version;

  const keep = useCallback(async () => {
    if (!pending.current) return;
    await keepDraft({ key: latest.current.key, value: pending.current.value, base: version.current, at: serverNow() });
  }, []);

  const send = useCallback((): Promise<boolean> => {
    if (sending.current) return sending.current.then((done) => (pending.current && done ? send() : done));
    const work = pending.current;
    if (!work) return Promise.resolve(true);
    clearTimeout(timers.current.send);
    const attempt = async (): Promise<boolean> => {
      setState({ kind: 'saving' });
      try {
        const answer = await latest.current.save(work.value, version.current);
        if (answer?.version !== undefined) version.current = answer.version;
        timers.current.tries = 0;
        if (pending.current === work) {
          pending.current = undefined;
          clearTimeout(timers.current.keep);
          await dropDraft(latest.current.key);
          setState(answer?.receipt ? { kind: 'received', at: serverNow(), receipt: answer.receipt } : { kind: 'saved', at: serverNow() });
        } else {
          setState({ kind: 'typing' });
          timers.current.send = setTimeout(() => void send(), latest.current.delay ?? 1_500);
        }
        return true;
      } catch (thrown) {
        const error = asApiError(thrown);
        await keep();
        if (stopped.current) return false;
        if (error.sessionGone) setState({ kind: 'kept', at: serverNow(), reason: 'session' });
        else if (error.passing) {
          setState({ kind: 'kept', at: serverNow(), reason: error.status === 0 ? 'offline' : 'unavailable' });
          timers.current.send = setTimeout(() => void send(), RETRY[Math.min(timers.current.tries++, RETRY.length - 1)]);
        } else if (error.status === 409) setState({ kind: 'conflict' });
        else setState({ kind: 'refused', message: error.problems[0]?.message ?? error.message });
        return false;
      } finally {
        sending.current = undefined;
      }
    };
    sending.current = attempt();
    return sending.current;
  }, [keep]);

  const change = useCallback(
    (value: T) => {
      pending.current = { value };
      setFound(undefined);
      setState({ kind: 'typing' });
      clearTimeout(timers.current.keep);
      clearTimeout(timers.current.send);
      timers.current.keep = setTimeout(() => void keep(), KEEP_AFTER);
      timers.current.send = setTimeout(() => void send(), latest.current.delay ?? 1_500);
    },
    [keep, send],
  );

  useEffect(() => {
    let gone = false;
    stopped.current = false;
    setFound(undefined);
    version.current = latest.current.version;
    void findDraft(options.key).then((draft) => {
      if (gone || !draft || pending.current) return;
      if (latest.current.hasAll?.(draft.value as T)) void dropDraft(draft.key);
      else setFound(draft);
    });
    const again = (): void => void send();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void keep().then(() => send());
    };
    const held = timers.current;
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      gone = true;
      stopped.current = true;
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', hidden);
      clearTimeout(held.keep);
      clearTimeout(held.send);
      if (pending.current) void keep().then(() => send());
    };
  }, [options.key, keep, send]);

  useSessionEvents('restored', useCallback(() => void send(), [send]));

  return {
    state,
    change,
    flush: send,
    found: found && { value: found.value as T, at: found.at, outdated: found.base !== undefined && version.current !== undefined && found.base < version.current },
    take: useCallback(() => {
      if (!found) return undefined;
      const value = found.value as T;
      change(value);
      return value;
    }, [found, change]),
    drop: useCallback(() => {
      setFound(undefined);
      void dropDraft(latest.current.key);
    }, []),
  };
}
