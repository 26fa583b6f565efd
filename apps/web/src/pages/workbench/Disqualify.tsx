import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { Failure } from '../../status/Failure.js';
import { useEntryAct, type EntryView } from '../entries/entry-data.js';

/** Takes an entry out for a breach of the rules, at any state; never without a reason. */
export function Disqualify({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('workbench');
  const ask = useConfirm();
  const act = useEntryAct(entry.id, (reason: string) => answer(api.POST('/api/entries/{id}/disqualify', { params: { path: { id: entry.id } }, body: { reason } })));
  return (
    <div className="stack-s">
      <div>
        <button
          type="button"
          className="btn"
          disabled={act.isPending}
          onClick={async () => {
            const agreed = await ask({
              title: t('disqualify.title', { title: entry.title || t('untitled') }),
              effects: [t('disqualify.out'), t('disqualify.told')],
              verb: t('disqualify.verb'),
              danger: true,
              reason: 'required',
              reasonLabel: t('disqualify.reason'),
            });
            if (agreed) act.mutate(agreed.reason);
          }}
        >
          {t('disqualify.verb')}
        </button>
      </div>
      {act.isError && <Failure error={act.error} />}
    </div>
  );
}
