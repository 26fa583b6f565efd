import type { RouteObject } from 'react-router';
import { ProposalPage } from './ProposalPage.js';
import { ResultsHome } from './ResultsHome.js';

export const routes: RouteObject[] = [
  { index: true, Component: ResultsHome },
  { path: 'proposals/:proposalId', Component: ProposalPage },
];
