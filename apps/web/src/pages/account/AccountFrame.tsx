import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { Page } from '../../layout/Page.js';
import { useMe } from '../../session/session.js';
import '../admin/admin.css';

export function AccountFrame() {
  const { t } = useTranslation('account');
  const me = useMe();
  return (
    <Page title={t('title')} asked={me.mustEnrolSecondFactor ? t('shell:mustEnrol') : undefined} width="narrow">
      <nav className="subnav" aria-label={t('parts')}>
        <NavLink end to="/account">{t('profile')}</NavLink>
        <NavLink to="/account/security">{t('security')}</NavLink>
        <NavLink to="/account/notices">{t('notices')}</NavLink>
      </nav>
      <Outlet />
    </Page>
  );
}
