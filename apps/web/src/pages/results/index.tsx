import type { RouteObject } from 'react-router';
import { OwnInterviews } from './OwnInterviews.js';
import { ProposalPage } from './ProposalPage.js';
import { ResultsHome } from './ResultsHome.js';

export const routes: RouteObject[] = [
  { index: true, Component: ResultsHome },
  { path: 'interviews', Component: OwnInterviews },
  { path: 'proposals/:proposalId', Component: ProposalPage },
];
