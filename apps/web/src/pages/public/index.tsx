import type { RouteObject } from 'react-router';
import { NotFound } from '../../layout/Crash.js';
import { Home } from './Home.js';

/** Pages that everyone may read, and the ways in. Only the home page is in the first piece. */
export const routes: RouteObject[] = [
  { path: '/', Component: Home },
  { path: '/contests/:editionId', lazy: () => import('./EditionPage.js').then(({ EditionPage }) => ({ Component: EditionPage })) },
  { path: '/announcements', lazy: () => import('./Announcements.js').then(({ Announcements }) => ({ Component: Announcements })) },
  { path: '/announcements/:id', lazy: () => import('./AnnouncementPage.js').then(({ AnnouncementPage }) => ({ Component: AnnouncementPage })) },
  { path: '/published', lazy: () => import('./ResultLists.js').then(({ ResultLists }) => ({ Component: ResultLists })) },
  { path: '/published/:editionId', lazy: () => import('./ResultList.js').then(({ ResultList }) => ({ Component: ResultList })) },
  { path: '/login', lazy: () => import('./entrance/SignIn.js').then(({ SignIn }) => ({ Component: SignIn })) },
  { path: '/register', lazy: () => import('./entrance/Register.js').then(({ Register }) => ({ Component: Register })) },
  { path: '/forgotten', lazy: () => import('./entrance/AskReset.js').then(({ AskReset }) => ({ Component: AskReset })) },
  { path: '/email_verification/:token', lazy: () => import('./entrance/VerifyEmail.js').then(({ VerifyEmail }) => ({ Component: VerifyEmail })) },
  { path: '/password_reset/:token', lazy: () => import('./entrance/UseReset.js').then(({ UseReset }) => ({ Component: UseReset })) },
  { path: '/invitation/:token', lazy: () => import('./entrance/Invitation.js').then(({ Invitation }) => ({ Component: Invitation })) },
  { path: '/claim/:token', lazy: () => import('./entrance/Claim.js').then(({ Claim }) => ({ Component: Claim })) },
  { path: '*', Component: NotFound },
];
