import type { Level } from './rulebook-terms.types.js';

/** How many entries an edition takes in (camps, workshops), and what becomes of those that come when it is full. */
export interface CapacityRules {
  /** Every limit that fits an entry must have room for it. */
  limits: CapacityLimit[];
  /** Without it an entry over the capacity is refused. */
  waitingList?: WaitingListRules;
}

export interface CapacityLimit {
  places: number;
  /** Only entries of this type count; default: all. */
  type?: string;
  /** Only entries of this group count; default: all. */
  group?: string;
  /** Each unit of this kind has so many places of its own; default: all units share them. */
  per?: 'school' | 'county' | 'prefecture';
}

export interface WaitingListRules {
  /** Who is called first: who handed in first · a lot with a recorded seed · the rank the school gave, then who handed in first. */
  order: 'handedIn' | 'lot' | 'rank';
  /** Hours for which an offered place stands. */
  answerHours: number;
  /** Where an entry goes that does not answer in time. */
  afterExpiry: 'end' | 'out';
  /** Level whose stage's end is the last moment of a call; entries let in late may pass the levels below it until then. */
  until: Level;
}
