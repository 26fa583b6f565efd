import type { RouteObject } from 'react-router';
import { NotFound } from '../../layout/Crash.js';
import { AdminFrame } from './AdminFrame.js';
import { AdminHome } from './AdminHome.js';

/** Administration: people and roles, schools, editions with calendar, rules and quotas, announcements, what was sent, queues, audit log, security policy. */
export const routes: RouteObject[] = [
  {
    Component: AdminFrame,
    children: [
      { index: true, Component: AdminHome },
      { path: 'people', lazy: () => import('./people/AccountsPage.js').then(({ AccountsPage }) => ({ Component: AccountsPage })) },
      { path: 'people/:id', lazy: () => import('./people/AccountPage.js').then(({ AccountPage }) => ({ Component: AccountPage })) },
      { path: 'schools', lazy: () => import('./schools/SchoolsPage.js').then(({ SchoolsPage }) => ({ Component: SchoolsPage })) },
      { path: 'schools/:id', lazy: () => import('./schools/SchoolPage.js').then(({ SchoolPage }) => ({ Component: SchoolPage })) },
      { path: 'contests', lazy: () => import('./contests/ContestsPage.js').then(({ ContestsPage }) => ({ Component: ContestsPage })) },
      { path: 'editions', lazy: () => import('./editions/EditionsPage.js').then(({ EditionsPage }) => ({ Component: EditionsPage })) },
      {
        path: 'editions/:id',
        lazy: () => import('./editions/EditionFrame.js').then(({ EditionFrame }) => ({ Component: EditionFrame })),
        children: [
          { index: true, lazy: () => import('./editions/CalendarPage.js').then(({ CalendarPage }) => ({ Component: CalendarPage })) },
          { path: 'rulebook', lazy: () => import('./editions/RulebookPage.js').then(({ RulebookPage }) => ({ Component: RulebookPage })) },
          { path: 'defaults', lazy: () => import('./editions/DefaultsPage.js').then(({ DefaultsPage }) => ({ Component: DefaultsPage })) },
          { path: 'quotas', lazy: () => import('./editions/QuotasPage.js').then(({ QuotasPage }) => ({ Component: QuotasPage })) },
        ],
      },
      { path: 'announcements', lazy: () => import('./announcements/AnnouncementsPage.js').then(({ AnnouncementsPage }) => ({ Component: AnnouncementsPage })) },
      { path: 'deliveries', lazy: () => import('./deliveries/DeliveriesPage.js').then(({ DeliveriesPage }) => ({ Component: DeliveriesPage })) },
      { path: 'security', lazy: () => import('./security/SecurityPolicyPage.js').then(({ SecurityPolicyPage }) => ({ Component: SecurityPolicyPage })) },
      { path: 'queues', lazy: () => import('./queues/QueuesPage.js').then(({ QueuesPage }) => ({ Component: QueuesPage })) },
      { path: 'audit', lazy: () => import('./audit/AuditPage.js').then(({ AuditPage }) => ({ Component: AuditPage })) },
      { path: '*', Component: NotFound },
    ],
  },
];
