import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { changeLanguage, currentLanguage } from '../i18n/index.js';
import { useSession } from '../session/session.js';
import { menuOf } from './menu.js';
import { NoticeBell } from './NoticeBell.js';

/** Place, work of the reader's roles, notices, account and language; the same on every page. */
export function Header() {
  const { t } = useTranslation('shell');
  const { me } = useSession();
  const { pathname } = useLocation();
  const items = me ? menuOf(me) : [];
  return (
    <header className="head">
      <div className="head-in">
        <Link to="/" className="brand">
          <span className="mark">{t('brand')}</span>
          <span className="place">· {t('place')}</span>
        </Link>
        <nav aria-label={t('menu.label')}>
          {items.map((item) => (
            <NavLink key={item.to} to={item.to}>{t(`menu.${item.key}`)}</NavLink>
          ))}
        </nav>
        <div className="tools">
          {me && <NoticeBell />}
          {me === null && !pathname.startsWith('/login') && (
            <Link className="tool" to={`/login${pathname === '/' ? '' : `?next=${encodeURIComponent(pathname)}`}`}>{t('signIn')}</Link>
          )}
          {!me && <LanguageButton />}
          {me && <AccountMenu key={pathname} name={me.name} items={items} />}
        </div>
      </div>
    </header>
  );
}

function LanguageButton() {
  const { t } = useTranslation('shell');
  const other = currentLanguage() === 'en' ? 'zh' : 'en';
  return (
    <button type="button" className="tool" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => void changeLanguage(other)}>
      {t('otherLanguage')}
    </button>
  );
}

function AccountMenu({ name, items }: { name: string; items: ReturnType<typeof menuOf> }) {
  const { t } = useTranslation('shell');
  const { signOut } = useSession();
  const navigate = useNavigate();
  const other = currentLanguage() === 'en' ? 'zh' : 'en';
  return (
    <Disclosure label={<><span className="only-wide">{name}</span><MenuSign /><span className="sr-only">{t('menu.account')}</span></>}>
      <div className="who">{name}</div>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} className="only-narrow">{t(`menu.${item.key}`)}</NavLink>
      ))}
      <NavLink to="/account">{t('menu.profile')}</NavLink>
      <NavLink to="/account/notices">{t('menu.notices')}</NavLink>
      <button type="button" onClick={() => void changeLanguage(other)}>{t('otherLanguage')}</button>
      <button type="button" onClick={() => void signOut().then(() => navigate('/'))}>{t('signOut')}</button>
    </Disclosure>
  );
}

/** Three lines, drawn: not every phone's font has the sign. */
function MenuSign() {
  return (
    <svg className="only-narrow" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden="true">
      <path d="M3 5h14M3 10h14M3 15h14" />
    </svg>
  );
}

/** A button with a list below it; closes on Escape, on a click elsewhere and when the focus leaves. */
function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [open]);
  return (
    <div
      ref={box}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" className="tool" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open && <div id={id} className="menu-list">{children}</div>}
    </div>
  );
}
