import { Drawer } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../status/Loaded.js';
import { StateWithNext } from '../../status/StateTag.js';
import { useNarrow } from '../../theme/useDark.js';
import { EntryFacts } from '../entries/EntryFacts.js';
import { EntryHistory } from '../entries/EntryHistory.js';
import { CheckNotes } from '../entries/CheckNotes.js';
import { PrintedFormPanel } from '../entries/PrintedFormPanel.js';
import { unitInCharge, useEntry, type EntryView } from '../entries/entry-data.js';
import { useSubstituteLine } from '../entries/substitute-line.js';
import { typeOf } from '../entries/entry-rules.js';
import '../entries/wizard.css';
import { DecisionPanel } from './DecisionPanel.js';
import { Disqualify } from './Disqualify.js';
import { useWorkbench } from './desk.js';
import type { EntryRow } from './workbench-data.js';

/** Everything about one entry beside the list, with the decision; J and K go through the rows of the list. */
export function EntryDrawer({ id, rows, open }: { id: string | undefined; rows: EntryRow[]; open: (id: string | undefined) => void }) {
  const { t } = useTranslation('workbench');
  const narrow = useNarrow();
  const at = rows.findIndex((row) => row.id === id);
  const previous = at > 0 ? rows[at - 1]?.id : undefined;
  const next = at >= 0 ? rows[at + 1]?.id : undefined;
  useEffect(() => {
    if (!id) return undefined;
    const turn = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, textarea, select')) return;
      if (event.key === 'j' && next) open(next);
      if (event.key === 'k' && previous) open(previous);
    };
    document.addEventListener('keydown', turn);
    return () => document.removeEventListener('keydown', turn);
  }, [id, next, previous, open]);
  return (
    <Drawer
      open={id !== undefined}
      onClose={() => open(undefined)}
      size={narrow ? '100%' : 720}
      title={t('drawer.title')}
      destroyOnHidden
      extra={
        <span className="row" style={{ gap: 4 }}>
          <button type="button" className="btn bare" disabled={!previous} onClick={() => open(previous)} title={t('drawer.previousKey')}>{t('drawer.previous')}</button>
          <button type="button" className="btn bare" disabled={!next} onClick={() => open(next)} title={t('drawer.nextKey')}>{t('drawer.next')}</button>
        </span>
      }
    >
      {id && <DrawerBody key={id} id={id} advance={() => open(next)} />}
    </Drawer>
  );
}

function DrawerBody({ id, advance }: { id: string; advance: () => void }) {
  return <Loaded query={useEntry(id)} lines={8}>{(entry) => <Details entry={entry} advance={advance} />}</Loaded>;
}

function Details({ entry, advance }: { entry: EntryView; advance: () => void }) {
  const { t } = useTranslation(['workbench', 'substitute']);
  const { rules } = useWorkbench();
  const type = typeOf(rules, entry.type);
  const { call } = useSubstituteLine(entry);
  return (
    <div className="stack">
      <div className="stack-s">
        <h2>{entry.title || t('untitled')}</h2>
        {call
          ? <StateWithNext state={entry.state} next={t('substitute:offeredToMakers')} until={call.answerBy} />
          : <StateWithNext state={entry.state} who={unitInCharge(entry)} until={entry.state === 'returned' && entry.fixBy ? entry.fixBy : entry.deadline?.closesAt} />}
      </div>
      {entry.may.includes('edit') && <div><Link className="btn" to={`/entries/${entry.id}/edit/project`}>{t('drawer.edit')}</Link></div>}
      <CheckNotes entry={entry} />
      {type?.materials.some((slot) => slot.printedForm !== undefined) && <PrintedFormPanel entry={entry} mayPrint={false} />}
      <DecisionPanel entry={entry} advance={advance} />
      {type && <EntryFacts entry={entry} rules={rules} type={type} />}
      <section className="stack-s" aria-labelledby="drawer-history">
        <h3 id="drawer-history">{t('drawer.history')}</h3>
        <EntryHistory id={entry.id} version={entry.version} />
      </section>
      {entry.may.includes('disqualify') && <Disqualify entry={entry} />}
    </div>
  );
}
