import {
  bracketStandings,
  checkAllianceSelection,
  checkBracket,
  checkGroups,
  checkRoundRobin,
  checkSwissRound,
  doubleElimination,
  explainRefusal,
  pairSwissRound,
  PlanningInputError,
  pointsTable,
  requireDistinct,
  replayAllianceSelection,
  resolveBracket,
  roundRobin as drawRoundRobin,
  seedQualifiers,
  singleElimination,
  snakeGroups,
  verifySwissProof,
  type AllianceRules,
  type BracketOptions,
  type Invitation,
  type MatchResult,
  type PointRules,
  type SeedingStyle,
  type SwissRules,
  type SwissTeam,
  type TableMatch,
} from '#libs/planning';
import { planner, proven } from './planner.js';
import { fields, flag, list, oneOf, orNull, positive, text, tuple, whole, integer } from './shape.js';

const points = fields({ win: whole, draw: whole, loss: whole });
const seeding = oneOf('inner-outer', 'second-last');

interface RoundRobinInput {
  readonly teams: string[];
  readonly legs?: number;
  readonly results?: TableMatch[];
  readonly points?: PointRules;
}

export const roundRobin = planner<RoundRobinInput>(
  fields({ teams: list(text), 'legs?': positive, 'results?': list(fields({ teams: tuple(text, text), winner: orNull(text) })), 'points?': points }),
  ({ teams, legs = 1, results, points: rules = { win: 3, draw: 1, loss: 0 } }) => {
    const rounds = drawRoundRobin(teams, legs);
    const table = { columns: ['round', 'first', 'second'], rows: rounds.flatMap(({ round, pairs, bye }) => [...pairs.map(([a, b]) => [round, a, b]), ...(bye === null ? [] : [[round, bye, '-']])]) };
    return { result: { kind: 'round-robin', rounds, ...(results ? { table: pointsTable(teams, results, rules) } : {}) }, table, refusal: null, verify: () => checkRoundRobin(teams, legs, rounds) };
  },
);

export const swiss = planner<{ teams: SwissTeam[]; rules?: SwissRules }>(
  fields({
    teams: list(fields({ id: text, points: { type: 'number' }, 'school?': text, 'opponents?': list(text), 'hadBye?': flag })),
    'rules?': fields({ 'pairing?': oneOf('slide', 'fold', 'adjacent'), 'pullUp?': oneOf('bottom', 'top', 'middle'), 'odd?': oneOf('bye', 'refuse'), 'sameSchoolWeight?': whole }),
  }),
  ({ teams, rules = {} }, { language }) => {
    const result = pairSwissRound(teams, rules);
    if (result.kind === 'infeasible') return { result, table: { columns: ['first', 'second'], rows: [] }, refusal: explainRefusal(result.proof, language), verify: () => proven(verifySwissProof(teams, rules, result.proof)) };
    const rows = [...result.pairs.map(({ teams: [a, b] }) => [a, b]), ...(result.bye === null ? [] : [[result.bye, '-']])];
    return { result, table: { columns: ['first', 'second'], rows }, refusal: null, verify: () => checkSwissRound(teams, result) };
  },
);

interface GroupsInput {
  readonly teams: string[];
  readonly groups: number;
  readonly qualify?: number;
  readonly seeding?: SeedingStyle;
}

export const groups = planner<GroupsInput>(fields({ teams: list(text), groups: positive, 'qualify?': positive, 'seeding?': seeding }), (input) => {
  requireDistinct(input.teams, 'teams');
  if (input.groups > input.teams.length) throw new PlanningInputError('TOO_MANY_GROUPS', 'groups', `${input.groups} groups for ${input.teams.length} teams: some would be empty`);
  const drawn = snakeGroups(input.teams.length, input.groups);
  const named = drawn.map((group) => group.map((seed) => input.teams[seed - 1]!));
  const qualifiers = input.qualify === undefined ? {} : { qualifiers: seedQualifiers(input.groups, input.qualify, input.seeding) };
  const table = { columns: ['group', 'team'], rows: named.flatMap((teams, group) => teams.map((team) => [group + 1, team])) };
  return { result: { kind: 'groups', groups: named, ...qualifiers }, table, refusal: null, verify: () => checkGroups(input.teams.length, drawn) };
});

interface KnockOutInput extends BracketOptions {
  readonly elimination: 'single' | 'double';
  readonly teams: string[];
  readonly thirdPlace?: boolean;
  readonly reset?: boolean;
  readonly results?: MatchResult[];
}

export const knockOut = planner<KnockOutInput>(
  fields({
    elimination: oneOf('single', 'double'), teams: list(text), 'seeding?': seeding, 'slots?': list(orNull(positive)), 'bestOf?': positive, 'finalBestOf?': positive, 'thirdPlace?': flag, 'reset?': flag,
    'results?': list(fields({ match: text, teams: tuple(text, text), games: list(orNull(integer)) })),
  }),
  ({ elimination, teams, results = [], ...options }) => {
    const bracket = elimination === 'single' ? singleElimination(teams.length, options) : doubleElimination(teams.length, options);
    const state = resolveBracket(bracket, teams, results);
    const standings = bracketStandings(state);
    const table = { columns: ['match', 'first', 'second', 'winner'], rows: state.matches.map(({ id, teams: [a, b], winner }) => [id, a ?? '?', b ?? '?', winner ?? '']) };
    return { result: { kind: 'knock-out', ...state, standings }, table, refusal: null, verify: () => checkBracket(bracket) };
  },
);

interface AlliancesInput extends AllianceRules {
  readonly ranking: string[];
  readonly invitations?: Invitation[];
}

export const alliances = planner<AlliancesInput>(
  fields({ ranking: list(text), alliances: positive, size: positive, order: oneOf('snake', 'straight'), 'invitations?': list(fields({ team: text, answer: oneOf('accepted', 'declined') })) }),
  ({ ranking, invitations = [], ...rules }) => {
    const state = replayAllianceSelection(ranking, rules, invitations);
    const rows = state.alliances.map((teams, index) => [index + 1, teams.join(' '), state.turn === index ? state.available.join(' ') : '']);
    const table = { columns: ['alliance', 'team', 'mayInvite'], rows };
    return { result: { kind: 'alliances', ...state }, table, refusal: null, verify: () => checkAllianceSelection(ranking, rules, invitations, state) };
  },
);
