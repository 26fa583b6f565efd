import type { Problem } from '../engine/problem.js';
import type { ResultRow, ScoreOutput, SelectionResult } from '../engine/score-output.types.js';
import { fill, textsIn, type Language, type Texts } from '../i18n/texts.js';
import type { ScoringRules } from '../rules/rules.types.js';
import { sheetsNamed } from '../rules/stage-sheet.js';
import type { Words } from '../rules/words.types.js';
import type { AwardTrace, SheetTrace, StageTrace } from './trace.types.js';

/** The sentence for a problem. */
export function problemText(one: Problem, language: Language): string {
  const texts = textsIn(language);
  return fill(texts.problem[sentenceOf(one)] ?? `${one.code} {path}`, { path: one.path, ...one.params });
}

/** A range may be open at one end. */
function sentenceOf({ code, params }: Problem): string {
  if (code !== 'ITEM_OUT_OF_RANGE') return code;
  return params?.['min'] === '' ? 'ITEM_TOO_HIGH' : params?.['max'] === '' ? 'ITEM_TOO_LOW' : code;
}

/**
 * How an entry came to its result, as one paragraph. With the rules, stages, keys and prizes are called by their labels; without, by their keys.
 * Null when the output has no such entry.
 */
export function explain(output: ScoreOutput, entryId: string, language: Language, rules?: ScoringRules): string | null {
  for (const group of output.groups) {
    const row = group.rows.find((candidate) => candidate.entry === entryId);
    const proofs = output.selections.flatMap((selection) => selection.proof.filter((proof) => proof.entry === entryId).map((proof) => ({ ...proof, selection: selection.selection })));
    if (row) return new Explanation({ row, proofs }, language, rules).paragraph();
  }
  return null;
}

class Explanation {
  private readonly texts: Texts;

  private readonly row: ResultRow;

  constructor(
    private readonly about: { row: ResultRow; proofs: readonly (SelectionResult['proof'][number] & { selection: string })[] },
    private readonly language: Language,
    private readonly rules: ScoringRules | undefined,
  ) {
    this.row = about.row;
    this.texts = textsIn(language);
  }

  paragraph(): string {
    const { texts, row } = this;
    const parts = row.trace.stages.flatMap((stage) => this.stage(stage));
    parts.push(...this.total());
    if (row.state === 'ranked') parts.push(...this.rank());
    else parts.push(texts.state[row.state] ?? row.state);
    parts.push(...row.trace.awards.map((award) => this.award(award)));
    for (const proof of this.about.proofs) parts.push(fill(texts.selection[proof.reason] ?? proof.reason, { ...proof.params, selection: this.label('selections', proof.selection) }));
    return parts.join(texts.join) + texts.end;
  }

  private label(kind: 'stages' | 'awards' | 'selections', key: string): string {
    const known: readonly { key: string; label?: Words }[] = this.rules?.[kind] ?? [];
    const found = known.find((one) => one.key === key);
    return found?.label?.[this.language] ?? key;
  }

  private itemLabel(stage: string, key: string): string {
    const rules = this.rules?.stages.find((one) => one.key === stage);
    const sheets = rules?.kind === 'sheets' ? sheetsNamed(rules).map(({ sheet }) => this.rules?.sheets?.[sheet]) : [];
    const found = sheets.flatMap((sheet) => sheet?.items ?? []).find((item) => item.key === key);
    return found?.label[this.language] ?? key;
  }

  private stage(trace: StageTrace): string[] {
    const { texts } = this;
    const name = this.label('stages', trace.stage);
    const state = this.row.stages[trace.stage]?.state ?? 'missing';
    const counted = trace.sheets.filter((sheet) => sheet.use === 'counted' || sheet.use === 'droppedHigh' || sheet.use === 'droppedLow');
    const parts: string[] = [];
    if (trace.problems) parts.push(...this.problems(trace, name));
    else if (trace.matches) parts.push(...this.matches(trace, name));
    else if (trace.rounds.length > 0) parts.push(...this.rounds(trace, name));
    else if (counted.length > 0) parts.push(...this.judges(trace, name, counted));
    else if (trace.score !== null) parts.push(fill(texts.stageScore, { stage: name, score: trace.score }));
    if (state !== 'ok') parts.push(fill(texts.stageState[state] ?? '', { stage: name }));
    return parts;
  }

  private problems(trace: StageTrace, name: string): string[] {
    const { texts } = this;
    const problems = (trace.problems ?? []).map((one) =>
      one.score === null
        ? fill(texts.problemOpen, { problem: one.problem, state: texts.markNeeded[one.state] ?? one.state })
        : fill(texts.problemScore, { problem: one.problem, score: one.score, by: texts.markedBy[one.by ?? ''] ?? '' }),
    );
    const parts = [fill(texts.problems, { stage: name, problems: problems.join(texts.list) })];
    if (trace.score !== null) parts.push(fill(texts.stageScore, { stage: name, score: trace.score }));
    return parts;
  }

