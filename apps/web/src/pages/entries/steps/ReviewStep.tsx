import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { asApiError, type ApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { ProblemList } from '../../../forms/ProblemList.js';
import { showMoment } from '../../../i18n/time.js';
import { useEntryAct } from '../entry-data.js';
import { JudgeView } from '../JudgeView.js';
import type { StepProps } from './step-props.js';

interface ReviewStepProps extends StepProps {
  /** Points that stand in the way of submitting. */
  blocking: number;
  /** Links what is refused to its field. */
  deadline?: string;
}

/** The entry once more as judges will see it, and the act of submitting. */
export function ReviewStep({ entry, rules, type, draft, editable, blocking, deadline }: ReviewStepProps) {
  const { t } = useTranslation('entries');
  const ask = useConfirm();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const submit = useEntryAct(entry.id, (version: number) =>
    answer(api.POST('/api/entries/{id}/submit', { params: { path: { id: entry.id } }, body: { version } })));
  const canSubmit = editable && entry.may.includes('submit');

  const send = async (): Promise<void> => {
    setRefusal(undefined);
    setBusy(true);
    try {
      if (!(await draft.autosave.flush())) {
        setRefusal(asApiError(new Error(t('review.notSaved'))));
        return;
      }
      const saved = await answer(api.GET('/api/entries/{id}', { params: { path: { id: entry.id } } }));
      const effects = [
        t('review.effect.school', { school: saved.schoolName }),
        t('review.effect.locked'),
        ...(saved.members.length > 1 ? [t('review.effect.order', { names: saved.members.map((member) => member.name).join(t('listComma')) })] : []),
        ...(deadline ? [t('review.effect.deadline', { time: showMoment(deadline) })] : []),
      ];
      if (!(await ask({ title: t('review.confirmTitle', { title: saved.title }), effects, verb: t('review.submit') }))) return;
      await submit.mutateAsync(saved.version);
      void navigate(`/entries/${entry.id}?received=1`);
    } catch (error) {
      setRefusal(asApiError(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="stack">
      <p className="quiet" style={{ margin: 0 }}>{t('review.intro')}</p>
      <JudgeView entry={entry} content={draft.content} rules={rules} type={type} />
      <ProblemList error={refusal} />
      {blocking > 0 && <p className="note needs">{t('review.blocked', { count: blocking })}</p>}
      {canSubmit ? (
        <div>
          <button type="button" className="btn primary" disabled={busy || blocking > 0} onClick={() => void send()}>{t('review.submit')}</button>
        </div>
      ) : (
        <p className="note">{t('review.notYours')}</p>
      )}
    </div>
  );
}
