import type { RouteObject } from 'react-router';
import { ComparePage } from './ComparePage.js';
import { DeskPage } from './DeskPage.js';
import { InterviewsPage } from './InterviewsPage.js';
import { JudgeHome } from './JudgeHome.js';
import { ProfilePage } from './ProfilePage.js';
import { TalkPage } from './TalkPage.js';
import { TrainingPage } from './TrainingPage.js';

export const routes: RouteObject[] = [
  { index: true, Component: JudgeHome },
  { path: 'desk/:assignmentId', Component: DeskPage },
  { path: 'interviews', Component: InterviewsPage },
  { path: 'training/:id', Component: TrainingPage },
  { path: 'talk/:panelId', Component: TalkPage },
  { path: 'compare/:panelId', Component: ComparePage },
  { path: 'profile', Component: ProfilePage },
];
