import type { RouteObject } from 'react-router';
import { FindingsPage } from '../workbench/findings/FindingsPage.js';

export const routes: RouteObject[] = [{ index: true, Component: FindingsPage }];
