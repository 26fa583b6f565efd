import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';

/** The way to the pairs of each panel where entries may be compared now. */
export function PanelComparisons() {
  const { t } = useTranslation('judge');
  const panels = useQuery({ queryKey: ['judge', 'comparisons'], queryFn: () => answer(api.GET('/api/judge/comparisons')), retry: false });
  if (!panels.data || panels.data.length === 0) return null;
  return (
    <section className="stack-s" aria-label={t('compare.title')}>
      <h2>{t('compare.title')}</h2>
      <ul className="plain stack-s">
        {panels.data.map((one) => (
          <li key={one.panelId}><Link className="btn" to={`/judge/compare/${one.panelId}`}>{t('compare.open', { panel: one.panel })}</Link> <span className="quiet small tnum">{one.editionName} · {one.stageLabel} · {t('compare.progress', { done: one.answered, enough: one.enough })}</span></li>
        ))}
      </ul>
    </section>
  );
}
