import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';

/** The way into the talk of each panel that may talk now. */
export function PanelTalks() {
  const { t } = useTranslation('judge');
  const talks = useQuery({ queryKey: ['judge', 'discussions'], queryFn: () => answer(api.GET('/api/judge/discussions')), retry: false });
  if (!talks.data || talks.data.length === 0) return null;
  return (
    <section className="stack-s" aria-label={t('talk.title')}>
      <h2>{t('talk.title')}</h2>
      <ul className="plain stack-s">
        {talks.data.map((talk) => (
          <li key={talk.panelId}><Link className="btn" to={`/judge/talk/${talk.panelId}`}>{t('talk.open', { panel: talk.panel, count: talk.entries })}</Link> <span className="quiet small">{talk.editionName} · {talk.stageLabel}</span></li>
        ))}
      </ul>
    </section>
  );
}
