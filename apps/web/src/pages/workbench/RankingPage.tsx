import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { words } from '../entries/form/words.js';
import { chainStep, SENT_ON, useWorkbench, WAITING } from './desk.js';
import { RankList } from './RankList.js';
import { UnitPapers } from './UnitPapers.js';
import { useOwnQuotas, type EntryRow } from './workbench-data.js';

/** The unit's own order among its entries of one kind, with the line where the places end. */
export function RankingPage() {
  const { t } = useTranslation('workbench');
  const { edition, rules, desk } = useWorkbench();
  const [params, setParams] = useSearchParams();
  const type = rules.types.find((one) => one.key === params.get('type')) ?? rules.types[0]!;
  const level = desk?.level ?? 'school';
  const stage = edition.stages.find((one) => one.key === chainStep(rules, level)?.stage);
  const quotas = useOwnQuotas(edition.id, desk);
  const entries = useQuery({
    queryKey: ['workbench', 'ranking', edition.id, desk?.unitId, type.key],
    queryFn: () => allEntries(edition.id, type.key, [WAITING[level], SENT_ON[level], ...(level === 'school' && rules.capacity?.waitingList?.order === 'rank' ? ['waiting'] : [])]),
    enabled: desk !== undefined,
  });
  if (!desk) return <Empty title={t('rank.notYours')} />;
  const quota = [type.key, '*'].map((key) => quotas.data?.find((one) => one.entryType === key && one.left !== null)).find((one) => one !== undefined);
  const rankOf = (row: EntryRow): number => (level === 'school' ? row.schoolRank : level === 'county' ? row.countyRank : row.prefectureRank) ?? Number.MAX_SAFE_INTEGER;
  return (
    <div className="stack">
      <p className="quiet" style={{ margin: 0 }}>{t('rank.about')}</p>
      {rules.types.length > 1 && (
        <label className="row">
          <span>{t('column.type')}</span>
          <select
            className="pick"
            value={type.key}
            onChange={(event) =>
              setParams((old) => {
                const next = new URLSearchParams(old);
                next.set('type', event.target.value);
                return next;
              })
            }
          >
            {rules.types.map((one) => <option key={one.key} value={one.key}>{words(one.label)}</option>)}
          </select>
        </label>
      )}
      <Loaded query={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('rank.empty')} how={t('rank.emptyHow')} />
          ) : (
            <div className="stack">
              <RankList key={type.key} rows={[...rows].sort((one, other) => rankOf(one) - rankOf(other))} type={type.key} left={quota?.left ?? undefined} desk={desk} closed={stage?.status === 'over'} ranked={rows.some((row) => rankOf(row) !== Number.MAX_SAFE_INTEGER)} />
              <UnitPapers desk={desk} type={type.key} waiting={[...rows].sort((one, other) => rankOf(one) - rankOf(other)).filter((row) => row.state === WAITING[level]).map((row) => row.id)} />
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

/** Every page of a unit's entries of a kind; a unit ranks some dozens, rarely hundreds. */
async function allEntries(editionId: string, type: string, states: string[]): Promise<EntryRow[]> {
  const rows: EntryRow[] = [];
  for (let page = 1; ; page += 1) {
    const answered = await answer(api.GET('/api/entries', { params: { query: { editionId, type, state: states.join(','), page, size: 200 } } }));
    rows.push(...answered.rows);
    if (answered.rows.length === 0 || rows.length >= answered.total) return rows;
  }
}
