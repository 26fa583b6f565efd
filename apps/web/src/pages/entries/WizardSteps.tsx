import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EntryTypeRules } from './rulebook-parts.js';
import { stepName, type Step } from './wizard-steps.js';

/** The steps with ✓ or the number of open points; on a phone a strip that keeps the current one in view. */
export function WizardSteps({ type, steps, current, open, hrefOf }: { type: EntryTypeRules; steps: Step[]; current: Step; open: Record<Step, number>; hrefOf: (step: Step) => string }) {
  const { t } = useTranslation('entries');
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const strip = here.current?.parentElement;
    if (strip && here.current && strip.scrollWidth > strip.clientWidth) strip.scrollLeft = here.current.offsetLeft - strip.offsetLeft - strip.clientWidth / 2 + here.current.clientWidth / 2;
  }, [current]);
  return (
    <nav className="wizard-steps" aria-label={t('steps')}>
      <ol className="plain">
        {steps.map((step, index) => {
          const left = open[step];
          const last = step === 'review';
          return (
            <li key={step} ref={step === current ? here : undefined}>
              <Link to={hrefOf(step)} aria-current={step === current ? 'step' : undefined}>
                {last ? (
                  <span className="mark" aria-hidden="true">{index + 1}</span>
                ) : (
                  <span className={`mark ${left === 0 ? 'done' : 'open'}`} aria-hidden="true">{left === 0 ? '✓' : left}</span>
                )}
                <span>{t(stepName(step, type))}</span>
                {!last && <span className="sr-only">{left === 0 ? t('stepDone') : t('stepOpen', { count: left })}</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
