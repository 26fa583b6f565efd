import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { FoundWork } from '../../drafts/FoundWork.js';
import { Deadline } from '../../status/Deadline.js';
import { SaveState } from '../../status/SaveState.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { words } from '../entries/form/words.js';
import { ConcernForm } from './ConcernForm.js';
import { criteriaOf } from './CriteriaInputs.js';
import { useDeskActs } from './desk-acts.js';
import type { BlindEntry, QueueRow } from './judge-data.js';
import { nextToDo } from './panel-rows.js';
import { Rubric } from './Rubric.js';
import { RunningTotal } from './RunningTotal.js';
import { useSheet, type SheetInWork } from './useSheet.js';
import { Work } from './Work.js';

interface DeskProps {
  entry: BlindEntry;
  /** The entries of this entry's panel, in the judge's order. */
  rows: QueueRow[];
  /** Whose sheets are still on this device. */
  held: ReadonlySet<string>;
}

export function Desk({ entry, rows, held }: DeskProps) {
  const { t } = useTranslation('judge');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const sheet = useSheet(entry);
  const acts = useDeskActs(entry);
  const ask = useConfirm();
  const [reporting, setReporting] = useState(false);
  const [rubricOpen, setRubricOpen] = useState(false);
  const handInButton = useRef<HTMLButtonElement>(null);

  const handIn = async (): Promise<void> => {
    const doubts = [
      ...sheet.unusual.map(({ key, mark, least, most }) => t('desk.unusual', { criterion: labelOf(sheet, key), mark, least, most })),
      ...sheet.warnings.map((warning) => t(`desk.names.${warning.path}`)),
    ];
    const title = t(sheet.unusual.length > 0 ? 'desk.unusualTitle' : 'desk.namesTitle');
    if (doubts.length > 0 && !(await ask({ title, effects: doubts, verb: t('desk.namesSend') }))) return;
    const where = await sheet.handIn();
    if (where === 'refused') return;
    if (where === 'kept') void message.warning(t('desk.kept', { code: entry.code }), 6);
    else void message.success(t('desk.received', { code: entry.code }));
    void cache.invalidateQueries({ queryKey: ['judge', 'queue'] });
    const next = nextToDo(rows, entry.assignmentId, held);
    await navigate(next ? `/judge/desk/${next.assignmentId}` : '/judge');
  };
  const more = [
    { key: 'concern', label: t('desk.concern') },
    { key: 'recuse', label: t('desk.recuse'), disabled: !entry.writable },
    { key: 'decline', label: t('desk.decline'), disabled: !entry.writable },
  ];
  const done = sheet.handedIn ? 'desk.handedIn' : sheet.waiting ? 'desk.waiting' : 'desk.handIn';
  /** Pressed with a key, the sheet is gone on with by keys; a finger gets no keyboard over the page. */
  const turnOver = (byKey: boolean): void => {
    setRubricOpen((open) => !open);
    if (byKey && !rubricOpen) requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.criterion-number input')?.focus());
  };

  return (
    <>
      <header className="desk-head">
        <Link to="/judge" className="btn bare">{t('desk.back')}</Link>
        <Steps className="on-narrow" rows={rows} assignmentId={entry.assignmentId} short />
        <h1><span className="judge-code tnum">{entry.code}</span> {entry.title}</h1>
        {entry.closesAt && <span className="on-wide"><Deadline at={entry.closesAt} label={t('closes')} /></span>}
        <Dropdown menu={{ items: more, onClick: ({ key }) => (key === 'concern' ? setReporting(true) : void acts[key as keyof typeof acts]()) }} trigger={['click']}>
          <Button size="large" className="desk-more">{t('desk.more')}</Button>
        </Dropdown>
      </header>
      <ConcernForm entry={entry} open={reporting} close={() => setReporting(false)} />
      <FoundWork autosave={sheet.autosave} onTake={sheet.restore} />
      <div className="desk-split" data-rubric={rubricOpen || undefined}>
        <Work entry={entry} />
        <Rubric entry={entry} sheet={sheet} afterLast={() => handInButton.current?.focus()} />
      </div>
      <footer className="desk-foot">
        <Steps className="on-wide" rows={rows} assignmentId={entry.assignmentId} />
        <span className="desk-save"><SaveState state={sheet.autosave.state} /></span>
        <RunningTotal sheet={sheet} />
        <span className="desk-do">
          <button type="button" className={`btn on-narrow${rubricOpen || sheet.complete ? '' : ' primary'}`} aria-expanded={rubricOpen} onClick={(event) => turnOver(event.detail === 0)}>{t(rubricOpen ? 'desk.showWork' : 'desk.showSheet')}</button>
          <Button ref={handInButton} type="primary" size="large" disabled={!entry.writable || sheet.handedIn || sheet.waiting || !sheet.complete} onClick={() => void handIn()}>{t(done)}</Button>
        </span>
      </footer>
    </>
  );
}

const labelOf = (sheet: SheetInWork, key: string): string => words(criteriaOf({ ...sheet.rules }).find((one) => one.key === key)?.label) || key;

/** The way to the entries before and after, and how far one is. */
function Steps({ rows, assignmentId, className, short = false }: { rows: QueueRow[]; assignmentId: string; className: string; short?: boolean }) {
  const { t } = useTranslation('judge');
  const at = rows.findIndex((row) => row.assignmentId === assignmentId);
  const submitted = rows.filter((row) => row.sheetState === 'submitted').length;
  const step = (kind: 'previous' | 'next', row: QueueRow | undefined) => {
    const label = t(`desk.${kind}`);
    const shown = short ? <span aria-hidden="true">{kind === 'previous' ? '‹' : '›'}</span> : label;
    return row ? <Link className="btn" aria-label={short ? label : undefined} to={`/judge/desk/${row.assignmentId}`}>{shown}</Link> : <span className="btn" aria-disabled="true">{shown}</span>;
  };
  return (
    <span className={`desk-steps ${className}`}>
      {step('previous', at > 0 ? rows[at - 1] : undefined)}
      <span className="tnum nowrap" title={t('desk.submittedOf', { done: submitted, all: rows.length })}>{at + 1} / {rows.length}</span>
      {step('next', at >= 0 ? rows[at + 1] : undefined)}
    </span>
  );
}
