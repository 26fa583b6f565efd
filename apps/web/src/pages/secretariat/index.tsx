import type { RouteObject } from 'react-router';
import { PanelPage } from './PanelPage.js';
import { StagePage } from './StagePage.js';

export const routes: RouteObject[] = [
  { index: true, Component: StagePage },
  { path: 'panels/:panelId', Component: PanelPage },
];
