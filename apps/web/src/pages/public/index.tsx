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
  { path: '*', Component: NotFound },
];
