import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { hasRole, useMe } from '../../session/session.js';
import { areasOf } from './areas.js';
import './admin.css';

/** The areas beside the page (above it on a phone); a supervisor is told that nothing can be changed here. */
export function AdminFrame() {
  const { t } = useTranslation('admin');
  const me = useMe();
  return (
    <div className="admin">
      <nav className="side" aria-label={t('areas')}>
        {areasOf(me).map((key) => (
          <NavLink key={key} to={`/admin/${key}`}>{t(`area.${key}`)}</NavLink>
        ))}
        {hasRole(me, 'supervisor') && <p className="small quiet side-note">{t('readOnly')}</p>}
      </nav>
      <div className="admin-main">
        <Outlet />
      </div>
    </div>
  );
}
