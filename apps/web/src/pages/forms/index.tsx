import type { RouteObject } from 'react-router';
import { FormCheckPage } from './FormCheckPage.js';

export const routes: RouteObject[] = [{ path: ':sha256', Component: FormCheckPage }];
