import { useTranslation } from 'react-i18next';
import { showSecond } from '../i18n/time.js';

/** Where what was typed is now. `received` is the server's word (with its receipt); `kept` means this device holds it. */
export type Saved =
  | { kind: 'idle' }
  | { kind: 'typing' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'received'; at: Date; receipt?: string }
  | { kind: 'kept'; at: Date; reason: 'offline' | 'session' | 'unavailable' }
  | { kind: 'conflict' }
  | { kind: 'refused'; message: string };

const TONE: Record<Saved['kind'], string> = {
  idle: '', typing: '', saving: '', saved: 'good', received: 'good', kept: 'needs', conflict: 'bad', refused: 'bad',
};
const SIGN: Record<Saved['kind'], string> = {
  idle: '', typing: '…', saving: '…', saved: '✓', received: '✓', kept: '△', conflict: '!', refused: '!',
};

/** One line that says whether the work is safe; announced to screen readers when its kind changes. */
export function SaveState({ state }: { state: Saved }) {
  const { t } = useTranslation('shell');
  const key = state.kind === 'kept' ? `save.kept.${state.reason}` : state.kind === 'received' && !state.receipt ? 'save.receivedPlain' : `save.${state.kind}`;
  const params = {
    time: 'at' in state ? showSecond(state.at) : '',
    receipt: state.kind === 'received' ? (state.receipt ?? '') : '',
    message: state.kind === 'refused' ? state.message : '',
  };
  return (
    <span className={`save-state tnum ${TONE[state.kind]}`} role="status">
      {state.kind !== 'idle' && <span aria-hidden="true">{SIGN[state.kind]}</span>}
      {state.kind !== 'idle' && t(key, params)}
    </span>
  );
}
