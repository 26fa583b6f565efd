import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { answer, api, type Schemas } from '../../api/client.js';
import { ApiError, asApiError } from '../../api/problem.js';
import { useAutosave, type Autosave } from '../../drafts/useAutosave.js';
import { entryKey } from './entry-data.js';
import type { FormValues } from './form/conditions.js';

type EntryView = Schemas['EntryView'];

/** The parts of an entry that are typed; only what differs from the server's copy. */
export interface EntryParts {
  title?: string;
  groupKey?: string | null;
  discipline?: string | null;
  classKey?: string | null;
  form?: FormValues;
}

/** An entry's typed parts as they stand on the screen. */
export interface EntryContent {
  title: string;
  groupKey: string | null;
  discipline: string | null;
  classKey: string | null;
  form: FormValues;
}

export interface EntryDraft {
  content: EntryContent;
  /** What is typed here and not yet known to the server. */
  unsaved: EntryParts;
  autosave: Autosave<EntryParts>;
  change: (parts: EntryParts) => void;
  /** Takes over work that this device held from before. */
  restore: (parts: EntryParts) => void;
  /** Set when another tab or person changed the same part: the refusal, and the entry as it stands at the server now. */
  conflict: { error: ApiError; theirs: EntryView } | undefined;
  /** Ends a conflict: `keep` are the parts whose own value goes over the other one. */
  settle: (keep: EntryParts) => void;
}

const isEmpty = (parts: EntryParts): boolean =>
  Object.entries(parts).every(([key, value]) => value === undefined || (key === 'form' && Object.keys(value as object).length === 0));

const merge = (parts: EntryParts, more: EntryParts): EntryParts => ({
  ...parts,
  ...more,
  ...((parts.form || more.form) && { form: { ...parts.form, ...more.form } }),
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** `parts` without what `sent` has already brought to the server with the same value. */
function without(parts: EntryParts, sent: EntryParts): EntryParts {
  const rest: EntryParts = {};
  for (const key of ['title', 'groupKey', 'discipline', 'classKey'] as const) {
    if (key in parts && !(key in sent && same(parts[key], sent[key]))) Object.assign(rest, { [key]: parts[key] });
  }
  const form = Object.entries(parts.form ?? {}).filter(([key, value]) => !(sent.form && key in sent.form && same(value, sent.form[key])));
  if (form.length > 0) rest.form = Object.fromEntries(form);
  return rest;
}

/** An entry being typed: the server's copy with this page's changes over it, saved part by part. */
export function useEntryDraft(entry: EntryView, accountId: string): EntryDraft {
  const client = useQueryClient();
  const [unsaved, setUnsaved] = useState<EntryParts>({});
  // The cache tells its readers a moment later: until then what the server answered last is held here, so that
  // the fields never fall back to an older value while somebody types in them.
  const [answered, setAnswered] = useState<EntryView>();
  const [conflict, setConflict] = useState<EntryDraft['conflict']>();
  const now = useRef(unsaved);
  const put = useCallback((parts: EntryParts): void => {
    now.current = parts;
    setUnsaved(parts);
  }, []);

  const server = answered && answered.id === entry.id && answered.version > entry.version ? answered : entry;
  const received = useCallback(
    (view: EntryView): void => {
      setAnswered(view);
      client.setQueryData(entryKey(view.id), view);
    },
    [client],
  );

  const load = useCallback(
    () => answer(api.GET('/api/entries/{id}', { params: { path: { id: entry.id } } })),
    [entry.id],
  );

  const autosave = useAutosave<EntryParts>({
    key: `${accountId}/entry/${entry.id}`,
    version: server.version,
    hasAll: (parts) => isEmpty(without(parts, server)),
    save: async (parts, version) => {
      if (isEmpty(parts)) return { version };
      try {
        const view = await answer(
          api.PATCH('/api/entries/{id}', { params: { path: { id: entry.id } }, body: { version: version ?? server.version, parts } }),
        );
        received(view);
        put(without(now.current, parts));
        return { version: view.version };
      } catch (thrown) {
        const error = asApiError(thrown);
        if (error.status === 409) setConflict({ error, theirs: await load() });
        throw thrown;
      }
    },
  });

  const change = useCallback(
    (parts: EntryParts) => {
      put(merge(now.current, parts));
      autosave.change(now.current);
    },
    [autosave, put],
  );

  const settle = useCallback(
    (keep: EntryParts) => {
      if (!conflict) return;
      received(conflict.theirs);
      setConflict(undefined);
      put(keep);
      // The version of `theirs` reaches the autosave with the next render; only then may the kept parts be sent.
      setTimeout(() => autosave.change(keep));
    },
    [autosave, conflict, put, received],
  );

  const content = useMemo<EntryContent>(
    () => ({
      title: unsaved.title ?? server.title,
      groupKey: unsaved.groupKey === undefined ? server.groupKey : unsaved.groupKey,
      discipline: unsaved.discipline === undefined ? server.discipline : unsaved.discipline,
      classKey: unsaved.classKey === undefined ? server.classKey : unsaved.classKey,
      form: { ...server.form, ...unsaved.form },
    }),
    [server, unsaved],
  );

  return { content, unsaved, autosave, change, restore: (parts) => put(merge(now.current, parts)), conflict, settle };
}
