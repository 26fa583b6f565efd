/** A text in both languages of the platform. */
export interface Words {
  zh: string;
  en: string;
}

/** Levels of the recommendation chain, lowest first. */
export type Level = 'school' | 'county' | 'prefecture' | 'province';
export const LEVELS: readonly Level[] = ['school', 'county', 'prefecture', 'province'];

/** School stages: what a school teaches and what a pupil attends. `senior` includes vocational schools. */
export type SchoolStage = 'primary' | 'junior' | 'senior';

/** Something a rulebook names: its key in data, its label on pages. */
export interface Labelled {
  key: string;
  label: Words;
  hint?: Words;
}
