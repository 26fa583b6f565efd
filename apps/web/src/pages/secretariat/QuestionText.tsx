import { useTranslation } from 'react-i18next';

interface QuestionTextProps {
  kind: string;
  evidence: Record<string, unknown>;
  judge: string;
  other: string;
  code: string;
}

/** The question in words, with the figures it rests on. */
export function QuestionText({ kind, evidence, judge, other, code }: QuestionTextProps) {
  const { t } = useTranslation('secretariat');
  const params = { judge, other, code, ...Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, figure(name, value)])) };
  return (
    <div className="stack-s">
      <strong>{t(`screens.question.${kind}.asks`, params)}</strong>
      <p style={{ margin: 0 }}>{t(`screens.question.${kind}.why`, params)}</p>
    </div>
  );
}

const SHARES = new Set(['identical']);

function figure(name: string, value: unknown): string {
  if (typeof value !== 'number') return String(value);
  if (SHARES.has(name)) return `${Math.round(value * 100)} %`;
  if (name === 'severity' || name === 'low' || name === 'high' || name === 'z' || name === 'drift' || name === 'difference') return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`;
  return String(name === 'seconds' || name === 'middleSeconds' ? Math.round(value) : value);
}
