import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { Page } from '../../layout/Page.js';
import { useMe } from '../../session/session.js';
import '../admin/admin.css';

/** The parts of the account's pages, by the last word of their address. */
const PARTS = { '': 'profile', security: 'security', notices: 'notices' } as const;

export function AccountFrame() {
  const { t } = useTranslation('account');
  const me = useMe();
  const open = useLocation().pathname.split('/')[2] ?? '';
  return (
    <Page title={t('title')} part={open in PARTS ? t(PARTS[open as keyof typeof PARTS]) : undefined} asked={me.mustEnrolSecondFactor ? t('shell:mustEnrol') : undefined} width="narrow">
      <nav className="subnav" aria-label={t('parts')}>
        {Object.entries(PARTS).map(([path, key]) => (
          <NavLink key={key} end to={path ? `/account/${path}` : '/account'}>{t(key)}</NavLink>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
