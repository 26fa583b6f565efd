import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { showMoment } from '../../i18n/time.js';
import { Failure } from '../../status/Failure.js';
import { StateTag } from '../../status/StateTag.js';
import type { EntryView } from './entry-data.js';

type Hint = Schemas['HintView'];
type Verdict = Schemas['HintVerdictInput']['verdict'];

/** What the checks leave to a human: each hint with what officials decided about it, and the words for one's own decision. Nothing for makers. */
export function HintList({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const hints = useQuery({
    queryKey: ['entry-hints', entry.id, entry.version],
    queryFn: () => answer(api.GET('/api/entries/{id}/hints', { params: { path: { id: entry.id } } })),
  });
  if (!hints.data || hints.data.length === 0) return null;
  const open = hints.data.filter((hint) => hint.present && hint.decisions.length === 0).length;
  return (
    <section className="card stack-s" aria-label={t('hints.title')}>
      <h3>{t('hints.title')}</h3>
      <p className="small quiet" style={{ margin: 0 }}>{open > 0 ? t('hints.open', { count: open }) : t('hints.settled')}</p>
      <ul className="plain hints">
        {hints.data.map((hint) => <HintLine key={hint.key} entry={entry} hint={hint} />)}
      </ul>
    </section>
  );
}

function HintLine({ entry, hint }: { entry: EntryView; hint: Hint }) {
  const { t } = useTranslation('entries');
  const client = useQueryClient();
  const [asking, setAsking] = useState<Verdict>();
  const [reason, setReason] = useState('');
  const field = useId();
  const decide = useMutation({
    mutationFn: (verdict: Verdict) => answer(api.POST('/api/entries/{id}/hints', { params: { path: { id: entry.id } }, body: { key: hint.key, verdict, reason: reason.trim() } })),
    onSuccess: (hints) => {
      client.setQueryData(['entry-hints', entry.id, entry.version], hints);
      setAsking(undefined);
      setReason('');
    },
    onError: () => void client.invalidateQueries({ queryKey: ['entry-hints', entry.id] }),
  });
  const [last] = hint.decisions;
  return (
    <li className="stack-s">
      <div>
        <StateTag state={last?.verdict ?? 'open'} kind="hint" word={t(last ? `hints.verdict.${last.verdict}` : 'hints.undecided')} tone={last ? (last.verdict === 'cleared' ? 'good' : 'bad') : 'needs'} />
        {!hint.present && <span className="small quiet"> {t('hints.gone')}</span>}
        <p style={{ margin: '4px 0 0' }}>{hint.message}</p>
      </div>
      {hint.decisions.map((one) => (
        <p key={one.decidedAt} className="small" style={{ margin: 0 }}>
          <span className="quiet tnum">{[showMoment(one.decidedAt), t(`shell:level.${one.level}`), one.decidedBy, t(`hints.verdict.${one.verdict}`)].join(' · ')}</span>
          <span className="block">{one.reason}</span>
        </p>
      ))}
      {decide.isError && <Failure error={decide.error} />}
      {asking ? (
        <form
          className="stack-s field"
          onSubmit={(event) => {
            event.preventDefault();
            decide.mutate(asking);
          }}
        >
          <label htmlFor={field}>{t(`hints.reason.${asking}`)}</label>
          <textarea id={field} rows={2} maxLength={500} required minLength={2} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          <div className="row">
            <button type="submit" className="btn" disabled={decide.isPending || reason.trim().length < 2}>{t(`hints.save.${asking}`)}</button>
            <button type="button" className="btn bare" onClick={() => setAsking(undefined)}>{t('shell:cancel')}</button>
          </div>
        </form>
      ) : (
        hint.mayDecide && (
          <div className="row">
            {(['cleared', 'upheld'] as const).map((verdict) => (
              <button key={verdict} type="button" className="btn" onClick={() => setAsking(verdict)}>{t(`hints.act.${verdict}`)}</button>
            ))}
          </div>
        )
      )}
    </li>
  );
}