  private matches(trace: StageTrace, name: string): string[] {
    const { texts } = this;
    const matches = trace.matches ?? [];
    const count = (result: string): number => matches.filter((match) => match.result === result).length;
    const parts = [fill(texts.games, { stage: name, played: matches.length, won: count('won'), tied: count('tied'), lost: count('lost') })];
    if (count('out') > 0) parts.push(fill(texts.gamesOut, { outs: count('out') }));
    if (trace.score !== null) parts.push(fill(texts.stageScore, { stage: name, score: trace.score }));
    return parts;
  }

  private judges(trace: StageTrace, name: string, counted: readonly SheetTrace[]): string[] {
    const { texts } = this;
    const single = counted.length === 1;
    const scores = counted.map((sheet) => sheet.total ?? '').join(texts.list);
    const parts = [fill(single ? texts.oneScore : texts.judgeScores, { stage: name, count: counted.length, scores })];
    const corrected = counted.filter((sheet) => sheet.corrected !== null);
    if (corrected.length > 0) parts.push(fill(texts.corrected, { scores: corrected.map((sheet) => sheet.corrected ?? '').join(texts.list) }));
    const dropped = counted.filter((sheet) => sheet.use !== 'counted').map((sheet) => sheet.corrected ?? sheet.total ?? '');
    if (dropped.length > 0) parts.push(fill(texts.dropped, { scores: dropped.join(texts.list) }));
    const items = (trace.items ?? []).filter((item) => item.dropped.length > 0).map((item) => fill(texts.droppedOf, { item: this.itemLabel(trace.stage, item.item), scores: item.dropped.map((one) => one.points).join(texts.list) }));
    if (items.length > 0) parts.push(fill(texts.droppedItems, { items: items.join(texts.list) }));
    const voided = trace.sheets.filter((sheet) => sheet.use === 'void');
    if (voided.length > 0) {
      const reasons = [...new Set(voided.map((sheet) => this.reason(sheet)))].join(texts.list);
      parts.push(fill(texts.voided, { count: voided.length, reasons }));
    }
    if (trace.score !== null && !single) parts.push(fill(texts.methodResult, { method: texts.method[judgeMethod(trace.method)] ?? '', score: trace.score }));
    return parts;
  }

  private reason(sheet: SheetTrace): string {
    if (sheet.reason === 'withdrawn') return this.texts.reasonWithdrawn;
    return sheet.reason === 'recused' ? this.texts.reasonRecused : this.texts.reasonVoid;
  }

  private rounds(trace: StageTrace, name: string): string[] {
    const { texts } = this;
    const rounds = trace.rounds.map((round) => round.score ?? '–').join(texts.list);
    const parts = [fill(texts.rounds, { stage: name, rounds })];
    if (trace.score !== null) parts.push(fill(texts.roundsResult, { method: texts.roundMethod[trace.method.split('/')[1] ?? ''] ?? '', score: trace.score }));
    return parts;
  }

  private total(): string[] {
    const { texts, row } = this;
    const trace = row.trace.total;
    if (!trace || row.total === null) return [];
    if (trace.parts.length <= 1 && trace.parts.every((part) => part.weight === null)) return [fill(texts.total, { score: trace.score })];
    const sum = trace.parts.map((part) => (part.weight === null ? part.score : `${part.score} × ${part.weight}`)).join(' + ');
    const same = trace.exact === trace.score || trace.score === padded(trace.exact, trace.score);
    return [fill(same ? texts.totalOf : texts.totalRounded, { sum, exact: trace.exact, score: trace.score })];
  }

  private rank(): string[] {
    const { texts } = this;
    const trace = this.row.trace.rank;
    if (!trace) return [];
    const parts = [fill(texts.rank, { rank: trace.rank, of: trace.of })];
    if (trace.tied > 0) {
      const unnamed = trace.tied - trace.tiedWith.length;
      parts.push(fill(unnamed > 0 ? texts.tiedMore : texts.tied, { entries: trace.tiedWith.join(texts.list), more: unnamed }));
    }
    for (const tie of trace.brokenTies) {
      const key = this.rules?.ranking.keys.find((candidate) => candidate.key === tie.key)?.label?.[this.language] ?? tie.key;
      parts.push(fill(tie.won ? texts.brokenWon : texts.brokenLost, { with: tie.with, key, mine: tie.mine, theirs: tie.theirs }));
    }
    return parts;
  }

  private award(trace: AwardTrace): string {
    const award = this.rules?.awards?.find((one) => one.key === trace.award);
    const levels = [...(award?.levels ?? []), ...(award?.mention ? [award.mention] : [])];
    const level = trace.level === null ? this.texts.none : (levels.find((one) => one.key === trace.level)?.label[this.language] ?? trace.level);
    return fill(this.texts.award[trace.reason] ?? '', { ...trace.params, award: this.label('awards', trace.award), level });
  }
}

const judgeMethod = (method: string): string => (method.split('/')[0] ?? '').split('+').at(-1) ?? '';

/** "84" written with as many decimals as "84.00". */
function padded(exact: string, like: string): string {
  const places = like.split('.')[1]?.length ?? 0;
  const [units = '', decimals = ''] = exact.split('.');
  return places === 0 || decimals.length > places || exact.includes('/') ? exact : `${units}.${decimals.padEnd(places, '0')}`;
}
