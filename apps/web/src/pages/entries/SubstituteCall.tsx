import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Deadline } from '../../status/Deadline.js';
import { Failure } from '../../status/Failure.js';
import type { EntryView } from './entry-data.js';
import { useSubstituteLine } from './substitute-line.js';

/** A place that is offered to this entry, with the time until which its makers can take it. */
export function SubstituteCall({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('substitute');
  const ask = useConfirm();
  const client = useQueryClient();
  const { call, line } = useSubstituteLine(entry);
  const path = { id: entry.id };
  const reply = useMutation({
    mutationFn: (accept: boolean) => answer(api.POST('/api/entries/{id}/substitute-answer', { params: { path }, body: { accept } })),
    onSettled: () => client.invalidateQueries(),
  });
  if (line) return <WaitingLine line={line} />;
  if (!call) return null;
  const ofEdition = call.level === 'edition';
  const decline = async (): Promise<void> => {
    if (await ask({ title: t('declineTitle'), effects: [t(ofEdition ? 'edition.declineEffect' : 'declineEffect')], verb: t('decline'), danger: true })) reply.mutate(false);
  };
  return (
    <section className="note needs stack-s" aria-label={t('title')}>
      <strong>{t('title')}</strong>
      <p>{ofEdition ? t('edition.text') : t('text', { unit: call.unitName })}</p>
      <Deadline at={call.answerBy} label={t('until')} />
      {reply.isError && <Failure error={reply.error} />}
      <div className="row">
        <button type="button" className="btn primary" disabled={reply.isPending} onClick={() => reply.mutate(true)}>{t(ofEdition ? 'edition.accept' : 'accept')}</button>
        <button type="button" className="btn" disabled={reply.isPending} onClick={() => void decline()}>{t('decline')}</button>
      </div>
    </section>
  );
}

/** Where the entry stands in the list of those that wait for a place of the edition. */
function WaitingLine({ line }: { line: Schemas['SubstituteView'] }) {
  const { t } = useTranslation('substitute');
  return (
    <section className="note stack-s" aria-label={t('edition.waiting')}>
      <strong>{line.place === null ? t('edition.lot') : t('edition.place', { place: line.place, waiting: line.waiting ?? 0 })}</strong>
      <p>{t('edition.about')}</p>
    </section>
  );
}
