import { useTranslation } from 'react-i18next';
import { showShortDay } from '../i18n/time.js';

export type Tone = 'plain' | 'needs' | 'going' | 'good' | 'bad';

/** The tone of each entry state; the word itself comes from the texts (`state.entry.<state>`), the same everywhere. */
const ENTRY_TONES: Record<string, Tone> = {
  draft: 'plain', waiting: 'needs', submitted: 'going', school_approved: 'going', county_recommended: 'going', prefecture_recommended: 'going',
  eligible: 'going', in_review: 'going', finalist: 'good', final_scored: 'going', awarded: 'going', in_notice: 'going', confirmed: 'good',
  returned: 'needs', not_recommended: 'plain', ineligible: 'bad', not_shortlisted: 'plain', absent: 'plain', disqualified: 'bad', withdrawn: 'plain',
};
const SIGNS: Record<Tone, string> = { plain: '○', needs: '△', going: '●', good: '✓', bad: '×' };

/** A state's word with its sign, never colour alone. For states that are not an entry's give `word` and `tone`. */
export function StateTag(props: { state: string; kind?: string; word?: string; tone?: Tone }) {
  const { t } = useTranslation('shell');
  const kind = props.kind ?? 'entry';
  const tone = props.tone ?? (kind === 'entry' ? (ENTRY_TONES[props.state] ?? 'plain') : 'plain');
  return (
    <span className={`state ${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span>
      <span>{props.word ?? t(`state.${kind}.${props.state}`)}</span>
    </span>
  );
}

/** The state and who has the next step until when: `等待市州推荐 · 长沙市科协 · 截止 3月10日`. */
export function StateWithNext(props: { state: string; next?: string; who?: string; until?: string | Date }) {
  const { t } = useTranslation('shell');
  const parts = [props.next ?? t(`state.entryNext.${props.state}`, { defaultValue: '' }), props.who, props.until && t('state.until', { day: showShortDay(props.until) })];
  return (
    <span className="row" style={{ gap: 8 }}>
      <StateTag state={props.state} />
      <span className="state-next">{parts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}
