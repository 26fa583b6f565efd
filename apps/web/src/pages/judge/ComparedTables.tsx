import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { StackTable } from '../secretariat/StackTable.js';

/** What all judges' comparisons say together, group by group; advice beside the scores. */
export function ComparedTables({ groups }: { groups: readonly Schemas['ComparisonGroup'][] }) {
  const { t } = useTranslation('judge');
  return (
    <section className="stack" aria-label={t('compare.outcome')}>
      <h2>{t('compare.outcome')}</h2>
      <p className="note">{t('compare.outcomeWhat')}</p>
      {groups.map((group) => (
        <section key={group.label} className="stack-s" aria-label={group.label}>
          <h3>{group.label}</h3>
          <p className="quiet small" style={{ margin: 0 }}>{t('compare.comparisons', { count: group.comparisons })}{group.parts > 1 && ` ${t('compare.apart', { parts: group.parts })}`}</p>
          {group.comparisons > 0 && (
            <StackTable
              caption={`${group.label} ${t('compare.outcome')}`} rows={group.rows} rowKey={(row) => row.code}
              columns={[
                { key: 'code', title: t('compare.column.code'), render: (row) => <span className="tnum">{row.code}</span> },
                { key: 'place', title: t('compare.column.place'), render: (row) => <span className="tnum">{row.place ?? '–'}</span> },
                { key: 'preferred', title: t('compare.column.preferred'), render: (row) => <span className="tnum">{row.preferred === null ? '–' : `${Math.round(row.preferred * 100)} %`}</span> },
                { key: 'record', title: t('compare.column.record'), render: (row) => <span className="tnum">{row.wins} / {row.equals} / {row.losses}</span> },
              ]}
            />
          )}
        </section>
      ))}
    </section>
  );
}
