import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { BareScreen } from '../../layout/BareScreen.js';
import { Loaded } from '../../status/Loaded.js';
import { Desk } from './Desk.js';
import { useBlindEntry, useJudgeQueue } from './judge-data.js';
import './judge.css';

/** One entry on the whole screen: left the work, right the score sheet, below the way to the others. */
export function DeskPage() {
  const { t } = useTranslation('judge');
  const { assignmentId = '' } = useParams();
  const navigate = useNavigate();
  const entry = useBlindEntry(assignmentId);
  const queue = useJudgeQueue();
  const rows = queue.data?.rows ?? [];
  const at = rows.findIndex((row) => row.assignmentId === assignmentId);
  const previous = at > 0 ? rows[at - 1] : undefined;
  const next = at >= 0 ? rows[at + 1] : undefined;

  useEffect(() => {
    document.title = `${entry.data?.code ?? ''} · ${t('title')}`;
  }, [entry.data?.code, t]);

  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable);
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.key === 'j' ? next : event.key === 'k' ? previous : undefined;
      if (target) void navigate(`/judge/desk/${target.assignmentId}`);
    };
    window.addEventListener('keydown', step);
    return () => window.removeEventListener('keydown', step);
  }, [next, previous, navigate]);

  return (
    <main id="main" className="desk" tabIndex={-1}>
      <BareScreen />
      <Loaded query={entry} lines={14}>
        {(data) => <Desk key={assignmentId} entry={data} previous={previous} next={next} position={at + 1} count={rows.length} submitted={queue.data?.submitted ?? 0} />}
      </Loaded>
    </main>
  );
}
