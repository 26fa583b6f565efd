import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { showDay } from '../../../i18n/time.js';
import { Page } from '../../../layout/Page.js';
import { may, useMe } from '../../../session/session.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';
import { DataTable, type Column } from '../../../tables/DataTable.js';
import { apiQuery } from '../../../tables/list-query.js';
import { useDivisionOptions } from '../schools/divisions.js';
import { grantWords } from './grant-words.js';
import { InviteDialog } from './InviteDialog.js';

type Account = Schemas['AccountRowView'];
const ROLES: Schemas['Role'][] = ['student', 'guardian', 'coach', 'school_admin', 'county_admin', 'prefecture_admin', 'province_admin', 'secretariat', 'judge', 'supervisor', 'system_admin'];
const STATES: Schemas['GrantState'][] = ['requested', 'active'];
export const ACCOUNT_TONES: Record<Account['status'], Tone> = { active: 'good', disabled: 'bad', invited: 'going' };

/** Accounts of one's own area with their roles; requests that wait for a decision are one filter away. */
export function AccountsPage() {
  const { t } = useTranslation(['people', 'admin']);
  const me = useMe();
  const cache = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const units = useDivisionOptions(['prefecture', 'county']);
  const columns: Column<Account>[] = [
    { key: 'name', title: t('name'), fixed: true, card: 'title', render: (account) => <Link to={`/admin/people/${account.id}`}>{account.name}</Link> },
    {
      key: 'roles', title: t('roles'), card: 'fact',
      render: (account) => (
        <ul className="plain">
          {account.grants.map((grant) => (
            <li key={grant.id}>{grantWords(t, grant)}{grant.state === 'requested' && <> <StateTag state="requested" word={t('grantState.requested')} tone="needs" /></>}</li>
          ))}
          {account.grants.length === 0 && <li className="quiet">–</li>}
        </ul>
      ),
    },
    { key: 'status', title: t('status'), card: 'fact', render: (account) => <StateTag state={account.status} word={t(`accountState.${account.status}`)} tone={ACCOUNT_TONES[account.status]} /> },
    { key: 'login', title: t('login'), render: (account) => account.loginName ?? '–' },
    { key: 'contact', title: t('contact'), render: (account) => [account.email, account.phone].filter(Boolean).join(' ') || '–' },
    { key: 'second', title: t('secondFactor'), render: (account) => t(account.secondFactor ? 'shell:yes' : 'shell:no') },
    { key: 'created', title: t('created'), hidden: true, render: (account) => showDay(account.createdAt) },
  ];
  return (
    <Page
      where={[{ label: t('admin:title'), to: '/admin' }]}
      title={t('title')}
      asked={t('asked')}
      actions={may(me, 'account.invite') && <Button type="primary" onClick={() => setInviting(true)}>{t('invite.open')}</Button>}
    >
      <DataTable<Account>
        id="accounts"
        caption={t('title')}
        columns={columns}
        rowKey={(account) => account.id}
        search={t('search')}
        load={(query) => answer(api.GET('/api/accounts', { params: { query: apiQuery(query) } }))}
        filters={[
          { key: 'state', label: t('grant'), options: STATES.map((value) => ({ value, label: t(`grantState.${value}`) })) },
          { key: 'role', label: t('role'), options: ROLES.map((value) => ({ value, label: t(`shell:role.${value}`) })) },
          { key: 'unitId', label: t('unit'), options: units },
        ]}
        empty={{ title: t('empty'), how: t('emptyHow') }}
      />
      {inviting && (
        <InviteDialog
          onClose={() => {
            setInviting(false);
            void cache.invalidateQueries({ queryKey: ['list', 'accounts'] });
          }}
        />
      )}
    </Page>
  );
}
