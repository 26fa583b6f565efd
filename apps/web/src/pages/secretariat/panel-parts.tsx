import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { DataTable, type Column } from '../../tables/DataTable.js';
import { apiQuery } from '../../tables/list-query.js';
import type { PanelDetail } from './PanelPage.js';
import { Bar } from './StagePage.js';
import { useAct } from './useAct.js';

interface PartProps {
  panel: PanelDetail;
}

export function JudgesProgress({ panel, manages }: PartProps & { manages: boolean }) {
  const { t } = useTranslation('secretariat');
  const ask = useConfirm();
  const { run } = useAct();
  const path = { panelId: panel.id };
  const judges = useQuery({ queryKey: ['panel', panel.id, 'judges'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/progress/judges', { params: { path } })), refetchInterval: 15_000 });
  const withdraw = async (judge: Schemas['JudgeProgress']): Promise<void> => {
    const sure = await ask({ title: t('withdraw.title', { name: judge.name }), effects: [t('withdraw.void', { count: judge.submitted }), t('withdraw.refill')], verb: t('withdraw.verb'), danger: true, reason: 'required' });
    if (sure) await run(() => answer(api.POST('/api/judging/panels/{panelId}/judges/{judgeId}/withdraw', { params: { path: { ...path, judgeId: judge.judgeId } }, body: sure })));
  };
  return (
    <Loaded query={judges}>
      {(list) =>
        list.length === 0 ? <Empty title={t('noJudges')} /> : (
          <div className="table-scroll">
            <table className="plain">
              <caption className="sr-only">{t('part.judges')}</caption>
              <thead><tr>{(['judge', 'seat', 'progress', 'drafts', 'lastSaved'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}{manages && <th scope="col"><span className="sr-only">{t('column.acts')}</span></th>}</tr></thead>
              <tbody>
                {list.map((judge) => (
                  <tr key={judge.judgeId}>
                    <th scope="row">{judge.name} {judge.lead && <span className="small quiet">{t('lead')}</span>}</th>
                    <td>{t(`seat.${judge.state}`)}</td>
                    <td><Bar value={judge.submitted} of={judge.assigned} /></td>
                    <td className="tnum">{judge.drafts}</td>
                    <td>{judge.lastSavedAt ? showMoment(judge.lastSavedAt) : '–'}</td>
                    {manages && <td>{judge.state === 'accepted' && panel.state !== 'locked' && <Button onClick={() => void withdraw(judge)}>{t('withdraw.verb')}</Button>}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Loaded>
  );
}

type EntryRow = Schemas['EntryProgressRow'];

export function EntriesProgress({ panel }: PartProps) {
  const { t } = useTranslation('secretariat');
  const columns: Column<EntryRow>[] = [
    { key: 'code', title: t('column.code'), fixed: true, card: 'title', render: (row) => <strong className="tnum">{row.code}</strong> },
    { key: 'progress', title: t('column.progress'), card: 'fact', render: (row) => <Bar value={row.submitted} of={row.needed} /> },
    { key: 'assigned', title: t('column.assigned'), render: (row) => row.assigned, align: 'end' },
    { key: 'drafts', title: t('column.drafts'), render: (row) => row.drafts, align: 'end' },
    { key: 'flag', title: t('column.flag'), card: 'fact', render: (row) => (row.diverging ? <StateTag state="diverging" word={t('diverging')} tone="needs" /> : '–') },
    { key: 'gap', title: t('column.gap'), render: (row) => row.gap ?? '–' },
  ];
  return (
    <DataTable<EntryRow>
      id={`panel-entries-${panel.id}`} caption={t('part.entries')} columns={columns} rowKey={(row) => row.codeId} queryKey={[panel.id]}
      filters={[{ key: 'short', label: t('onlyShort'), options: [{ value: 'true', label: t('shell:yes') }] }]}
      load={(query) => {
        const { short, ...rest } = apiQuery(query) as Record<string, string>;
        return answer(api.GET('/api/judging/panels/{panelId}/progress/entries', { params: { path: { panelId: panel.id }, query: { ...rest, page: query.page, size: query.size, ...(short === 'true' && { short: true }) } } }));
      }}
      empty={{ title: t('noEntries'), how: t('noEntriesHow') }}
    />
  );
}

export function Divergence({ panel }: PartProps) {
  const { t } = useTranslation('secretariat');
  const rows = useQuery({ queryKey: ['panel', panel.id, 'divergence'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/divergence', { params: { path: { panelId: panel.id } } })) });
  return (
    <Loaded query={rows}>
      {(list) =>
        list.length === 0 ? <Empty title={t('noDivergence')} how={t('noDivergenceHow')} /> : (
          <>
            <p className="quiet">{t('divergenceWhat')}</p>
            <div className="table-scroll">
              <table className="plain">
                <caption className="sr-only">{t('part.divergence')}</caption>
                <thead><tr>{(['code', 'scores', 'range', 'sd'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}</tr></thead>
                <tbody>
                  {list.map((row) => (
                    <tr key={row.codeId}>
                      <th scope="row" className="tnum">{row.code}</th>
                      <td className="tnum">{row.scores}</td>
                      <td className="tnum">{row.range} {row.overRange && <StateTag state="over" word={t('overLimit')} tone="needs" />}</td>
                      <td className="tnum">{row.sd} {row.overSd && <StateTag state="over" word={t('overLimit')} tone="needs" />}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )
      }
    </Loaded>
  );
}

export function Concerns({ panel, manages }: PartProps & { manages: boolean }) {
  const { t } = useTranslation('secretariat');
  const ask = useConfirm();
  const { run } = useAct();
  const concerns = useQuery({ queryKey: ['panel', panel.id, 'concerns'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/concerns', { params: { path: { panelId: panel.id } } })) });
  const reply = async (concern: Schemas['ConcernRow']): Promise<void> => {
    const said = await ask({ title: t('concern.title', { code: concern.code }), effects: [concern.text], verb: t('concern.verb'), reason: 'required', reasonLabel: t('concern.answer') });
    if (said) await run(() => answer(api.POST('/api/judging/concerns/{id}/answer', { params: { path: { id: concern.id } }, body: { answer: said.reason } })));
  };
  return (
    <Loaded query={concerns}>
      {(list) =>
        list.length === 0 ? <Empty title={t('noConcerns')} how={t('noConcernsHow')} /> : (
          <ul className="plain stack">
            {list.map((concern) => (
              <li key={concern.id} className="card stack-s">
                <div className="row between"><strong className="tnum">{concern.code}</strong><span className="quiet small">{showMoment(concern.raisedAt)}</span></div>
                <p className="prose">{concern.text}</p>
                {concern.answer ? <p className="note good">{concern.answer}</p> : manages && <div><Button onClick={() => void reply(concern)}>{t('concern.verb')}</Button></div>}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

export function Scores({ panel }: PartProps) {
  const { t } = useTranslation('secretariat');
  const scores = useQuery({ queryKey: ['panel', panel.id, 'scores'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/scores', { params: { path: { panelId: panel.id } } })) });
  return (
    <Loaded query={scores} lines={10}>
      {(rows) => (
        <div className="table-scroll">
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
