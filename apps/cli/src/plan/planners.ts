import { assign, randomise, repair, topUp } from './assignment-planners.js';
import { alliances, groups, knockOut, roundRobin, swiss } from './draw-planners.js';
import type { Planner } from './planner.js';
import { blocks, quota } from './quota-planners.js';
import { lateSeat, seats } from './seating-planners.js';
import { callBacks, interviews, matches, matchesWithdraw, rounds, roundsWithdraw } from './timetable-planners.js';

/** Everything `plan` can do, by the word on the command line. */
export const planners: Readonly<Record<string, Planner>> = {
  assign, repair, 'top-up': topUp, randomise,
  seats, 'late-seat': lateSeat,
  rounds, 'rounds-withdraw': roundsWithdraw, matches, 'matches-withdraw': matchesWithdraw,
  'round-robin': roundRobin, swiss, groups, 'knock-out': knockOut, alliances,
  interviews, 'call-backs': callBacks,
  quota, blocks,
};
