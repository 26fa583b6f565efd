import type { RouteObject } from 'react-router';
import { ImportsPage } from './ImportsPage.js';
import { RunPage } from './RunPage.js';

/** Tables filled in with a spreadsheet: schools of the register, entries of a school. */
export const routes: RouteObject[] = [
  { index: true, Component: ImportsPage },
  { path: ':id', Component: RunPage },
];
