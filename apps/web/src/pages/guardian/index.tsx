import type { RouteObject } from 'react-router';
import { ConsentPage } from './ConsentPage.js';

export const routes: RouteObject[] = [{ path: ':token', Component: ConsentPage }];
