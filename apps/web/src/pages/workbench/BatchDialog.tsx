import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { ProblemList } from '../../forms/ProblemList.js';
import { fromLocalInput } from '../../i18n/time.js';
import { Loaded } from '../../status/Loaded.js';
import { words } from '../entries/form/words.js';
import type { BatchAction } from './batch-action.js';
import { CheckList } from './CheckList.js';
import { chainStep, FORWARD, useWorkbench } from './desk.js';
import { QuotaBar } from './QuotaBar.js';
import { ReasonFields, type Reasoned } from './ReasonFields.js';

/** What a batch decision would do, before it does it: how many, which not and why, the places, who is told. */
export function BatchDialog({ action, entryIds, close }: { action: BatchAction; entryIds: string[]; close: (decided: boolean) => void }) {
  const { t } = useTranslation('workbench');
  const { edition, rules, desk } = useWorkbench();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [checked, setChecked] = useState<string[]>([]);
  const [reasoned, setReasoned] = useState<Reasoned>({ reason: '', fixBy: '' });
  const forward = desk !== undefined && action === FORWARD[desk.level];
  const points = forward ? (chainStep(rules, desk.level)?.checklist ?? []) : [];
  const ready = forward ? points.every((point) => checked.includes(point.key)) : reasoned.reason.trim() !== '';
  const body: Schemas['BatchDecision'] = {
    editionId: edition.id,
    action,
    entryIds,
    ...(!forward && reasoned.reason.trim() && { reason: reasoned.reason.trim() }),
    ...(action === 'return' && reasoned.fixBy && { fixBy: fromLocalInput(reasoned.fixBy) }),
  };
  // The reason does not change what is possible, so the preview waits for nothing and is asked once.
  const preview = useQuery({
    queryKey: ['workbench', 'preview', edition.id, action, entryIds],
    queryFn: () => answer(api.POST('/api/entry-decisions/preview', { body: { ...body, checked: points.map((point) => point.key), ...(!forward && { reason: body.reason ?? t('batch.reasonComes') }) } })),
    gcTime: 0,
    staleTime: 0,
  });
  const decide = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/entry-decisions', { body: { ...body, checked, entryIds: preview.data?.rows.filter((row) => row.possible).map((row) => row.entryId) ?? [] } })),
    onSuccess: (result) => {
      void client.invalidateQueries({ queryKey: ['list'] });
      void client.invalidateQueries({ queryKey: ['workbench'] });
      void client.invalidateQueries({ queryKey: ['entry'] });
      void message.success(t('batch.done', { count: result.done }));
      close(true);
    },
  });
  const possible = preview.data?.possible ?? 0;
  return (
    <Modal
      open
      width={640}
      title={t('batch.title', { act: t(`act.${action}`), count: entryIds.length })}
      onCancel={() => close(false)}
      cancelText={t('shell:cancel')}
      okText={t('batch.go', { act: t(`act.${action}`), count: possible })}
      okButtonProps={{ disabled: possible === 0 || !ready, loading: decide.isPending }}
      onOk={() => decide.mutate()}
    >
      <div className="stack">
        <ProblemList error={decide.error ? asApiError(decide.error) : undefined} />
        <Loaded query={preview} lines={4}>{(effects) => <Effects effects={effects} action={action} />}</Loaded>
        {points.length > 0 && possible > 0 && (
          <>
            <p className="small quiet" style={{ margin: 0 }}>{t('batch.checkAll', { count: possible })}</p>
            <CheckList points={points.map((point) => ({ key: point.key, label: words(point.label), hint: words(point.hint) }))} checked={checked} change={setChecked} />
          </>
        )}
        {!forward && <ReasonFields action={action} value={reasoned} change={setReasoned} />}
      </div>
    </Modal>
  );
}

function Effects({ effects, action }: { effects: Schemas['BatchPreview']; action: BatchAction }) {
  const { t } = useTranslation('workbench');
  const refused = effects.rows.filter((row) => !row.possible);
  const why = new Map<string, string[]>();
  for (const row of refused) why.set(row.message ?? '', [...(why.get(row.message ?? '') ?? []), row.title || t('untitled')]);
  return (
    <div className="stack">
      {effects.possible > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          <li>{t(`batch.effect.${action}`, { count: effects.possible })}</li>
          <li>{t('batch.notices', { count: effects.notices })}</li>
        </ul>
      )}
      {effects.places.map((places) =>
        places.places === null ? null : (
          <QuotaBar
            key={`${places.unitId}-${places.entryType}`}
            label={`${places.unitName} · ${places.kind}`}
            used={places.used}
            wanted={places.wanted}
            places={places.places}
          />
        ),
      )}
      {refused.length > 0 && (
        <div className="note needs">
          <strong>{t('batch.refused', { count: refused.length })}</strong>
          <ul>
            {[...why].map(([message, titles]) => (
              <li key={message}>
                {message}
                <span className="small quiet block">{titles.join(t('listComma'))}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
