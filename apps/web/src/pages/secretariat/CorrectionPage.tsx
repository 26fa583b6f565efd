import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { Chart } from '../../charts/Chart.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { stagePath, useReviewStage, type Edition } from './secretariat-data.js';
import './secretariat.css';

type Group = Schemas['CorrectionGroup'];

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
const fixed = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

/** What a correction does: every entry's raw and corrected score side by side, and the figures of the judges it rests on. */
export function CorrectionPage() {
  const { t } = useTranslation(['correction', 'judge', 'secretariat']);
  const office = may(useMe(), 'judging.read');
  const { editions, edition, stage } = useReviewStage();
  return (
    <Page where={!office ? [{ label: t('judge:title'), to: '/judge' }] : edition && stage ? [{ label: t('secretariat:titleOf', { stage: stage.label }), to: `/secretariat?edition=${edition.id}&stage=${stage.key}` }] : []} title={t('title')} asked={t('asked')}>
      <Loaded query={editions}>{() => (edition && stage ? <Correction key={`${edition.id}-${stage.key}`} edition={edition} stageKey={stage.key} /> : <Empty title={t('secretariat:noEdition')} how={t('secretariat:noEditionHow')} />)}</Loaded>
    </Page>
  );
}

function Correction({ edition, stageKey }: { edition: Edition; stageKey: string }) {
  const { t } = useTranslation('correction');
  const view = useQuery({
    queryKey: ['correction', edition.id, stageKey], retry: false,
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/correction', { params: { path: stagePath(edition, stageKey) } })),
  });
  // Not an error: before the panels are locked nobody is shown a score.
  if (view.isError && asApiError(view.error).code === 'PANELS_OPEN') return <Empty title={t('notYet')} how={asApiError(view.error).message} />;
  return (
    <Loaded query={view} lines={8}>
      {({ madeAt, counts, groups }) =>
        madeAt === null ? <Empty title={t('none')} how={t('noneHow')} /> : (
          <div className="stack">
            <p className="note">{counts === null ? t('rawCounts') : t('correctedCounts', { method: t(`method.${counts}`) })}</p>
            {groups.map((group) => <OneGroup key={group.key} group={group} counts={counts !== null} />)}
            <p className="quiet small">{t('madeAt', { at: showMoment(madeAt) })}</p>
          </div>
        )
      }
    </Loaded>
  );
}

function OneGroup({ group, counts }: { group: Group; counts: boolean }) {
  const { t } = useTranslation('correction');
  const all = group.varEntry + group.varJudge + group.varResidual;
  const share = (part: number): string => (all === 0 ? '–' : `${Math.round((100 * part) / all)} %`);
  return (
    <section className="stack" aria-label={group.label}>
      <h2>{group.label}</h2>
      {group.limits.length > 0 && <div className="note needs stack-s" role="note"><strong>{t('limits')}</strong><ul>{group.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul></div>}
      <dl className="four-facts">
        <div><dt>{t('fact.entry')}</dt><dd className="tnum">{share(group.varEntry)} <span className="quiet small">{fixed(group.varEntry)}</span></dd></div>
        <div><dt>{t('fact.judge')}</dt><dd className="tnum">{share(group.varJudge)} <span className="quiet small">{fixed(group.varJudge)}</span></dd></div>
        <div><dt>{t('fact.rest')}</dt><dd className="tnum">{share(group.varResidual)} <span className="quiet small">{fixed(group.varResidual)}</span></dd></div>
        <div><dt>{t('fact.reliability')}</dt><dd className="tnum">{fixed(group.reliability)}</dd></div>
        <div><dt>{t('fact.parts')}</dt><dd className="tnum">{group.parts} <span className="quiet small">{t(group.parts <= 1 ? 'fact.connected' : 'fact.apart')}</span></dd></div>
      </dl>
      <Chart
        title={t('judges.chart')} kind="bar" sideways height={Math.max(200, group.judges.length * 24)} categoryLabel={t('judges.judge')} categories={group.judges.map((one) => one.judge)}
        series={[{ name: t('judges.effect'), values: group.judges.map((one) => Math.round(one.effect * 100) / 100) }]}
      />
      <Judges group={group} />
      <Entries group={group} counts={counts} />
    </section>
  );
}

function Judges({ group }: { group: Group }) {
  const { t } = useTranslation('correction');
  return (
    <>
    <h3>{t('judges.heading')}</h3>
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('judges.title', { group: group.label })}>
      <table className="plain panel-scores">
        <caption className="sr-only">{t('judges.title', { group: group.label })}</caption>
        <thead><tr>{(['judge', 'entries', 'mean', 'effect', 'effectInterval', 'spread', 'spreadInterval', 'flags'] as const).map((key) => <th key={key} scope="col">{t(`judges.${key}`)}</th>)}</tr></thead>
        <tbody>
          {group.judges.map((judge) => (
            <tr key={judge.judge}>
              <th scope="row">{judge.judge}</th>
              <td className="tnum">{judge.entries}</td><td className="tnum">{fixed(judge.mean)}</td><td className="tnum">{signed(judge.effect)}</td>
              <td className="tnum">{t('interval', { low: signed(judge.low), high: signed(judge.high) })}</td>
              <td className="tnum">{fixed(judge.spread)}</td><td className="tnum">{judge.spreadLow === null ? '–' : t('interval', { low: fixed(judge.spreadLow), high: fixed(judge.spreadHigh) })}</td>
              <td>{judge.flags.join('；') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    </>
  );
}

function Entries({ group, counts }: { group: Group; counts: boolean }) {
  const { t } = useTranslation('correction');
  const title = t('entries.title', { group: group.label });
  return (
    <>
    <h3>{t('entries.heading')}</h3>
    <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="plain panel-scores">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('entries.code')}</th><th scope="col">{t('entries.rank')}</th><th scope="col">{t('entries.raw')}</th><th scope="col">{t(counts ? 'entries.counted' : 'entries.model')}</th>
            <th scope="col">{t('entries.change')}</th><th scope="col">{t('entries.rawPlace')}</th><th scope="col">{t('entries.correctedPlace')}</th><th scope="col">{t('entries.moved')}</th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => {
            const change = row.raw === null || row.corrected === null ? null : Number(row.corrected) - Number(row.raw);
            const moved = row.rawPlace === null || row.correctedPlace === null ? null : row.rawPlace - row.correctedPlace;
            return (
              <tr key={row.code}>
                <th scope="row" className="tnum">{row.code}</th>
                <td className="tnum">{row.rank ?? '–'}</td><td className="tnum">{row.raw ?? '–'}</td><td className="tnum">{row.corrected ?? '–'}</td><td className="tnum">{change === null || Number.isNaN(change) ? '–' : signed(change)}</td>
                <td className="tnum">{row.rawPlace ?? '–'}</td><td className="tnum">{row.correctedPlace ?? '–'}</td>
                <td>{moved === null ? '–' : moved === 0 ? t('entries.same') : t(moved > 0 ? 'entries.up' : 'entries.down', { places: Math.abs(moved) })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
    </>
  );
}
