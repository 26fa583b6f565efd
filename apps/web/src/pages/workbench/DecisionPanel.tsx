import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { App } from 'antd';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { ProblemList } from '../../forms/ProblemList.js';
import { fromLocalInput } from '../../i18n/time.js';
import { useEntryAct, type EntryView } from '../entries/entry-data.js';
import { words } from '../entries/form/words.js';
import { CheckList } from './CheckList.js';
import { chainStep, FORWARD, useWorkbench } from './desk.js';
import { ReasonFields, type Reasoned } from './ReasonFields.js';

type Action = Schemas['Decision']['action'];
/** What `may` must contain for an action. */
const RIGHT: Record<Action, string> = { approve: 'approve', recommend: 'recommend', return: 'return', decline: 'decline', declareEligible: 'checkEligibility', declareIneligible: 'checkEligibility' };

/** The level's decision on one entry: the check list, then on, back (with reason and until when) or not on (with reason). */
export function DecisionPanel({ entry, advance }: { entry: EntryView; advance: () => void }) {
  const { t } = useTranslation('workbench');
  const { rules, desk } = useWorkbench();
  const { message } = App.useApp();
  const [checked, setChecked] = useState<string[]>([]);
  const [asking, setAsking] = useState<Action>();
  const [reasoned, setReasoned] = useState<Reasoned>({ reason: '', fixBy: '' });
  const decide = useEntryAct(entry.id, (body: Schemas['Decision']) => answer(api.POST('/api/entries/{id}/decision', { params: { path: { id: entry.id } }, body })));

  const forward = (['approve', 'recommend', 'declareEligible'] as Action[]).find((action) => entry.may.includes(RIGHT[action]));
  const others = (['return', 'decline', 'declareIneligible'] as Action[]).filter((action) => entry.may.includes(RIGHT[action]));
  if (!desk || (!forward && others.length === 0)) return null;
  const points = chainStep(rules, desk.level)?.checklist ?? [];
  const unchecked = points.filter((point) => !checked.includes(point.key));

  const send = async (action: Action): Promise<void> => {
    try {
      await decide.mutateAsync({
        action,
        version: entry.version,
        checked,
        ...(reasoned.reason.trim() && action !== FORWARD[desk.level] && { reason: reasoned.reason.trim() }),
        ...(action === 'return' && reasoned.fixBy && { fixBy: fromLocalInput(reasoned.fixBy) }),
      });
      void message.success(t(`done.${action}`, { title: entry.title }));
      advance();
    } catch {
      // Shown from the mutation's own state.
    }
  };

  return (
    <section className="card decide" aria-labelledby="decide">
      <h3 id="decide">{t('decide.title')}</h3>
      <ProblemList error={decide.error ? asApiError(decide.error) : undefined} />
      {forward && points.length > 0 && (
        <CheckList points={points.map((point) => ({ key: point.key, label: words(point.label), hint: words(point.hint) }))} checked={checked} change={setChecked} />
      )}
      {asking ? (
        <>
          <ReasonFields action={asking} value={reasoned} change={setReasoned} />
          <div className="acts">
            <button type="button" className="btn primary" disabled={decide.isPending || reasoned.reason.trim() === ''} onClick={() => void send(asking)}>{t(`act.${asking}`)}</button>
            <button type="button" className="btn bare" onClick={() => setAsking(undefined)}>{t('shell:cancel')}</button>
          </div>
        </>
      ) : (
        <>
          {forward && unchecked.length > 0 && <p className="small quiet" style={{ margin: 0 }}>{t('decide.unchecked', { count: unchecked.length })}</p>}
          <div className="acts">
            {forward && <button type="button" className="btn primary" disabled={decide.isPending || unchecked.length > 0} onClick={() => void send(forward)}>{t(`act.${forward}`)}</button>}
            {others.map((action) => (
              <button key={action} type="button" className="btn" onClick={() => setAsking(action)}>{t(`act.${action}`)}</button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
