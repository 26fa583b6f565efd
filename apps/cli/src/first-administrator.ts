import type { INestApplicationContext } from '@nestjs/common';
import { Accounts, Grants } from '#libs/identity';
import { Database, withOneConnection } from '#libs/platform';

/** Whether nobody has an account yet. */
export async function isWithoutAccounts(databaseUrl: string): Promise<boolean> {
  const { rows } = await withOneConnection(databaseUrl, (connection) => connection.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM account) AS empty'));
  return rows[0]?.empty ?? false;
}

/** Makes a system administrator's account, the one that can invite all others; its id. */
export async function makeAdministrator(application: INestApplicationContext, account: { name: string; loginName: string; password: string }): Promise<string> {
  return application.get(Database).transaction(async () => {
    const accountId = await application.get(Accounts).add(account);
    await application.get(Grants).put({ accountId, role: 'system_admin' });
    return accountId;
  });
}
