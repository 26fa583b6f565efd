import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { StateTag } from '../../../status/StateTag.js';
import { DataTable, type Column, type Filter } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { SIMILARITY_TONES, type SimilarityRow } from './findings-data.js';
import { PairDrawer } from './PairDrawer.js';

/** Pairs of works that resemble each other, the closest first. */
export function SimilarityList({ editionId }: { editionId: string }) {
  const { t } = useTranslation('findings');
  const [params, setParams] = useSearchParams();
  const open = (id: string | undefined): void =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (id) next.set('pair', id);
      else next.delete('pair');
      return next;
    }, { replace: id === undefined });
  const columns: Column<SimilarityRow>[] = [
    {
      key: 'works', title: t('column.works'), fixed: true, card: 'title', width: 380,
      render: (row) => (
        <span className="stack-s">
          <button type="button" className="row-link" onClick={() => open(row.id)}>{row.work.title}</button>
          <span className="small quiet">{row.work.schoolName}</span>
          <span>{row.other.title}</span>
          <span className="small quiet">{[row.other.schoolName, row.other.editionName, row.other.year].join(' · ')}</span>
        </span>
      ),
    },
    { key: 'score', title: t('column.score'), align: 'end', card: 'fact', width: 110, render: (row) => <span className="tnum">{t('percent', { value: (row.score / 10).toFixed(0) })}</span> },
    { key: 'what', title: t('column.what'), width: 120, card: 'fact', render: (row) => t(`likeKind.${row.kind}`) },
    { key: 'relation', title: t('column.relation'), width: 150, render: (row) => t(`relation.${row.relation}`) },
    { key: 'state', title: t('column.state'), width: 120, render: (row) => <StateTag state="" tone={SIMILARITY_TONES[row.state]} word={t(`likeState.${row.state}`)} /> },
  ];
  const options = (prefix: string, values: string[]): Filter['options'] => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <>
      <DataTable<SimilarityRow>
        id="findings.similar"
        caption={t('kind.similar')}
        columns={columns}
        rowKey={(row) => row.id}
        queryKey={[editionId]}
        load={(query) => answer(api.GET('/api/findings/similar', { params: { query: { ...apiQuery(query), page: query.page, size: query.size, editionId } } }))}
        filters={[
          { key: 'relation', label: t('column.relation'), options: options('relation', ['other', 'continuation']) },
          { key: 'state', label: t('column.state'), options: options('likeState', ['open', 'concern', 'cleared', 'gone']) },
        ]}
        search={t('search')}
        empty={{ title: t('empty.similar'), how: t('emptyHow.similar') }}
      />
      <PairDrawer id={params.get('pair') ?? undefined} close={() => open(undefined)} />
    </>
  );
}
