import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fieldId } from '../../forms/problems.js';
import type { EntryTypeRules } from './rulebook-parts.js';
import { stepName, stepOf, STEPS, type Step } from './wizard-steps.js';

export interface OpenPoint {
  code: string;
  path?: string;
  message: string;
  neededFor: string;
}

/** Moves to the field of a path once its step is on the page. */
export function focusField(path: string): void {
  const find = (): HTMLElement | null => {
    let wanted: string | undefined = path;
    while (wanted) {
      const field = document.getElementById(fieldId(wanted));
      if (field) return field;
      wanted = /^(.*?)[.[][^.[]*$/.exec(wanted)?.[1];
    }
    return null;
  };
  let tries = 0;
  const attempt = (): void => {
    const field = find();
    if (field) {
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
    } else if (tries++ < 20) setTimeout(attempt, 50);
  };
  attempt();
}

/** What is still missing, step by step, each point a link to its field. */
export function MissingList({ points, hrefOf, type }: { points: OpenPoint[]; hrefOf: (step: Step) => string; type: EntryTypeRules }) {
  const { t } = useTranslation('entries');
  const submit = points.filter((point) => point.neededFor === 'submit');
  const later = points.filter((point) => point.neededFor !== 'submit');
  if (points.length === 0) return <p className="note good">✓ {t('missing.none')}</p>;
  const list = (some: OpenPoint[]) =>
    STEPS.map((step) => ({ step, here: some.filter((point) => stepOf(point.path) === step) }))
      .filter(({ here }) => here.length > 0)
      .map(({ step, here }) => (
        <div key={step}>
          <h3>{t(stepName(step, type))}</h3>
          <ul className="plain">
            {here.map((point, index) => (
              <li key={index}>
                <Link to={hrefOf(step)} onClick={() => point.path && focusField(point.path)}>{point.message}</Link>
              </li>
            ))}
          </ul>
        </div>
      ));
  return (
    <div className="stack">
      {submit.length > 0 && <div className="missing-list">{list(submit)}</div>}
      {submit.length === 0 && <p className="note good">✓ {t('missing.readyToSubmit')}</p>}
      {later.length > 0 && (
        <div className="missing-list">
          <p className="small quiet" style={{ margin: 0 }}>{t('missing.later')}</p>
          {list(later)}
        </div>
      )}
    </div>
  );
}
