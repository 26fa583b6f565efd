import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useConfirm } from '../../confirm/useConfirm.js';
import { showMoment } from '../../i18n/time.js';
import { may, useMe } from '../../session/session.js';
import { Loaded } from '../../status/Loaded.js';
import { useWorkbench } from './desk.js';

type Wish = Schemas['IdentityExportView'];

/** Exports with identity numbers: asked for with a reason, granted by somebody else, collected once. */
export function IdentityExports() {
  const { t } = useTranslation('workbench');
  const { edition } = useWorkbench();
  const me = useMe();
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = ['workbench', 'identity-exports', edition.id];
  const wishes = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/identity-exports', { params: { query: { editionId: edition.id } } })) });
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (thrown) {
      const error = asApiError(thrown);
      void message.error([error.message, ...error.problems.map((problem) => problem.message)].join(' '));
    }
    await client.invalidateQueries({ queryKey: key });
  };
  const request = async (): Promise<void> => {
    const sure = await ask({ title: t('identity.ask'), effects: [t('identity.effect.second'), t('identity.effect.once'), t('identity.effect.logged')], verb: t('identity.ask'), reason: 'required', reasonLabel: t('identity.reason') });
    if (sure) await run(() => answer(api.POST('/api/identity-exports', { body: { editionId: edition.id, reason: sure.reason ?? '' } })));
  };
  const decide = async (wish: Wish, approve: boolean): Promise<void> => {
    const sure = await ask({
      title: t(approve ? 'identity.approve' : 'identity.refuse'), effects: [t('identity.asks', { name: wish.requestedBy, reason: wish.reason }), ...(approve ? [t('identity.effect.once')] : [])],
      verb: t(approve ? 'identity.approve' : 'identity.refuse'), danger: approve, reason: approve ? 'optional' : 'required',
    });
    if (sure) await run(() => answer(api.POST('/api/identity-exports/{id}/decision', { params: { path: { id: wish.id } }, body: { approve, ...(sure.reason && { reason: sure.reason }) } })));
  };
  const collect = (wish: Wish): Promise<void> =>
    run(async () => {
      const content = (await answer(api.POST('/api/identity-exports/{id}/file', { params: { path: { id: wish.id } }, parseAs: 'blob' }))) as unknown as Blob;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = `identity-numbers-${wish.id.slice(0, 8)}.xlsx`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  return (
    <section className="card stack-s" aria-labelledby="identity-exports">
      <div className="row between">
        <h2 id="identity-exports">{t('identity.title')}</h2>
        <button type="button" className="btn" onClick={() => void request()}>{t('identity.ask')}</button>
      </div>
      <p className="small quiet" style={{ margin: 0 }}>{t('identity.about')}</p>
      <Loaded query={wishes} lines={2}>
        {(rows) => (
          <ul className="plain stack-s">
            {rows.map((wish) => (
              <li key={wish.id} className="row between">
                <span>
                  <strong>{t(`identity.state.${wish.state}`)}</strong> {wish.reason}
                  <span className="small quiet" style={{ display: 'block' }}>{[wish.requestedBy, showMoment(wish.requestedAt), wish.decidedBy && t('identity.decidedBy', { name: wish.decidedBy }), wish.decisionReason].filter(Boolean).join(' · ')}</span>
                </span>
                <span className="row">
                  {wish.state === 'requested' && !wish.own && may(me, 'identityExport.decide') && (
                    <>
                      <button type="button" className="btn" onClick={() => void decide(wish, true)}>{t('identity.approve')}</button>
                      <button type="button" className="btn bare" onClick={() => void decide(wish, false)}>{t('identity.refuse')}</button>
                    </>
                  )}
                  {wish.state === 'approved' && wish.own && <button type="button" className="btn" onClick={() => void collect(wish)}>{t('identity.collect')}</button>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
