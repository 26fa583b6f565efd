import { useTranslation } from 'react-i18next';
import './imports.css';

const STEPS = ['template', 'check', 'commit', 'done'] as const;

/** Where the reader is on the way from the template to the entries. */
export function ImportSteps({ at }: { at: number }) {
  const { t } = useTranslation('imports');
  return (
    <ol className="import-steps" aria-label={t('steps')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span aria-hidden="true" className="tnum">{index < at ? '✓' : index + 1}</span> {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
