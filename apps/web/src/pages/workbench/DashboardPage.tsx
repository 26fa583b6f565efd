import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { Chart } from '../../charts/Chart.js';
import { showShortDay } from '../../i18n/time.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { Comparison } from './Comparison.js';
import { IdentityExports } from './IdentityExports.js';
import { useWorkbench } from './desk.js';
import { ListExport } from './ListExport.js';
import { useDashboard } from './workbench-data.js';

/** How registration goes in the reader's area: per day, by state and kind, by unit, and who has not begun. */
export function DashboardPage() {
  const { t } = useTranslation('workbench');
  const { edition } = useWorkbench();
  const me = useMe();
  const numbers = useDashboard(edition.id);
  return (
    <div className="stack">
      {may(me, 'entry.export') && <div className="row"><ListExport query={{ editionId: edition.id }} label={t('dashboard.export')} /></div>}
      <Loaded query={numbers} lines={10}>
        {(data) => (data.total === 0 ? <Empty title={t('dashboard.empty')} how={t('dashboard.emptyHow')} /> : <Charts data={data} />)}
      </Loaded>
      <Comparison />
      <NotBegun editionId={edition.id} />
      {may(me, 'identityExport.ask') && <IdentityExports />}
    </div>
  );
}

/** Room for lying bars: each category gets the same. */
const heightFor = (categories: number): number => Math.max(120, categories * 40 + 50);

function Charts({ data }: { data: Schemas['Dashboard'] }) {
  const { t } = useTranslation('workbench');
  const entries = t('dashboard.entries');
  return (
    <div className="charts">
      <Chart
        title={t('dashboard.byDay')}
        kind="line"
        categoryLabel={t('dashboard.day')}
        categories={data.byDay.map((one) => showShortDay(`${one.day}T00:00:00+08:00`))}
        series={[
          { name: t('dashboard.submitted'), values: data.byDay.map((one) => one.submitted) },
          { name: t('dashboard.created'), values: data.byDay.map((one) => one.created) },
          { name: t('dashboard.recommended'), values: data.byDay.map((one) => one.recommended) },
        ]}
      />
      <Chart title={t('dashboard.byState')} kind="bar" sideways categoryLabel={t('column.state')} categories={data.byState.map((one) => t(`shell:state.entry.${one.key}`))} series={[{ name: entries, values: data.byState.map((one) => one.count) }]} height={heightFor(data.byState.length)} />
      <Chart title={t('dashboard.byType')} kind="bar" sideways categoryLabel={t('column.type')} categories={data.byType.map((one) => one.label)} series={[{ name: entries, values: data.byType.map((one) => one.count) }]} height={heightFor(data.byType.length)} />
      <Chart title={t('dashboard.byGroup')} kind="bar" sideways categoryLabel={t('column.group')} categories={data.byGroup.map((one) => one.label)} series={[{ name: entries, values: data.byGroup.map((one) => one.count) }]} height={heightFor(data.byGroup.length)} />
      <Chart
        title={t('dashboard.byUnit')}
        kind="bar"
        sideways
        height={Math.max(280, data.byUnit.length * 44 + 60)}
        categoryLabel={t('unit')}
        categories={data.byUnit.map((one) => one.name)}
        series={[
          { name: t('dashboard.submitted'), values: data.byUnit.map((one) => one.submitted) },
          { name: t('dashboard.recommended'), values: data.byUnit.map((one) => one.recommended) },
          { name: t('dashboard.places'), values: data.byUnit.map((one) => one.places) },
        ]}
      />
    </div>
  );
}

/** Units below the reader's that have no entry yet; the ones to telephone. */
function NotBegun({ editionId }: { editionId: string }) {
  const { t } = useTranslation('workbench');
  const units = useQuery({
    queryKey: ['workbench', 'not-begun', editionId],
    queryFn: () => answer(api.GET('/api/dashboards/not-begun', { params: { query: { editionId } } })),
  });
  return (
    <section className="card stack-s" aria-labelledby="not-begun">
      <h2 id="not-begun">{t('notBegun.title')}</h2>
      <Loaded query={units}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">✓ {t('notBegun.none')}</p>
          ) : (
            <>
              <p className="quiet tnum" style={{ margin: 0 }}>{t('notBegun.count', { count: rows.length })}</p>
              <div className="table-scroll scroll-box" tabIndex={0} role="region" aria-label={t('notBegun.list')}>
                <table className="plain">
                  <thead>
                    <tr>
                      <th scope="col">{t('unit')}</th>
                      <th scope="col">{t('notBegun.kind')}</th>
                      <th scope="col">{t('notBegun.parent')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.unitId}>
                        <th scope="row">{row.name}</th>
                        <td>{t(`shell:level.${row.kind}`)}</td>
                        <td>{row.parentName}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
