import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { hasRole, useMe } from '../../session/session.js';
import { areasOf } from './areas.js';
import './admin.css';

/** The areas beside the page (above it on a phone); a supervisor is told that nothing can be changed here. */
export function AdminFrame() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const side = useRef<HTMLElement>(null);
  const area = useLocation().pathname.split('/')[2];
  useEffect(() => {
    // On a phone the areas are one line that scrolls: show where one is.
    side.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [area]);
  return (
    <div className="admin">
      <nav ref={side} className="side" aria-label={t('areas')}>
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
