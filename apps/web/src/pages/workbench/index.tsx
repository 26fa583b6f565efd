import type { RouteObject } from 'react-router';
import { BoardPage } from './BoardPage.js';
import { DashboardPage } from './DashboardPage.js';
import { ListPage } from './ListPage.js';
import { RankingPage } from './RankingPage.js';
import { WaitingPage } from './WaitingPage.js';
import { WorkbenchFrame } from './WorkbenchFrame.js';

export const routes: RouteObject[] = [
  {
    Component: WorkbenchFrame,
    children: [
      { index: true, Component: ListPage },
      { path: 'ranking', Component: RankingPage },
      { path: 'dashboard', Component: DashboardPage },
      { path: 'board', Component: BoardPage },
      { path: 'waiting', Component: WaitingPage },
    ],
  },
];
