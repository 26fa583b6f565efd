import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import type { PanelDetail } from './secretariat-data.js';

type Row = Schemas['PanelScoreRow'];

/** What every judge of a locked panel gave each entry, side by side; a score that does not count is struck out. */
export function Scores({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const scores = useQuery({ queryKey: ['panel', panel.id, 'scores'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/scores', { params: { path: { panelId: panel.id } } })) });
  return <Loaded query={scores} lines={10}>{(rows) => (rows.length === 0 ? <Empty title={t('noEntries')} how={t('noEntriesHow')} /> : <Matrix rows={rows} />)}</Loaded>;
}

function Matrix({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('secretariat');
  const judges = [...new Map(rows.flatMap((row) => row.scores.map((score) => [score.judgeId, score.judgeName] as const)))].sort(([, one], [, other]) => one.localeCompare(other, 'zh'));
  return (
    <>
      <p className="quiet">{t('scoresWhat')}</p>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('part.scores')}>
        <table className="plain panel-scores">
          <caption className="sr-only">{t('part.scores')}</caption>
          <thead><tr><th scope="col">{t('column.code')}</th>{judges.map(([id, name]) => <th key={id} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.codeId}>
                <th scope="row">{row.code}</th>
                {judges.map(([id]) => <td key={id}><Score score={row.scores.find((one) => one.judgeId === id)} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Score({ score }: { score: Row['scores'][number] | undefined }) {
  const { t } = useTranslation('secretariat');
  if (!score) return null;
  const total = score.total ?? '–';
  if (score.counts) return <>{total}</>;
  return <><s aria-hidden="true">{total}</s><span className="sr-only">{t('void', { total })}</span></>;
}
