import { ZERO, add, compare, type Rational } from '../exact/rational.js';
import type { Meeting } from '../engine/match-stage.js';
import { splitByNumber, type KeySplit } from './rank.js';

/**
 * Splits tied entries by the games among themselves: two by their own games, more by a mini-league, and those still tied again by the games among fewer (domain 5.4 T9).
 * When the games were decided but the points are equal (a cycle of wins), a play-off is needed.
 */
export function splitHeadToHead(entries: readonly number[], meetings: readonly Meeting[], figure: string): KeySplit {
  const among = new Set(entries);
  const own = meetings.filter((meeting) => among.has(meeting.entry) && among.has(meeting.opponent));
  const points = new Map<number, Rational>(entries.map((entry) => [entry, ZERO]));
  for (const meeting of own) points.set(meeting.entry, add(points.get(meeting.entry) ?? ZERO, meeting.figures.get(figure) ?? ZERO));
  const classes = splitByNumber(entries, (entry) => points.get(entry) ?? ZERO, 'desc');
  if (classes.length === 1) return wasDecided(own, figure) ? { classes, playOff: among } : { classes };
  const parts = classes.map((tied) => (tied.length > 1 ? splitHeadToHead(tied, own, figure) : { classes: [tied] }));
  return { classes: parts.flatMap((part) => part.classes), playOff: new Set(parts.flatMap((part) => ('playOff' in part && part.playOff ? [...part.playOff] : []))) };
}

/** Points among the given entries, for the trace. */
export function pointsAmong(entry: number, among: readonly number[], meetings: readonly Meeting[], figure: string): Rational {
  const others = new Set(among);
  return meetings.filter((meeting) => meeting.entry === entry && others.has(meeting.opponent)).reduce((total, meeting) => add(total, meeting.figures.get(figure) ?? ZERO), ZERO);
}

/** Whether any game among them had a winner. */
function wasDecided(own: readonly Meeting[], figure: string): boolean {
  return own.some((meeting) => own.some((other) => other.entry === meeting.opponent && other.opponent === meeting.entry && differs(meeting, other, figure)));
}

const differs = (a: Meeting, b: Meeting, figure: string): boolean => compare(a.figures.get(figure) ?? ZERO, b.figures.get(figure) ?? ZERO) !== 0;
