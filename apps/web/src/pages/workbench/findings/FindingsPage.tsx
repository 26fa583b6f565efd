import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { Page } from '../../../layout/Page.js';
import { Loaded } from '../../../status/Loaded.js';
import { Empty } from '../../../status/Skeleton.js';
import { useEditions } from '../workbench-data.js';
import { LeakList } from './LeakList.js';
import { ScanSummary } from './ScanSummary.js';
import { SimilarityList } from './SimilarityList.js';
import '../../entries/wizard.css';
import '../workbench.css';
import './findings.css';

const KINDS = ['leaks', 'similar'] as const;

/** What the scans found before the blind review: what tells the makers, and which works resemble each other. */
export function FindingsPage() {
  const { t } = useTranslation('findings');
  const [params, setParams] = useSearchParams();
  const editions = useEditions();
  const edition = editions.data?.find((one) => one.id === params.get('edition')) ?? editions.data?.[0];
  const kind = params.get('kind') === 'similar' ? 'similar' : 'leaks';
  const summary = useQuery({
    queryKey: ['findings', 'summary', edition?.id],
    queryFn: () => answer(api.GET('/api/findings/summary', { params: { query: { editionId: edition!.id } } })),
    enabled: edition !== undefined,
  });
  const href = (one: string): string => `?${new URLSearchParams({ kind: one, ...(edition && { edition: edition.id }) }).toString()}`;
  return (
    <Page
      where={edition ? [{ label: edition.name }] : []}
      title={t('title')}
      asked={t(`asked.${kind}`)}
      actions={(editions.data?.length ?? 0) > 1 && (
        <select aria-label={t('edition')} className="pick" value={edition?.id} onChange={(event) => setParams({ kind, edition: event.target.value })}>
          {editions.data?.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select>
      )}
    >
      <Loaded query={editions}>
        {() => !edition ? <Empty title={t('noEdition')} /> : (
          <div className="stack">
            <Loaded query={summary} lines={3}>{(facts) => <ScanSummary editionId={edition.id} summary={facts} />}</Loaded>
            <nav className="work-parts" aria-label={t('kinds')}>
              {KINDS.map((one) => (
                <Link key={one} to={href(one)} aria-current={one === kind ? 'page' : undefined} replace>
                  {t(`kind.${one}`)}<span className="tnum count">{one === 'similar' ? summary.data?.similarOpen : openOf(summary.data)}</span>
                </Link>
              ))}
            </nav>
            {kind === 'leaks' ? <LeakList editionId={edition.id} /> : <SimilarityList editionId={edition.id} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const openOf = (summary: { openHigh: number; openMedium: number; openLow: number; confirmed: number } | undefined): number | undefined =>
  summary && summary.openHigh + summary.openMedium + summary.openLow + summary.confirmed;
