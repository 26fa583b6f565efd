import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import type { PanelDetail } from './PanelPage.js';

/** What every judge of a locked panel gave each entry; a score that does not count is struck out. */
export function Scores({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const scores = useQuery({ queryKey: ['panel', panel.id, 'scores'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/scores', { params: { path: { panelId: panel.id } } })) });
  return (
    <Loaded query={scores} lines={10}>
      {(rows) => rows.length === 0 ? <Empty title={t('noEntries')} /> : (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('part.scores')}>
          <table className="plain panel-scores">
            <caption className="sr-only">{t('part.scores')}</caption>
            <thead><tr><th scope="col">{t('column.code')}</th><th scope="col">{t('column.allScores')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.codeId}>
                  <th scope="row" className="tnum">{row.code}</th>
                  <td>
                    {row.scores.map((score) => (
                      <span key={score.judgeId} className="tnum" title={score.judgeName} style={{ marginInlineEnd: 14 }}>
                        {score.counts ? (score.total ?? '–') : <s aria-label={t('void', { total: score.total ?? '–' })}>{score.total ?? '–'}</s>}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  );
}
