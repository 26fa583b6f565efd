import { checkSheet, problemText, type CheckedSheet, type SheetRules } from '#libs/scoring';
import { useMemo, useState } from 'react';
import { answer, api } from '../../api/client.js';
import { useAutosave, type Autosave } from '../../drafts/useAutosave.js';
import { currentLanguage } from '../../i18n/index.js';
import { useMe } from '../../session/session.js';
import type { BlindEntry } from './judge-data.js';

/** What a judge types. `clientKey` names this very content, so that sending it again is the same save. */
export interface SheetContent {
  clientKey: string;
  values: Record<string, unknown>;
  privateNote: string;
  juryComment: string;
  participantComment: string;
}

export interface SheetInWork {
  content: SheetContent;
  checked: CheckedSheet;
  rules: SheetRules;
  autosave: Autosave<SheetContent>;
  /** Sentences for items that are filled in wrongly; blank ones are no fault of a draft. */
  faultOf(key: string): string | undefined;
  complete: boolean;
  handedIn: boolean;
  change(part: Partial<Omit<SheetContent, 'clientKey'>>): void;
  restore(content: SheetContent): void;
  submit(): Promise<void>;
}

/** The score sheet of one entry: total and faults worked out live by the engine that the server uses, saved while typing. */
export function useSheet(entry: BlindEntry): SheetInWork {
  const me = useMe();
  const path = { id: entry.assignmentId };
  const rules = entry.sheetRules as unknown as SheetRules;
  const [content, setContent] = useState<SheetContent>(() => ({
    clientKey: crypto.randomUUID(),
    values: entry.sheet.values,
    privateNote: entry.sheet.privateNote,
    juryComment: entry.sheet.juryComment,
    participantComment: entry.sheet.participantComment,
  }));
  const [version, setVersion] = useState(entry.sheet.version);
  const [handedIn, setHandedIn] = useState(entry.sheet.state === 'submitted');

  const autosave = useAutosave<SheetContent>({
    key: `${me.id}/sheet/${entry.assignmentId}`,
    version,
    delay: 1_000,
    save: async (value, base) => {
      const receipt = await answer(api.PUT('/api/judge/assignments/{id}/sheet', { params: { path }, body: { ...value, baseVersion: base ?? 0 } }));
      setVersion(receipt.version);
      return { version: receipt.version, receipt: receipt.receiptId.slice(-4).toUpperCase() };
    },
  });
  const checked = useMemo(() => checkSheet(rules, content.values), [rules, content.values]);
  const change = (part: Partial<Omit<SheetContent, 'clientKey'>>): void => {
    const next = { ...content, ...part, clientKey: crypto.randomUUID() };
    setContent(next);
    autosave.change(next);
  };

  return {
    content,
    checked,
    rules,
    autosave,
    complete: checked.total !== null && checked.problems.length === 0,
    handedIn,
    change,
    restore: setContent,
    faultOf(key) {
      const value = content.values[key];
      if (value === undefined || value === null || value === '') return undefined;
      const found = checked.problems.find((problem) => problem.path === key || problem.path.endsWith(`/${key}`) || problem.path.endsWith(`.${key}`));
      return found && problemText(found, currentLanguage());
    },
    async submit() {
      if (!(await autosave.flush())) return;
      const receipt = await answer(api.POST('/api/judge/assignments/{id}/submit', { params: { path }, body: { ...content, clientKey: `${content.clientKey}-in`, baseVersion: version } }));
      setVersion(receipt.version);
      setHandedIn(true);
    },
  };
}
