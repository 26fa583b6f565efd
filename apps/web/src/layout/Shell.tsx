import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { SignInAgain } from '../session/SignInAgain.js';
import { Skeleton } from '../status/Skeleton.js';
import { Header } from './Header.js';
import { OfflineLine } from './OfflineLine.js';
import { RehearsalLine } from './RehearsalLine.js';

/** The header, the page, the foot. Pages that want nothing else on the screen (a judge's desk) hide both by `data-bare`. */
export function Shell() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    return focusTheNewPage();
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#main">{t('skip')}</a>
      <RehearsalLine />
      <Header />
      <OfflineLine />
      <Suspense fallback={<main className="page"><Skeleton /></main>}>
        <Outlet />
      </Suspense>
      <footer className="foot">
        <div className="foot-in small">
          <span>{t('foot.what')}</span>
          <span>{t('foot.free')}</span>
        </div>
      </footer>
      <SignInAgain />
      <ScrollRestoration />
    </>
  );
}

/** After a change of page a reader of the screen starts at the new page, not at the old link: as soon as its data have come. */
function focusTheNewPage(): () => void {
  const focused = (): boolean => {
    const main = document.getElementById('main');
    main?.focus({ preventScroll: true });
    return main !== null;
  };
  const watch = new MutationObserver(() => {
    if (focused()) watch.disconnect();
  });
  if (!focused()) watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}

/** Before the first page's piece has come. */
export function ShellFallback() {
  return (
    <main className="page">
      <Skeleton />
    </main>
  );
}
