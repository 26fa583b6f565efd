import type { RouteObject } from 'react-router';
import { AccountFrame } from './AccountFrame.js';

/** One's own account: profile, password and second factor, sessions; and the notices. */
export const routes: RouteObject[] = [
  {
    Component: AccountFrame,
    children: [
      { index: true, lazy: () => import('./ProfilePage.js').then(({ ProfilePage }) => ({ Component: ProfilePage })) },
      { path: 'security', lazy: () => import('./SecurityPage.js').then(({ SecurityPage }) => ({ Component: SecurityPage })) },
      { path: 'notices', lazy: () => import('./NoticesPage.js').then(({ NoticesPage }) => ({ Component: NoticesPage })) },
    ],
  },
];
