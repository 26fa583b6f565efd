import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import { ComparedTables } from '../judge/ComparedTables.js';
import type { PanelDetail } from './secretariat-data.js';
import { StackTable } from './StackTable.js';

/** How far the judges have compared, and once the panel is locked what they found together; to read only. */
export function ComparisonsOfPanel({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const found = useQuery({ queryKey: ['panel', panel.id, 'comparisons'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/comparisons', { params: { path: { panelId: panel.id } } })) });
  return (
    <Loaded query={found}>
      {({ locked, judges, outcome }) => (
        <div className="stack">
          {!locked && <p className="note">{t('comparisonsLater')}</p>}
          <StackTable
            caption={t('part.comparisons')} rows={judges} rowKey={(row) => row.name}
            columns={[{ key: 'name', title: t('column.judge'), render: (row) => row.name }, { key: 'answered', title: t('comparisonsDone'), render: (row) => <span className="tnum">{row.answered}</span> }]}
          />
          {outcome && <ComparedTables groups={outcome} />}
        </div>
      )}
    </Loaded>
  );
}
