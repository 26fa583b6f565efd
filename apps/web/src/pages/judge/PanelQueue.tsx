import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Deadline } from '../../status/Deadline.js';
import { StateTag, type Tone } from '../../status/StateTag.js';
import type { QueueRow } from './judge-data.js';
import type { PanelWork } from './panel-rows.js';

const TONES: Record<QueueRow['sheetState'], Tone> = { blank: 'needs', draft: 'going', submitted: 'good', reopened: 'needs' };

/** One panel's entries, what is still to do first, with how far they are; `bare` leaves the heading to what is around it, `deadline` says its own. */
export function PanelQueue({ work, held, bare = false, deadline = false }: { work: PanelWork; held: ReadonlySet<string>; bare?: boolean; deadline?: boolean }) {
  const { t } = useTranslation('judge');
  const { panel, rows, submitted, drafts } = work;
  const progress = t('progress', { done: submitted, all: rows.length, drafts });
  const list = (
    <ol className="plain judge-queue" aria-label={panel.name}>
      {rows.map((row) => (
        <li key={row.assignmentId}>
          <Link to={`/judge/desk/${row.assignmentId}`} className="judge-queue-row">
            <span className="judge-code tnum">{row.code}</span>
            <span className="judge-title">
              {row.title}
              <span className="small quiet">{[row.groupLabel, row.disciplineLabel].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="tnum judge-total">{row.total ?? ''}</span>
            {held.has(row.assignmentId) ? <StateTag state="held" word={t('sheet.held')} tone="needs" /> : <StateTag state={row.sheetState} word={t(`sheet.${row.sheetState}`)} tone={TONES[row.sheetState]} />}
          </Link>
        </li>
      ))}
    </ol>
  );
  if (bare) return list;
  return (
    <section className="stack-s" aria-label={panel.name}>
      <div className="row between">
        <span className="stack-s judge-panel">
          <h2>{panel.name}</h2>
          <span className="quiet small">{panel.editionName} · {panel.stageLabel}</span>
        </span>
        {deadline && panel.closesAt && <Deadline at={panel.closesAt} label={t('closes')} />}
      </div>
      <span className="tnum">{progress}</span>
      <Progress percent={Math.round((submitted / rows.length) * 100)} showInfo={false} aria-label={progress} />
      {list}
    </section>
  );
}
