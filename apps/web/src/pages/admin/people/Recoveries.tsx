import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { may, useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { LinkToHandOver } from './LinkToHandOver.js';
import { RecoveryLine } from './RecoveryLine.js';

type Recovery = Schemas['RecoveryView'];

/** A new password or the end of a lost second factor for somebody with rights over others: asked, agreed by a second administrator (or waited for), done. */
export function Recoveries({ account }: { account: Schemas['AccountRowView'] }) {
  const { t } = useTranslation(['people', 'admin']);
  const me = useMe();
  const ask = useConfirm();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [link, setLink] = useState<Schemas['RecoveryOutcome']>();
  const { name } = account;
  const recoveries = useQuery({ queryKey: ['recoveries', account.id], queryFn: () => answer(api.GET('/api/accounts/{id}/recoveries', { params: { path: { id: account.id } } })) });
  const act = async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      void message.error(asApiError(error).message);
      return undefined;
    } finally {
      await cache.invalidateQueries({ queryKey: ['recoveries', account.id] });
    }
  };
  const begin = async (what: Recovery['what']): Promise<void> => {
    const said = await ask({ title: t(`recovery.ask.${what}`), effects: [t('recovery.askEffect', { name }), t('recovery.askNext')], verb: t('recovery.askVerb'), reason: 'required' });
    if (said) await act(() => answer(api.POST('/api/accounts/{id}/recoveries', { params: { path: { id: account.id } }, body: { what, reason: said.reason } })));
  };
  const path = (one: Recovery) => ({ params: { path: { id: one.id } } });
  const approve = async (one: Recovery): Promise<void> => {
    if (await ask({ title: t('recovery.approve'), effects: [t(`recovery.approveEffect.${one.what}`, { name }), t('recovery.approveCheck')], verb: t('recovery.approve') })) await act(() => answer(api.POST('/api/account-recoveries/{id}/approval', path(one))));
  };
  const complete = async (one: Recovery): Promise<void> => {
    if (!(await ask({ title: t(`recovery.complete.${one.what}`), effects: [t(`recovery.completeEffect.${one.what}`, { name })], verb: t(`recovery.complete.${one.what}`), danger: true }))) return;
    const outcome = await act(() => answer(api.POST('/api/account-recoveries/{id}/completion', path(one))));
    if (outcome?.url) setLink(outcome);
    await cache.invalidateQueries({ queryKey: ['account', account.id] });
  };
  const withdraw = (one: Recovery) => act(() => answer(api.POST('/api/account-recoveries/{id}/withdrawal', path(one))));
  if (!may(me, 'account.recover') || account.status === 'disabled') return null;
  const isOpen = (what: Recovery['what']): boolean => recoveries.data?.some((one) => one.what === what && !one.closedAt) ?? true;
  return (
    <section className="stack-s" aria-labelledby="recovery">
      <h2 id="recovery">{t('recovery.title')}</h2>
      <p className="quiet">{t('recovery.about', { name })}</p>
      <div className="row">
        <Button disabled={isOpen('password')} onClick={() => void begin('password')}>{t('recovery.ask.password')}</Button>
        {account.secondFactor && may(me, 'account.disable') && <Button disabled={isOpen('second_factor')} onClick={() => void begin('second_factor')}>{t('recovery.ask.second_factor')}</Button>}
      </div>
      <Loaded query={recoveries} lines={2}>
        {(rows) => (
          <ul className="plain stack-s">
            {rows.map((one) => (
              <RecoveryLine key={one.id} recovery={one}>
                {!one.closedAt && one.mayApprove && one.state === 'waiting' && <Button type="primary" onClick={() => void approve(one)}>{t('recovery.approve')}</Button>}
                {one.state === 'ready' && <Button type="primary" onClick={() => void complete(one)}>{t(`recovery.complete.${one.what}`)}</Button>}
                {!one.closedAt && <Button onClick={() => void withdraw(one)}>{t('recovery.withdraw')}</Button>}
              </RecoveryLine>
            ))}
          </ul>
        )}
      </Loaded>
      {link?.url && link.expiresAt && <LinkToHandOver title={t('recovery.complete.password')} url={link.url} expiresAt={link.expiresAt} onClose={() => setLink(undefined)} />}
    </section>
  );
}
