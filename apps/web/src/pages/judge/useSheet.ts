import { checkSheet, problemText, type CheckedSheet, type SheetRules } from '#libs/scoring';
import { useEffect, useMemo, useRef, useState } from 'react';
import { asApiError } from '../../api/problem.js';
import { useAutosave, type Autosave } from '../../drafts/useAutosave.js';
import { currentLanguage } from '../../i18n/index.js';
import { useMe } from '../../session/session.js';
import type { BlindEntry } from './judge-data.js';
import { sendSheet, sheetKey, type Receipt, type SheetContent } from './sheet-sending.js';
import { useSecondsSpent } from './useSecondsSpent.js';

export interface SheetInWork {
  content: SheetContent;
  checked: CheckedSheet;
  rules: SheetRules;
  autosave: Autosave<SheetContent>;
  /** Sentences for items that are filled in wrongly; blank ones are no fault of a draft. */
  faultOf(key: string): string | undefined;
  complete: boolean;
  /** Marks far from the judge's own so far: slips, perhaps. */
  unusual: { key: string; mark: number; least: number; most: number; sheets: number }[];
  /** Comments that may name somebody, as the server saw them last. */
  warnings: { path: 'juryComment' | 'participantComment'; message: string }[];
  /** Handed in at the server. */
  handedIn: boolean;
  /** Handed in by the judge, but still on this device. */
  waiting: boolean;
  change(part: Partial<Omit<SheetContent, 'clientKey' | 'unanswered' | 'secondsSpent'>>): void;
  restore(content: SheetContent): void;
  /** Keeps the hand-in on this device and sends it. */
  handIn(): Promise<HandedIn>;
}

/** Where a hand-in is now: at the server, on this device until there is a network, or refused. */
export type HandedIn = 'received' | 'kept' | 'refused';

type Words = Pick<SheetContent, 'values' | 'privateNote' | 'juryComment' | 'participantComment'>;

/** The order of the values is nobody's choice: the server hands them back in its own. */
const wording = ({ values, privateNote, juryComment, participantComment }: Words): string =>
  JSON.stringify([Object.entries(values).filter(([, value]) => value !== undefined).sort(([one], [other]) => (one < other ? -1 : 1)), privateNote, juryComment, participantComment]);

const isCommentWarning = (warning: Receipt['warnings'][number]): warning is Receipt['warnings'][number] & SheetInWork['warnings'][number] => warning.code === 'COMMENT_NAMES_SOMEBODY';

/** The score sheet of one entry: total and faults worked out live by the engine that the server uses, saved while typing. */
export function useSheet(entry: BlindEntry): SheetInWork {
  const me = useMe();
  const rules = entry.sheetRules as unknown as SheetRules;
  const [content, setContent] = useState<SheetContent>(() => ({
    clientKey: crypto.randomUUID(),
    values: entry.sheet.values,
    privateNote: entry.sheet.privateNote,
    juryComment: entry.sheet.juryComment,
    participantComment: entry.sheet.participantComment,
  }));
  const latest = useRef(content);
  const failure = useRef<unknown>(undefined);
  const unanswered = useRef<string[]>([]);
  const [warnings, setWarnings] = useState<SheetInWork['warnings']>([]);
  const secondsSpent = useSecondsSpent(entry.sheet.secondsSpent ?? 0);
  const [version, setVersion] = useState(entry.sheet.version);
  const [handedIn, setHandedIn] = useState(entry.sheet.state === 'submitted');

  const autosave = useAutosave<SheetContent>({
    key: sheetKey(me.id, entry.assignmentId),
    version,
    delay: 1_000,
    save: async (value, base) => {
      if (!unanswered.current.includes(value.clientKey)) unanswered.current.push(value.clientKey);
      const receipt = await sendSheet(me.id, entry.assignmentId, value, base ?? 0).catch((error: unknown) => {
        failure.current = error;
        throw error;
      });
      unanswered.current = [];
      setWarnings(receipt.warnings.filter(isCommentWarning));
      setVersion(receipt.version);
      setHandedIn(receipt.state === 'submitted');
      return { version: receipt.version, receipt: receipt.receiptId.slice(-4).toUpperCase() };
    },
  });
  const checked = useMemo(() => checkSheet(rules, content.values), [rules, content.values]);
  const take = (next: SheetContent): void => {
    latest.current = next;
    setContent(next);
  };
  const change = (part: Partial<Omit<SheetContent, 'clientKey' | 'unanswered' | 'secondsSpent'>>): void => {
    const next = { ...latest.current, handIn: false, ...part, secondsSpent: secondsSpent(), clientKey: crypto.randomUUID(), unanswered: [...unanswered.current] };
    take(next);
    autosave.change(next);
  };

  // Own work that was typed on the newest version is simply taken up again; only what the server has moved past is offered.
  const { found, drop, take: takeFound } = autosave;
  useEffect(() => {
    if (!found) return;
    if (found.outdated && wording(found.value) === wording(entry.sheet)) drop();
    else if (!found.outdated && entry.writable) {
      const value = takeFound();
      if (!value) return;
      unanswered.current = [...(value.unanswered ?? []), value.clientKey];
      take(value);
    }
  }, [found, drop, takeFound, entry]);

  return {
    content,
    checked,
    rules,
    autosave,
    complete: checked.total !== null && checked.problems.length === 0,
    unusual: unusualMarks(entry, content.values),
    warnings,
    handedIn,
    waiting: content.handIn === true && !handedIn,
    change,
    restore: take,
    faultOf(key) {
      const value = content.values[key];
      if (value === undefined || value === null || value === '') return undefined;
      const fault = checked.problems.find((problem) => problem.path === key || problem.path.endsWith(`/${key}`) || problem.path.endsWith(`.${key}`));
      return fault && problemText(fault, currentLanguage());
    },
    async handIn() {
      change({ handIn: true });
      if (await autosave.flush()) return 'received';
      return asApiError(failure.current).passing ? 'kept' : 'refused';
    },
  };
}

/** Which of the marks are far from what the judge has given so far; the server knows the own sheets, the device only what is usual. */
function unusualMarks(entry: BlindEntry, values: SheetContent['values']): SheetInWork['unusual'] {
  // An entry that was kept on this device by an earlier version says nothing of it.
  const usual: BlindEntry['usual'] | undefined = entry.usual;
  return (usual ?? []).flatMap(({ key, low, high, least, most, sheets }) => {
    const typed = values[key];
    const mark = typed === undefined || typed === null || typed === '' ? Number.NaN : Number(typed);
    return mark < low || mark > high ? [{ key, mark, least, most, sheets }] : [];
  });
}
