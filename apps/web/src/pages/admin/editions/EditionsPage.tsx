import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Page } from '../../../layout/Page.js';
import { useMe } from '../../../session/session.js';
import { StateTag } from '../../../status/StateTag.js';
import { DataTable, type Column } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { mayChange } from '../areas.js';
import { NewEdition } from './NewEdition.js';

type Edition = Schemas['EditionView'];
const STATES = ['preparing', 'open', 'closed', 'archived'] as const;

/** Every edition of every contest; a new one is best cloned from last year's. */
export function EditionsPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const navigate = useNavigate();
  const [making, setMaking] = useState<{ clone?: Edition }>();
  const contests = useQuery({ queryKey: ['contests'], queryFn: () => answer(api.GET('/api/contests')) });
  const columns: Column<Edition>[] = [
    { key: 'name', title: t('edition.name'), fixed: true, card: 'title', render: (edition) => <Link to={`/admin/editions/${edition.id}`}>{edition.name}</Link> },
    { key: 'state', title: t('edition.state'), card: 'fact', render: (edition) => <StateTag kind="edition" state={edition.state} tone={edition.state === 'open' ? 'going' : 'plain'} /> },
    { key: 'stage', title: t('edition.stageNow'), card: 'fact', render: (edition) => edition.stages.find((stage) => stage.key === edition.stageNow)?.label ?? '–' },
    { key: 'contest', title: t('edition.contest'), render: (edition) => edition.contestName },
    { key: 'year', title: t('edition.year'), align: 'end', render: (edition) => edition.year },
    { key: 'rulebook', title: t('edition.rulebook'), render: (edition) => (edition.rulebookNumber ? t('edition.rulebookNumber', { number: edition.rulebookNumber }) : t('shell:none')) },
    ...(mayChange(me, 'editions')
      ? [{ key: 'acts', title: t('acts'), card: 'action' as const, render: (edition: Edition) => <Button onClick={() => setMaking({ clone: edition })}>{t('edition.clone')}</Button> }]
      : []),
  ];
  return (
    <Page
      where={[{ label: t('title'), to: '/admin' }]}
      title={t('area.editions')}
      asked={t('edition.asked')}
      actions={mayChange(me, 'editions') && <Button type="primary" onClick={() => setMaking({})}>{t('edition.new')}</Button>}
    >
      <DataTable<Edition>
        id="editions"
        caption={t('area.editions')}
        columns={columns}
        rowKey={(edition) => edition.id}
        load={(query) => answer(api.GET('/api/editions', { params: { query: apiQuery(query) } }))}
        filters={[
          { key: 'state', label: t('edition.state'), options: STATES.map((value) => ({ value, label: t(`shell:state.edition.${value}`) })) },
          { key: 'contestId', label: t('edition.contest'), options: contests.data?.map((contest) => ({ value: contest.id, label: contest.name })) ?? [] },
        ]}
        empty={{ title: t('edition.empty'), how: t('edition.emptyHow') }}
      />
      {making && <NewEdition from={making.clone} contests={contests.data ?? []} onClose={() => setMaking(undefined)} onDone={(id) => void navigate(`/admin/editions/${id}`)} />}
    </Page>
  );
}
