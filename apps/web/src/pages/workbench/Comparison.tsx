import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import { useWorkbench } from './desk.js';

const PARTS = ['byUnit', 'byType', 'byGroup'] as const;

/** What was handed in this year beside last year: by unit, type and group, with the change. */
export function Comparison() {
  const { t } = useTranslation('workbench');
  const { edition } = useWorkbench();
  const query = useQuery({ queryKey: ['workbench', 'comparison', edition.id], queryFn: () => answer(api.GET('/api/dashboards/comparison', { params: { query: { editionId: edition.id } } })) });
  return (
    <section className="card stack-s" aria-labelledby="comparison">
      <h2 id="comparison">{t('comparison.title')}</h2>
      <Loaded query={query} lines={4}>{(view) => (view.before ? <Tables view={view} before={view.before.name} /> : <p className="quiet">{t('comparison.none')}</p>)}</Loaded>
    </section>
  );
}

function Tables({ view, before }: { view: Schemas['ComparisonView']; before: string }) {
  const { t } = useTranslation('workbench');
  const change = (now: number, then: number): string => {
    const sign = now > then ? '+' : now < then ? '−' : '±';
    return `${sign}${Math.abs(now - then)}${then > 0 ? ` (${sign}${Math.round((Math.abs(now - then) / then) * 100)}%)` : ''}`;
  };
  return (
    <>
      <p className="tnum" style={{ margin: 0 }}>{t('comparison.total', { now: view.totalNow, before: view.totalBefore, name: before, change: change(view.totalNow, view.totalBefore) })}</p>
      {PARTS.filter((part) => view[part].length > 0).map((part) => (
        <div key={part} className="table-scroll scroll-box" tabIndex={0} role="region" aria-label={t(`comparison.${part}`)}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t(`comparison.${part}`)}</th>
                <th scope="col" style={{ textAlign: 'end' }}>{t('comparison.now')}</th>
                <th scope="col" style={{ textAlign: 'end' }}>{t('comparison.before')}</th>
                <th scope="col" style={{ textAlign: 'end' }}>{t('comparison.change')}</th>
              </tr>
            </thead>
            <tbody>
              {view[part].map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label || '–'}</th>
                  <td className="tnum" style={{ textAlign: 'end' }}>{row.now}</td>
                  <td className="tnum" style={{ textAlign: 'end' }}>{row.before}</td>
                  <td className="tnum" style={{ textAlign: 'end' }}>{change(row.now, row.before)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
