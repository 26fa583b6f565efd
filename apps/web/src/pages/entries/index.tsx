import type { RouteObject } from 'react-router';
import { EntriesPage } from './EntriesPage.js';
import { EntryPage } from './EntryPage.js';
import { NewEntryPage } from './NewEntryPage.js';
import { WizardPage } from './WizardPage.js';

export const routes: RouteObject[] = [
  { index: true, Component: EntriesPage },
  { path: 'new', Component: NewEntryPage },
  { path: ':id', Component: EntryPage },
  { path: ':id/edit', Component: WizardPage },
  { path: ':id/edit/:step', Component: WizardPage },
];
