import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { words, type Words } from '../entries/form/words.js';

export interface Criterion {
  kind: string;
  key: string;
  label?: Words;
  hint?: Words;
  min?: number | string;
  max: number | string;
  step?: number | string;
  /** What the values mean, from the best down. */
  anchors?: { from: number | string; label: Words }[];
}

/** The numbers between which a criterion lies, and its step. */
export const limitsOf = ({ min, max, step }: Criterion) => ({ min: Number(min ?? 0), max: Number(max), step: Number(step ?? 1) });

/** The criteria of a score sheet, in its order. */
export const criteriaOf = (sheetRules: Record<string, unknown>): Criterion[] => ((sheetRules.items ?? []) as Criterion[]).filter((item) => item.kind === 'score');

/** One number a criterion; for known works, where neither notes nor offline work are needed. */
export function CriteriaInputs({ prefix, criteria, values, change }: { prefix: string; criteria: Criterion[]; values: Record<string, string>; change: (values: Record<string, string>) => void }) {
  const { t } = useTranslation('judge');
  return criteria.map((criterion) => (
    <div key={criterion.key} className="row between criterion-line">
      <label htmlFor={`${prefix}-${criterion.key}`}>
        {words(criterion.label) || criterion.key} <span className="quiet small tnum">{t('rubric.range', { min: criterion.min ?? 0, max: criterion.max })}</span>
        {criterion.hint && <span className="quiet small criterion-hint">{words(criterion.hint)}</span>}
      </label>
      <InputNumber<number>
        id={`${prefix}-${criterion.key}`} size="large" className="tnum" controls={false} {...limitsOf(criterion)}
        value={values[criterion.key] === undefined ? null : Number(values[criterion.key])}
        onChange={(next) => {
          const { [criterion.key]: _before, ...rest } = values;
          change(next === null ? rest : { ...rest, [criterion.key]: String(next) });
        }}
      />
    </div>
  ));
}
