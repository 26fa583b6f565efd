import { describe, expect, it } from '@jest/globals';
import { checkInterviews } from '#libs/planning';
import { instantOf, interviewRequest, minuteOf, replanInterviews, type TimetableSettings, type ToHear } from './interview-plan.js';

const settings: TimetableSettings = {
  days: [{ day: '2026-04-18', blocks: [{ from: 540, to: 690 }, { from: 840, to: 960 }] }, { day: '2026-04-19', blocks: [{ from: 540, to: 690 }] }],
  length: 25, cycle: 30, gap: 5, travel: 15, keep: false,
  rooms: [{ panelId: 'p1', room: '301', place: '主楼' }, { panelId: 'p2', room: '102', place: '东楼' }],
};
const entries: ToHear[] = Array.from({ length: 20 }, (_, index) => ({ id: `c${String(index).padStart(2, '0')}`, panel: index % 2 === 0 ? 'p1' : 'p2', people: index < 2 ? ['shared'] : [`s${index}`] }));
const request = (toHear = entries, away = new Map<string, string[]>()) => interviewRequest(settings, toHear, away, 's');

describe('interviews', () => {
  it('counts minutes in contest time', () => {
    expect(minuteOf(settings, new Date('2026-04-18T09:00:00+08:00'))).toBe(540);
    expect(instantOf(settings, 24 * 60 + 540).toISOString()).toBe('2026-04-19T01:00:00.000Z');
  });

  it('are heard by their panel inside the hours, and nobody is in two places', () => {
    const made = replanInterviews(request(), []);
    if (made.kind !== 'timetable') throw new Error('there is room enough');
    expect(made.interviews).toHaveLength(20);
    expect(checkInterviews(request(), made.interviews)).toEqual([]);
    expect(made.moved).toEqual([]);
    for (const { start } of made.interviews) expect(start % 1440 >= 690 && start % 1440 < 840).toBe(false);
  });

  it('a late change moves nobody else where there is a free place', () => {
    const first = replanInterviews(request(entries.slice(0, 19)), []);
    if (first.kind !== 'timetable') throw new Error('there is room enough');
    const late = replanInterviews(request(), first.interviews);
    if (late.kind !== 'timetable') throw new Error('there is room enough');
    expect(late.moved).toEqual([]);
    expect(late.interviews).toHaveLength(20);
    expect(checkInterviews(request(), late.interviews)).toEqual([]);
    const gone = replanInterviews(request(entries.slice(3)), late.interviews);
    expect(gone).toMatchObject({ kind: 'timetable', moved: [] });
  });

  it('a panel that cannot come on a day moves only what it would have heard then', () => {
    const few = entries.slice(0, 12);
    const first = replanInterviews(request(few), []);
    if (first.kind !== 'timetable') throw new Error('there is room enough');
    const away = new Map([['p1', ['2026-04-18']]]);
    const hit = first.interviews.filter(({ panel, start }) => panel === 'p1' && start < 1440).length;
    // Six interviews of the panel find five places on its other day.
    expect(replanInterviews(request(few, away), first.interviews)).toMatchObject({ kind: 'infeasible' });
    const fewer = few.slice(0, 10);
    const late = replanInterviews(request(fewer, away), first.interviews);
    if (late.kind !== 'timetable') throw new Error('five fit on the second day');
    expect(checkInterviews(request(fewer, away), late.interviews)).toEqual([]);
    expect(late.moved.length).toBeLessThanOrEqual(hit);
    const panelOf = new Map(late.interviews.map(({ interview, panel }) => [interview, panel]));
    for (const id of late.moved) expect(panelOf.get(id)).toBe('p1');
  });
});
