import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
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
  /** Places of the edition as last asked; null without a limit. */
  capacity: Schemas['CapacityView'] | null;
}

/** The entry once more as judges will see it, and the act of submitting. */
export function ReviewStep({ entry, rules, type, draft, editable, blocking, deadline, capacity }: ReviewStepProps) {
  const { t } = useTranslation('entries');
  const ask = useConfirm();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const submit = useEntryAct(entry.id, (body: Schemas['Submission']) =>
    answer(api.POST('/api/entries/{id}/submit', { params: { path: { id: entry.id } }, body })));
  // Between the look and the act the last place may have gone: then the server says so, and the page offers the list.
  const waits = (capacity?.full && capacity.waitingList) || refusal?.code === 'CAPACITY_WAIT';
  const closed = (capacity?.full && !capacity.waitingList) || refusal?.code === 'CAPACITY_FULL';
  const verb = t(waits ? 'review.submitToWait' : 'review.submit');
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
        waits ? t('review.effect.wait', { waiting: capacity?.waiting ?? 0 }) : t('review.effect.school', { school: saved.schoolName }),
        t('review.effect.locked'),
        ...(saved.members.length > 1 ? [t('review.effect.order', { names: saved.members.map((member) => member.name).join(t('listComma')) })] : []),
        ...(deadline ? [t('review.effect.deadline', { time: showMoment(deadline) })] : []),
      ];
      if (!(await ask({ title: t('review.confirmTitle', { title: saved.title }), effects, verb }))) return;
      const handedIn = await submit.mutateAsync({ version: saved.version, ...(waits && { joinWaitingList: true }) });
      void navigate(`/entries/${entry.id}${handedIn.state === 'waiting' ? '' : '?received=1'}`);
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
      {canSubmit && waits && <p className="note needs">{t('review.full', { waiting: capacity?.waiting ?? 0 })}</p>}
      {canSubmit && closed && <p className="note needs">{t('review.closed')}</p>}
      {canSubmit && !waits && !closed && capacity?.left != null && <p className="note">{t('review.left', { count: capacity.left })}</p>}
      {canSubmit ? (
        <div>
          <button type="button" className="btn primary" disabled={busy || blocking > 0 || closed} onClick={() => void send()}>{verb}</button>
        </div>
      ) : (
        <p className="note">{t('review.notYours')}</p>
      )}
    </div>
  );
}
