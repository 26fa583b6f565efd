import type { JudgeScreens, ScreenName, ScreenReport } from '#libs/scoring';
import type { LastMinute } from './last-minute.js';

export const QUESTION_KINDS = ['divergence', 'randomScores', 'narrowScale', 'erratic', 'severity', 'outlyingScore', 'halo', 'tooFast', 'sameAgain', 'drift', 'copying', 'favouring', 'lastMinute'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const QUESTION_OUTCOMES = ['noAction', 'talkedTo', 'reopened', 'sheetsVoid', 'reviewed'] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

export interface FoundQuestion {
  kind: QuestionKind;
  judgeId: string;
  otherJudgeId: string | null;
  /** Code of the entry, where it is about one. */
  codeId: string | null;
  evidence: Record<string, number>;
}

const short = (value: number | null): number | undefined => (value === null || !Number.isFinite(value) ? undefined : Math.round(value * 100) / 100);

function figures(values: Record<string, number | null>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
    const shown = short(value);
    return shown === undefined ? [] : [[name, shown]];
  }));
}

function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}

/** Screens that ask about a single judge as a whole; outlying scores and pairs are asked about one by one. */
const OF_ONE_JUDGE = new Set<ScreenName>(['randomScores', 'narrowScale', 'erratic', 'severity', 'halo', 'tooFast', 'sameAgain', 'drift']);

/** Kindness to the own region that could move a place, in standard deviations of a score. */
const FAVOUR_MATTERS = 0.5;

type Measured = Pick<JudgeScreens, 'severity' | 'spread' | 'agreement' | 'outfit' | 'drift' | 'halo' | 'seconds'>;

/**
 * What stands out among judges who are all alike may still be too small to trouble a person with: a question needs a difference that
 * could move a place. Points for severity, shares of the middle judge for spread, halo and time.
 */
const MATTERS: Partial<Record<ScreenName, (own: Measured, middle: { middleSpread: number; middleHalo: number; middleSeconds: number; middleAgreement: number }) => boolean>> = {
  severity: (own, middle) => Math.abs(own.severity) >= Math.max(2, 0.5 * middle.middleSpread),
  narrowScale: (own, middle) => own.spread < 0.6 * middle.middleSpread,
  randomScores: (own, middle) => (own.agreement ?? 1) < Math.min(0.5, middle.middleAgreement - 0.2),
  erratic: (own) => own.outfit >= 2,
  halo: (own, middle) => (own.halo ?? 1) < 0.6 * middle.middleHalo,
  tooFast: (own, middle) => (own.seconds ?? 1) < 0.5 * middle.middleSeconds,
  drift: (own) => Math.abs(own.drift ?? 0) >= 0.25,
};

/** What the screens of a stage ask people, each with the figures it rests on. */
export function questionsOf(report: ScreenReport): FoundQuestion[] {
  const common = {
    middleSpread: median(report.judges.map((judge) => judge.spread)),
    middleHalo: median(report.judges.map((judge) => judge.halo)),
    middleSeconds: median(report.judges.map((judge) => judge.seconds)),
  };
  const middle = {
    middleSpread: common.middleSpread ?? 0, middleHalo: common.middleHalo ?? 0, middleSeconds: common.middleSeconds ?? 0, middleAgreement: median(report.judges.map((judge) => judge.agreement)) ?? 0,
  };
  const ofJudges = report.judges.flatMap((judge): FoundQuestion[] =>
    judge.flags.filter((flag) => OF_ONE_JUDGE.has(flag) && (MATTERS[flag]?.(judge, middle) ?? true)).map((kind) => ({
      kind, judgeId: judge.judge, otherJudgeId: null, codeId: null,
      evidence: figures({
        entries: judge.entries, severity: judge.severity, low: judge.low, high: judge.high, spread: judge.spread, agreement: judge.agreement, outfit: judge.outfit, drift: judge.drift,
        halo: judge.halo, seconds: judge.seconds, ...common,
      }),
    })),
  );
  const surprising = new Set(report.judges.filter((judge) => judge.flags.includes('outlyingScore')).map((judge) => judge.judge));
  const ofScores = report.outlying.filter((one) => surprising.has(one.judge)).map((one): FoundQuestion => ({
    kind: 'outlyingScore', judgeId: one.judge, otherJudgeId: null, codeId: one.entry, evidence: figures({ z: one.z }),
  }));
  const ofPairs = report.alike.map(({ judges: [judgeId, otherJudgeId], shared, correlation, identical }): FoundQuestion => ({
    kind: 'copying', judgeId, otherJudgeId, codeId: null, evidence: figures({ shared, correlation, identical }),
  }));
  const ofRegions = report.favouring.filter((one) => one.difference >= FAVOUR_MATTERS).map(({ judge, difference, p }): FoundQuestion => ({
    kind: 'favouring', judgeId: judge, otherJudgeId: null, codeId: null, evidence: { ...figures({ difference }), chance: Math.max(0.0001, Math.round(p * 10_000) / 10_000) },
  }));
  return [...ofJudges, ...ofScores, ...ofPairs, ...ofRegions];
}

/** What the times of handing in ask. */
export const questionsOfTime = (found: readonly LastMinute[], hours: number): FoundQuestion[] =>
  found.map(({ judge, late, sheets }) => ({ kind: 'lastMinute', judgeId: judge, otherJudgeId: null, codeId: null, evidence: { late, entries: sheets, hours } }));
