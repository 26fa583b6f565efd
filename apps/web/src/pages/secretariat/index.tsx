import type { RouteObject } from 'react-router';
import { BoardPage } from './BoardPage.js';
import { PanelPage } from './PanelPage.js';
import { CorrectionPage } from './CorrectionPage.js';
import { ReliabilityPage } from './ReliabilityPage.js';
import { ScreensPage } from './ScreensPage.js';
import { PlanPage } from './PlanPage.js';
import { StagePage } from './StagePage.js';
import { TimetablePage } from './TimetablePage.js';
import { TrainingPage } from './TrainingPage.js';

export const routes: RouteObject[] = [
  { index: true, Component: StagePage },
  { path: 'plan', Component: PlanPage },
  { path: 'timetable', Component: TimetablePage },
  { path: 'board', Component: BoardPage },
  { path: 'training', Component: TrainingPage },
  { path: 'correction', Component: CorrectionPage },
  { path: 'reliability', Component: ReliabilityPage },
  { path: 'screens', Component: ScreensPage },
  { path: 'panels/:panelId', Component: PanelPage },
];
