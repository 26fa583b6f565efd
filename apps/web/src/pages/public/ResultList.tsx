import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useServerNow } from '../../api/server-clock.js';
import { currentLanguage } from '../../i18n/index.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Failure } from '../../status/Failure.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty, Skeleton } from '../../status/Skeleton.js';
import { StateTag } from '../../status/StateTag.js';
import { useListQuery } from '../../tables/list-query.js';
import { PlainPager, SearchBox } from './list-parts.js';

type List = Schemas['PublicList'];
const FILTERS = ['award', 'prefecture'] as const;

/** A posted list: its notice, counts by award, and its rows with a search; names as they may be shown. */
export function ResultList() {
  const { t } = useTranslation('public');
  const { editionId = '' } = useParams();
  const [params] = useSearchParams();
  const kind = params.get('kind') === 'shortlist' ? ('shortlist' as const) : ('awards' as const);
  const list = useQuery({
    queryKey: ['public', 'list', currentLanguage(), editionId, kind],
    queryFn: () => answer(api.GET('/api/public/results/{editionId}', { params: { path: { editionId }, query: { kind } } })),
    staleTime: 60_000,
    refetchInterval: (query) => (query.state.data?.printReady === false ? 10_000 : false),
  });
  const where = [{ label: t('home.title'), to: '/' }, { label: t('results.title'), to: '/published' }];
  const now = useServerNow();
  if (!list.data) return <Page where={where} title={t('results.one')}><NotThere query={list} /></Page>;
  const one = list.data;
  const over = now >= new Date(one.noticeClosesAt);
  return (
    <Page
      where={where}
      title={t(`results.list.${one.kind}`, { edition: one.editionName })}
      state={<StateTag kind="publication" state={one.state} word={t(`results.state.${one.state === 'in_notice' && over ? 'notice_over' : one.state}`)} tone={one.confirmedAt ? 'good' : 'going'} />}
      asked={one.confirmedAt ? t('results.confirmed', { time: showMoment(one.confirmedAt) }) : t(over ? 'results.noticeOver' : 'results.objections')}
      until={one.confirmedAt || over ? undefined : one.noticeClosesAt}
      untilLabel={t('results.noticeCloses')}
      actions={one.printReady ? <a className="btn" href={`/api/public/results/${editionId}/list.pdf?kind=${one.kind}`}>{t('results.print')}</a> : <span className="quiet small">{t('results.printBeingMade')}</span>}
    >
      <div className="stack">
        {one.correction && <p className="note needs">{t('results.correction', { version: one.version, reason: one.correction })}</p>}
        <dl className="row" style={{ gap: 28, margin: 0 }}>
          {one.counts.map((count) => (
            <div key={count.award}>
              <dt className="quiet small">{count.label}</dt>
              <dd className="tnum" style={{ margin: 0, fontSize: '1.3rem', fontWeight: 600 }}>{count.count}</dd>
            </div>
          ))}
        </dl>
        <Rows list={one} kind={kind} />
        <p className="small quiet">{one.disclaimer}</p>
        <p className="small quiet">{t('results.provenance', { number: one.rulebookNumber, digest: one.digest.slice(0, 16) })}</p>
      </div>
    </Page>
  );
}

/** A list that is on its way, one that is not posted yet, or one that could not be fetched. */
function NotThere({ query }: { query: UseQueryResult<List> }) {
  const { t } = useTranslation('public');
  if (!query.isError) return <Skeleton lines={8} />;
  if (asApiError(query.error).code === 'NOT_PUBLISHED') return <Empty title={t('results.notYet')} how={t('results.emptyHow')} />;
  return <Failure error={query.error} retry={() => void query.refetch()} />;
}

function Rows({ list, kind }: { list: List; kind: 'awards' | 'shortlist' }) {
  const { t } = useTranslation('public');
  const { query, change } = useListQuery(FILTERS, { size: 50 });
  const rows = useQuery({
    queryKey: ['public', 'rows', currentLanguage(), list.publicationId, query],
    queryFn: () =>
      answer(
        api.GET('/api/public/results/{editionId}/rows', {
          params: { path: { editionId: list.editionId }, query: { kind, page: query.page, size: query.size, q: query.q, ...query.filters } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <section className="stack-s" aria-label={t('results.one')}>
      <div className="filters">
        <SearchBox value={query.q} label={t('results.search')} onSearch={(q) => change({ q })} />
        <FilterSelect label={t('results.award')} value={query.filters.award} options={list.counts.map((count) => ({ value: count.award, label: count.label }))} onChange={(award) => change({ filters: { award } })} />
        <FilterSelect label={t('results.prefecture')} value={query.filters.prefecture} options={list.prefectures.map((name) => ({ value: name, label: name }))} onChange={(prefecture) => change({ filters: { prefecture } })} />
      </div>
      <Loaded query={rows} lines={8}>
        {(page) =>
          page.total === 0 ? (
            <Empty title={t('shell:table.noMatch')} how={t('shell:table.noMatchHow')} />
          ) : (
            <>
              <p className="quiet small" role="status">{t('shell:table.count', { total: page.total })}</p>
              <table className="plain cards">
                <thead>
                  <tr>
                    <th scope="col">{t('results.award')}</th>
                    <th scope="col">{t('results.entryTitle')}</th>
                    <th scope="col">{t('results.members')}</th>
                    <th scope="col">{t('results.school')}</th>
                    <th scope="col">{t('results.coaches')}</th>
                    <th scope="col">{t('results.group')}</th>
                  </tr>
                </thead>
                <tbody>
                  {page.rows.map((row) => (
                    <tr key={row.position}>
                      <td className="nowrap">{row.awardLabel}</td>
                      <td className="main">{row.title}{row.entryNo && <span className="quiet small" style={{ display: 'block', fontWeight: 400 }}>{row.entryNo}</span>}</td>
                      <td data-label={t('results.members')}>{row.members.join(t('listComma'))}</td>
                      <td data-label={t('results.school')}>{row.school}<span className="quiet small" style={{ display: 'block' }}>{row.prefecture}</span></td>
                      <td data-label={t('results.coaches')}>{row.coaches.join(t('listComma'))}</td>
                      <td data-label={t('results.group')}>{[row.typeLabel, row.groupLabel, row.disciplineLabel].filter(Boolean).join(' · ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <PlainPager page={page.page} size={page.size} total={page.total} go={(next) => change({ page: next })} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function FilterSelect({ label, value, options, onChange }: { label: string; value: string | undefined; options: { value: string; label: string }[]; onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation('public');
  return (
    <div className="field">
      <select aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t('results.any', { what: label })}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}</option>
        ))}
      </select>
    </div>
  );
}
