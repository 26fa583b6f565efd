import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.js';

/** What is longer than this is shown in short and unfolds. */
const AT_ONCE = 60;

/** A rulebook's value as a reader takes it in: plain ones in words, lists by their labels, the whole document text below. */
export function RuleValue({ value }: { value: unknown }) {
  const { t } = useTranslation('admin');
  const words = inWords(value, t);
  if (typeof value !== 'object' || value === null) return <strong className="tnum">{words}</strong>;
  const short = [...words].length > AT_ONCE ? `${[...words].slice(0, AT_ONCE).join('')}…` : words;
  return (
    <details>
      <summary>{short}</summary>
      <pre className="value">{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}

type Translate = (key: string) => string;

function inWords(value: unknown, t: Translate): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return t(value ? 'defaults.yes' : 'defaults.no');
  if (Array.isArray(value)) return value.map((one) => inWords(one, t)).join(t('defaults.comma'));
  if (typeof value !== 'object') return String(value);
  const labels = value as { zh?: unknown; en?: unknown; label?: unknown; max?: unknown; share?: unknown };
  if (typeof labels.zh === 'string' && typeof labels.en === 'string') return labels[currentLanguage()] as string;
  if (labels.label !== undefined) return [labels.label, labels.max ?? labels.share].filter((one) => one !== undefined).map((one) => inWords(one, t)).join(' ');
  return Object.entries(value).map(([key, one]) => `${key} ${inWords(one, t)}`).join(' · ');
}
