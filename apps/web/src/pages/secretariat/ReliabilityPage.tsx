import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Chart } from '../../charts/Chart.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { stagePath, useReviewStage, type Edition } from './secretariat-data.js';
import { StackTable } from './StackTable.js';
import { useAct } from './useAct.js';
import './secretariat.css';

/** The figures of a report (`figures` of the answer), as the server keeps them. */
interface Group {
  key: string;
  label: string;
  entries: number;
  judges: number;
  sheets: number;
  model: { varEntry: number; varJudge: number; varResidual: number; reliability: number | null; parts: number; singular: boolean };
  icc: { single: number; mean: number } | null;
  completeIcc: { mean: number; low: number; high: number } | null;
  alpha: number | null;
  w: number | null;
  severity: { judge: string; entries: number; effect: number }[];
  cuts: { name: string; places: number }[];
  rows: { entry: string; reviews: number; rank: number | null; score: string | null; raw: string | null; mean: number; adjusted: number | null; adjustedRank: number | null; low: number | null; high: number | null; above: number[] }[];
  /** Missing in reports of earlier versions. */
  criteria?: { sheet: string; key: string; label: string; max: number; mean: number; spread: number; discrimination: number | null; agreement: number | null }[];
  extras: { entry: string; extra: number; meanBefore: number; meanAfter: number; rankBefore: number; rankAfter: number }[];
}

interface Figures {
  correction: string | null;
  groups: Group[];
}

const fixed = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

/** How far a stage's result can be relied on: raw and adjusted scores side by side with the model's diagnostics. */
export function ReliabilityPage() {
  const { t } = useTranslation('secretariat');
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={edition && stage ? [{ label: t('titleOf', { stage: stage.label }), to: `/secretariat?edition=${edition.id}&stage=${stage.key}` }] : []} title={t('reliability.title')} asked={t('reliability.asked')}>
      <Loaded query={editions}>{() => (edition && stage ? <Report key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} /> : <Empty title={t('noEdition')} how={t('noEditionHow')} />)}</Loaded>
    </Page>
  );
}

function Report({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('secretariat');
  const manages = may(useMe(), 'judging.manage');
  const { busy, run } = useAct();
  const path = stagePath(edition, stageKey);
  const report = useQuery({
    queryKey: ['reliability', edition.id, stageKey], refetchInterval: (query) => (query.state.data?.madeAt ? false : 5_000),
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/reliability', { params: { path } })),
  });
  return (
    <Loaded query={report} lines={8}>
      {({ madeAt, sheets, figures: stored }) => {
        const figures = stored as unknown as Figures | null;
        return (
          <div className="stack">
            <div className="row between">
              <span className="quiet">{madeAt ? t('reliability.madeAt', { at: showMoment(madeAt), sheets }) : ''}</span>
              <span className="row">
                {manages && <Button size="large" loading={busy} onClick={() => void run(() => answer(api.POST('/api/judging/editions/{editionId}/stages/{stageKey}/reliability', { params: { path } })), t('reliability.asking'))}>{t('reliability.again')}</Button>}
                {madeAt && <a className="btn primary" href={`/api/judging/editions/${edition.id}/stages/${stageKey}/reliability/print`} target="_blank" rel="noreferrer">{t('reliability.print')}</a>}
              </span>
            </div>
            {!figures ? <Empty title={t('reliability.none')} how={t('reliability.noneHow')} /> : (
              <>
                <p className="note">{figures.correction === null ? t('reliability.rawCounts') : t('reliability.correctedCounts', { method: t(`reliability.method.${figures.correction}`) })}</p>
                {figures.groups.map((group) => <GroupFigures key={group.key} group={group} />)}
              </>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function GroupFigures({ group }: { group: Group }) {
  const { t } = useTranslation('secretariat');
  const { model } = group;
  return (
    <section className="stack" aria-label={group.label}>
      <h2>{group.label}</h2>
      <dl className="four-facts">
        <div><dt>{t('reliability.icc')}</dt><dd className="tnum">{group.icc ? `${fixed(group.icc.single)} / ${fixed(group.icc.mean)}` : '–'}</dd></div>
        <div><dt>Krippendorff α</dt><dd className="tnum">{fixed(group.alpha)}</dd></div>
        <div><dt>Kendall W</dt><dd className="tnum">{fixed(group.w)}</dd></div>
        <div><dt>{t('reliability.model')}</dt><dd className="tnum">{fixed(model.reliability)}</dd></div>
      </dl>
      <p className="quiet">{t('reliability.variance', { entry: fixed(model.varEntry), judge: fixed(model.varJudge), rest: fixed(model.varResidual) })}{model.parts > 1 && ` ${t('reliability.parts', { parts: model.parts })}`}</p>
      <Chart
        title={t('screens.severityChart')} kind="bar" sideways height={Math.max(200, group.severity.length * 22)} categoryLabel={t('column.judge')} categories={group.severity.map((one) => one.judge)}
        series={[{ name: t('screens.points'), values: group.severity.map((one) => Math.round(one.effect * 100) / 100) }]}
      />
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('reliability.sideBySide', { group: group.label })}>
        <table className="plain panel-scores">
          <caption className="sr-only">{t('reliability.sideBySide', { group: group.label })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.code')}</th>
              {(['rank', 'score', 'raw', 'mean', 'adjusted', 'adjustedRank', 'interval'] as const).map((key) => <th key={key} scope="col">{t(`reliability.column.${key}`)}</th>)}
              {group.cuts.map((cut) => <th key={cut.name} scope="col">{t('reliability.chance', { name: cut.name, places: cut.places })}</th>)}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <tr key={row.entry}>
                <th scope="row" className="tnum">{row.entry}</th>
                <td className="tnum">{row.rank ?? '–'}</td><td className="tnum">{row.score ?? '–'}</td><td className="tnum">{row.raw ?? '–'}</td><td className="tnum">{fixed(row.mean)}</td><td className="tnum">{fixed(row.adjusted)}</td>
                <td className="tnum">{row.adjustedRank ?? '–'}</td><td className="tnum">{row.low === null ? '–' : `${row.low}–${row.high ?? ''}`}</td>
                {row.above.map((chance, index) => <td key={group.cuts[index]?.name} className="tnum">{Math.round(chance * 100)} %</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {group.criteria && group.criteria.length > 0 && (
        <section className="stack-s">
          <h3>{t('reliability.criteria')}</h3>
          <p className="quiet small" style={{ margin: 0 }}>{t('reliability.criteriaWhat')}</p>
          <StackTable
            caption={`${group.label} ${t('reliability.criteria')}`} rows={group.criteria} rowKey={(row) => `${row.sheet} ${row.key}`}
            columns={[
              { key: 'label', title: t('reliability.column.criterion'), render: (row) => row.label },
              { key: 'mean', title: t('reliability.column.mean'), render: (row) => <span className="tnum">{fixed(row.mean)} / {row.max}</span> },
              { key: 'spread', title: t('reliability.column.spread'), render: (row) => <span className="tnum">{fixed(row.spread)}</span> },
              { key: 'discrimination', title: t('reliability.column.discrimination'), render: (row) => <span className="tnum">{fixed(row.discrimination)}</span> },
              { key: 'agreement', title: t('reliability.column.agreement'), render: (row) => <span className="tnum">{fixed(row.agreement)}</span> },
            ]}
          />
        </section>
      )}
      {group.extras.length > 0 && <p className="note">{t('reliability.extras', { count: group.extras.length, moved: group.extras.filter((one) => one.rankAfter !== one.rankBefore).length })}</p>}
    </section>
  );
}
