import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { BareScreen } from '../../layout/BareScreen.js';
import { useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Desk } from './Desk.js';
import { fetchAhead, useBlindEntry, useJudgeQueue } from './judge-data.js';
import { useKeptSheets } from './useKeptSheets.js';
import './judge.css';

/** So many entries are fetched ahead of the one on the desk. */
const AHEAD = 5;

/** One entry on the whole screen: left the work, right the score sheet, below the way to the others of its panel. */
export function DeskPage() {
  const { t } = useTranslation('judge');
  const { assignmentId = '' } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const entry = useBlindEntry(assignmentId);
  const queue = useJudgeQueue();
  const held = useKeptSheets(assignmentId);
  const all = queue.data?.rows ?? [];
  const panelId = all.find((row) => row.assignmentId === assignmentId)?.panelId;
  const rows = all.filter((row) => row.panelId === panelId);
  const at = rows.findIndex((row) => row.assignmentId === assignmentId);
  const previous = at > 0 ? rows[at - 1] : undefined;
  const next = at >= 0 ? rows[at + 1] : undefined;

  useEffect(() => {
    document.title = `${entry.data?.code ?? ''} · ${t('title')}`;
  }, [entry.data?.code, t]);

  const ahead = entry.data ? rows.slice(at + 1, at + 1 + AHEAD).map((row) => row.assignmentId).join() : '';
  useEffect(() => {
    // Nothing is lost when it fails: the desk asks again when it gets there.
    if (ahead) fetchAhead(me.id, ahead.split(',')).catch(() => undefined);
  }, [ahead, me.id]);

  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const field = event.target instanceof HTMLElement ? event.target : null;
      const writing = field !== null && (/^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName) || field.isContentEditable) && !field.closest('.criterion-number');
      if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.key === 'j' ? next : event.key === 'k' ? previous : undefined;
      if (!target) return;
      event.preventDefault();
      void navigate(`/judge/desk/${target.assignmentId}`);
    };
    window.addEventListener('keydown', step);
    return () => window.removeEventListener('keydown', step);
  }, [next, previous, navigate]);

  return (
    <main id="main" className="desk" tabIndex={-1}>
      <BareScreen />
      <Loaded query={entry} lines={14}>{(data) => <Desk key={assignmentId} entry={data} rows={rows} held={held} />}</Loaded>
    </main>
  );
}
