import { text } from '#libs/platform';
import type { PrintedReliability } from './core/printed-reliability.js';
import type { GroupReliability } from './core/reliability.js';
import type { StoredReliability } from './core/stored-reliability.js';

interface Heading {
  edition: string;
  stage: string;
  sheets: number;
  digest: string;
  madeAt: Date;
}

const say = (key: string, params: Record<string, string | number> = {}): string => text(`judging.reliability.${key}`, params);
const fixed = (value: number | null, places = 2): string => (value === null ? '–' : value.toFixed(places));
const percent = (chance: number): string => `${Math.round(chance * 100)} %`;
/** Entries whose place at a cut is open enough to look at. */
const OPEN = { from: 0.05, to: 0.95 };
const LONGEST_TABLE = 60;

/** The report in the words of the reader. */
export function printOf(figures: StoredReliability, { edition, stage, sheets, digest, madeAt }: Heading): PrintedReliability {
  return {
    title: say('title', { edition, stage }),
    facts: [
      [say('madeAt'), new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(madeAt)],
      [say('sheets'), String(sheets)],
      [say('counts'), figures.correction === null ? say('countsRaw') : say('countsCorrected', { method: say(`method.${figures.correction}`) })],
      [say('digest'), digest],
    ],
    groups: figures.groups.map((group) => ({ title: group.label, facts: factsOf(group), ...severityOf(group), tables: tablesOf(group) })),
    notes: [say('noteModel'), say('noteInterval'), say('noteScreens'), say('noteCriteria')],
  };
}

function factsOf(group: GroupReliability): [string, string][] {
  const { model, icc } = group;
  return [
    [say('size'), say('sizeOf', { entries: group.entries, judges: group.judges, sheets: group.sheets })],
    [say('variance'), say('varianceOf', { entry: fixed(model.varEntry), judge: fixed(model.varJudge), rest: fixed(model.varResidual) })],
    [say('icc'), icc ? say('iccOf', { single: fixed(icc.single), mean: fixed(icc.mean) }) : '–'],
    ...(group.completeIcc ? [[say('completeIcc'), say('intervalOf', { value: fixed(group.completeIcc.mean), low: fixed(group.completeIcc.low), high: fixed(group.completeIcc.high) })] as [string, string]] : []),
    [say('alpha'), fixed(group.alpha)],
    ...(group.w === null ? [] : [[say('w'), fixed(group.w)] as [string, string]]),
    [say('modelReliability'), fixed(model.reliability)],
    [say('readers'), group.readersFor80 === null ? '–' : String(group.readersFor80)],
    ...(model.parts > 1 ? [[say('parts'), say('partsOf', { parts: model.parts })] as [string, string]] : []),
  ];
}

function severityOf({ severity }: GroupReliability): Pick<PrintedReliability['groups'][number], 'severityTitle' | 'severity' | 'zero'> {
  const reach = Math.max(1, ...severity.map((one) => Math.max(Math.abs(one.low), Math.abs(one.high))));
  const place = (points: number): number => (points + reach) / (2 * reach);
  return {
    severityTitle: say('severity'),
    zero: 0.5,
    severity: severity.map((one) => ({
      judge: one.judge, at: place(one.effect), low: place(one.low), high: place(one.high), text: say('severityOf', { effect: fixed(one.effect), low: fixed(one.low), high: fixed(one.high), entries: one.entries }),
    })),
  };
}

function tablesOf(group: StoredReliability['groups'][number]): PrintedReliability['groups'][number]['tables'] {
  const open = group.rows.filter((row) => row.above.some((chance) => chance > OPEN.from && chance < OPEN.to)).slice(0, LONGEST_TABLE);
  const tables = [];
  if (open.length > 0) {
    tables.push({
      title: say('openTitle', { cuts: group.cuts.map((cut) => say('cut', { name: cut.name, places: cut.places })).join('，') }),
      columns: [say('column.code'), say('column.score'), say('column.rank'), say('column.adjusted'), say('column.adjustedRank'), say('column.interval'), ...group.cuts.map((cut) => cut.name)],
      rows: open.map((row) => [
        row.entry, row.score ?? '–', String(row.rank ?? '–'), fixed(row.adjusted), String(row.adjustedRank ?? '–'), row.low === null ? '–' : `${row.low}–${row.high ?? ''}`, ...row.above.map(percent),
      ]),
    });
  }
  if (group.extras.length > 0) {
    tables.push({
      title: say('extraTitle'),
      columns: [say('column.code'), say('column.extra'), say('column.meanBefore'), say('column.meanAfter'), say('column.rankBefore'), say('column.rankAfter')],
      rows: group.extras.slice(0, LONGEST_TABLE).map((one) => [one.entry, String(one.extra), fixed(one.meanBefore), fixed(one.meanAfter), String(one.rankBefore), String(one.rankAfter)]),
    });
  }
  if (group.criteria?.length) {
    tables.push({
      title: say('criteriaTitle'),
      columns: [say('column.criterion'), say('column.max'), say('column.mean'), say('column.spread'), say('column.discrimination'), say('column.agreement')],
      rows: group.criteria.map((one) => [one.label, String(one.max), fixed(one.mean), fixed(one.spread), fixed(one.discrimination), fixed(one.agreement)]),
    });
  }
  return tables;
}
