import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { useFormProblems } from '../../../forms/antd-problems.js';
import { showMoment } from '../../../i18n/time.js';
import { Page } from '../../../layout/Page.js';
import { may, useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';
import { ACCOUNT_TONES } from './AccountsPage.js';
import { grantWords } from './grant-words.js';
import { LinkToHandOver } from './LinkToHandOver.js';
import { Recoveries } from './Recoveries.js';
import { RoleFields } from './role-scope.js';

type Account = Schemas['AccountRowView'];
const GRANT_TONES: Record<Schemas['GrantState'], Tone> = { requested: 'needs', active: 'good', refused: 'bad', revoked: 'plain' };

/** One account: its roles with what may be decided about each, and help for its owner. */
export function AccountPage() {
  const { t } = useTranslation(['people', 'admin']);
  const { id = '' } = useParams();
  const account = useQuery({ queryKey: ['account', id], queryFn: () => answer(api.GET('/api/accounts/{id}', { params: { path: { id } } })) });
  const one = account.data;
  return (
    <Page
      where={[{ label: t('admin:title'), to: '/admin' }, { label: t('title'), to: '/admin/people' }]}
      title={one?.name ?? t('one')}
      state={one && <StateTag state={one.status} word={t(`accountState.${one.status}`)} tone={ACCOUNT_TONES[one.status]} />}
      asked={one?.grants.some((grant) => grant.state === 'requested') ? t('decide') : undefined}
      width="narrow"
    >
      <Loaded query={account}>{(data) => <Details account={data} />}</Loaded>
    </Page>
  );
}

function useAct(id: string): (work: () => Promise<unknown>, done: string) => Promise<void> {
  const cache = useQueryClient();
  const { message } = App.useApp();
  return async (work, done) => {
    try {
      await work();
      void message.success(done);
      await cache.invalidateQueries({ queryKey: ['account', id] });
      await cache.invalidateQueries({ queryKey: ['list', 'accounts'] });
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
}

function Details({ account }: { account: Account }) {
  const { t } = useTranslation(['people', 'admin']);
  const me = useMe();
  const [giving, setGiving] = useState(false);
  return (
    <div className="stack" style={{ gap: 24 }}>
      <dl className="facts">
        <dt>{t('login')}</dt><dd>{account.loginName ?? '–'}</dd>
        <dt>{t('contact')}</dt><dd>{[account.email, account.phone].filter(Boolean).join(' ') || '–'}</dd>
        <dt>{t('secondFactor')}</dt><dd>{t(account.secondFactor ? 'shell:yes' : 'shell:no')}</dd>
        <dt>{t('created')}</dt><dd>{showMoment(account.createdAt)}</dd>
      </dl>
      <section className="stack-s" aria-labelledby="grants">
        <div className="row between">
          <h2 id="grants">{t('roles')}</h2>
          {may(me, 'grant.decide') && account.id !== me.id && <Button onClick={() => setGiving(true)}>{t('give.open')}</Button>}
        </div>
        <ul className="plain stack-s">
          {account.grants.map((grant) => <GrantLine key={grant.id} account={account} grant={grant} />)}
        </ul>
        {account.grants.length === 0 && <p className="quiet">{t('noRoles')}</p>}
      </section>
      {account.id !== me.id && <Help account={account} />}
      {account.id !== me.id && account.recoveryNeeded && <Recoveries account={account} />}
      {giving && <GiveRole account={account} onClose={() => setGiving(false)} />}
    </div>
  );
}

function GrantLine({ account, grant }: { account: Account; grant: Schemas['GrantView'] }) {
  const { t } = useTranslation(['people', 'admin']);
  const me = useMe();
  const ask = useConfirm();
  const act = useAct(account.id);
  const path = { params: { path: { id: grant.id } } };
  const words = grantWords(t, grant);
  const approve = async (): Promise<void> => {
    if (await ask({ title: words, effects: [t('approve.effect', { name: account.name, grant: words })], verb: t('approve.verb') })) await act(() => answer(api.POST('/api/grants/{id}/approval', path)), t('approve.done'));
  };
  const refuse = async (): Promise<void> => {
    const said = await ask({ title: words, effects: [t('refuse.effect', { name: account.name })], verb: t('refuse.verb'), danger: true, reason: 'required' });
    if (said) await act(() => answer(api.POST('/api/grants/{id}/refusal', { ...path, body: { reason: said.reason } })), t('refuse.done'));
  };
  const revoke = async (): Promise<void> => {
    const said = await ask({ title: words, effects: [t('revoke.effect', { name: account.name, grant: words })], verb: t('revoke.verb'), danger: true, reason: 'required' });
    if (said) await act(() => answer(api.POST('/api/grants/{id}/revocation', { ...path, body: { reason: said.reason } })), t('revoke.done'));
  };
  const mayDecide = may(me, 'grant.decide') && account.id !== me.id;
  return (
    <li className="card row between" style={{ padding: '10px 16px' }}>
      <span className="stack-s" style={{ gap: 2 }}>
        <span className="row"><strong>{words}</strong><StateTag state={grant.state} word={t(`grantState.${grant.state}`)} tone={GRANT_TONES[grant.state]} /></span>
        <span className="quiet small">{showMoment(grant.createdAt)}{grant.decisionReason && ` · ${grant.decisionReason}`}</span>
      </span>
      {mayDecide && (
        <span className="row">
          {grant.state === 'requested' && <Button type="primary" onClick={() => void approve()}>{t('approve.verb')}</Button>}
          {grant.state === 'requested' && <Button danger onClick={() => void refuse()}>{t('refuse.verb')}</Button>}
          {grant.state === 'active' && <Button danger onClick={() => void revoke()}>{t('revoke.verb')}</Button>}
        </span>
      )}
    </li>
  );
}

/** A new link, the lock taken off, the second factor reset, the account closed or opened again. */
function Help({ account }: { account: Account }) {
  const { t } = useTranslation(['people', 'admin']);
  const me = useMe();
  const ask = useConfirm();
  const act = useAct(account.id);
  const { message } = App.useApp();
  const [link, setLink] = useState<Schemas['LinkView']>();
  const path = { params: { path: { id: account.id } } };
  const { name } = account;
  const newLink = async (): Promise<void> => {
    if (!(await ask({ title: t('newLink.verb'), effects: [t('newLink.effect', { name })], verb: t('newLink.verb') }))) return;
    try {
      setLink(await answer(api.POST('/api/accounts/{id}/link', path)));
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  const resetSecond = async (): Promise<void> => {
    if (await ask({ title: t('resetSecond.verb'), effects: [t('resetSecond.effect', { name })], verb: t('resetSecond.verb'), danger: true }))
      await act(() => answer(api.POST('/api/accounts/{id}/second-factor-reset', path)), t('resetSecond.done'));
  };
  const unlock = (): Promise<void> => act(() => answer(api.POST('/api/accounts/{id}/unlocking', path)), t('unlock.done'));
  const close = async (): Promise<void> => {
    const said = await ask({ title: t('disable.verb'), effects: [t('disable.effect', { name }), t('disable.effectKept')], verb: t('disable.verb'), danger: true, reason: 'required' });
    if (said) await act(() => answer(api.POST('/api/accounts/{id}/closure', { ...path, body: { reason: said.reason } })), t('disable.done'));
  };
  const reopen = async (): Promise<void> => {
    const said = await ask({ title: t('enable.verb'), effects: [t('enable.effect', { name })], verb: t('enable.verb'), reason: 'required' });
    if (said) await act(() => answer(api.POST('/api/accounts/{id}/reopening', { ...path, body: { reason: said.reason } })), t('enable.done'));
  };
  if (!may(me, 'account.invite') && !may(me, 'account.disable')) return null;
  return (
    <section className="stack-s" aria-labelledby="help">
      <h2 id="help">{t('help')}</h2>
      <div className="row">
        {may(me, 'account.invite') && account.status !== 'disabled' && !account.recoveryNeeded && <Button onClick={() => void newLink()}>{t('newLink.verb')}</Button>}
        {may(me, 'account.disable') && account.status === 'active' && <Button onClick={() => void unlock()}>{t('unlock.verb')}</Button>}
        {may(me, 'account.disable') && account.secondFactor && !account.recoveryNeeded && <Button onClick={() => void resetSecond()}>{t('resetSecond.verb')}</Button>}
        {may(me, 'account.disable') && account.status !== 'disabled' && <Button danger onClick={() => void close()}>{t('disable.verb')}</Button>}
        {may(me, 'account.disable') && account.status === 'disabled' && <Button onClick={() => void reopen()}>{t('enable.verb')}</Button>}
      </div>
      {link && <LinkToHandOver title={t('newLink.verb')} url={link.url} expiresAt={link.expiresAt} onClose={() => setLink(undefined)} />}
    </section>
  );
}

function GiveRole({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['people', 'admin']);
  const [form] = Form.useForm<Schemas['GiveGrant']>();
  const problems = useFormProblems(form, 'give', (path) => t(path, { defaultValue: '' }));
  const cache = useQueryClient();
  const give = async (values: Schemas['GiveGrant']): Promise<void> => {
    problems.clear();
    try {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Schemas['GiveGrant'];
      await answer(api.POST('/api/grants', { body: { ...given, accountId: account.id } }));
      await cache.invalidateQueries({ queryKey: ['account', account.id] });
      onClose();
    } catch (error) {
      problems.take(error);
    }
  };
  return (
    <Modal open title={t('give.title', { name: account.name })} okText={t('give.verb')} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      {problems.list}
      <Form form={form} name="give" layout="vertical" onFinish={(values) => void give(values)}><RoleFields /></Form>
    </Modal>
  );
}
