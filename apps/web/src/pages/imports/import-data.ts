import type { Schemas } from '../../api/client.js';

export type Run = Schemas['ImportRunView'];
export type RunRow = Schemas['ImportRowView'];

export const isMoving = (state: string): boolean => state === 'checking' || state === 'committing';

/** Outcomes in the order people look at them. */
export const OUTCOMES = ['problem', 'failed', 'add', 'change', 'added', 'changed', 'same', 'kept'] as const;

export const countOf = (run: Run, ...outcomes: string[]): number => outcomes.reduce((sum, outcome) => sum + Number((run.counts as Record<string, number>)[outcome] ?? 0), 0);
