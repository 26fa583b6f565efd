import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { StateTag } from '../../status/StateTag.js';

const TONES = { open: 'needs', passed: 'good', waived: 'good', exhausted: 'bad' } as const;

/** Known works to score before one's own; where the stage asks for it, nothing else opens before. */
export function TrainingCards() {
  const { t } = useTranslation('training');
  const own = useQuery({ queryKey: ['judge', 'training'], queryFn: () => answer(api.GET('/api/judge/training')) });
  // What is passed is of no more interest on a judge's start page.
  const open = own.data?.filter((one) => one.state === 'open' || one.state === 'exhausted') ?? [];
  return open.map((one) => (
    <section key={`${one.editionId}${one.stageKey}`} className={`note stack-s ${one.required ? 'needs' : ''}`} aria-label={t('title')}>
      <div className="row between">
        <h2>{t('title')}</h2>
        {one.required && <StateTag state={one.state} word={t(`state.${one.state}`)} tone={TONES[one.state as keyof typeof TONES]} />}
      </div>
      <p className="quiet">{one.editionName} · {one.stageLabel}</p>
      <p>{t(one.required ? 'required' : 'voluntary', { toPass: one.toPass, percent: one.tolerancePercent, attempts: one.attempts })}</p>
      {one.state === 'exhausted' && <p>{t('exhausted')}</p>}
      <ul className="plain stack-s">
        {one.entries.map((entry) => (
          <li key={entry.id} className="row between">
            <Link to={`/judge/training/${entry.id}`}>{entry.title}</Link>
            <span className="quiet small">{t(entry.within ? 'within' : entry.tried > 0 ? 'beyond' : 'untried', { tried: entry.tried, attempts: one.attempts })}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
