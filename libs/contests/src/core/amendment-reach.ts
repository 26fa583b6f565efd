import { sheetsNamed } from '#libs/scoring';
import type { Rulebook } from './rulebook.types.js';

const indexIn = (pointer: string, prefix: string): number | undefined => {
  const match = new RegExp(`^${prefix}/(\\d+)`).exec(pointer);
  return match ? Number(match[1]) : undefined;
};

/** Scoring stages whose results depend on the value at `pointer`. Whatever cannot be tied to one stage touches all of them. */
function stagesOf(pointer: string, rulebook: Rulebook): string[] {
  const all = rulebook.scoring.stages.map((stage) => stage.key);
  const panel = indexIn(pointer, '/panels');
  if (panel !== undefined) return [rulebook.panels[panel]?.stage ?? ''].filter((key) => all.includes(key));
  if (!pointer.startsWith('/scoring')) return [];
  const stage = indexIn(pointer, '/scoring/stages');
  if (stage !== undefined) return [rulebook.scoring.stages[stage]?.key ?? ''].filter(Boolean);
  const sheet = /^\/scoring\/sheets\/([^/]+)/.exec(pointer)?.[1];
  if (sheet !== undefined) return rulebook.scoring.stages.filter((one) => one.kind === 'sheets' && sheetsNamed(one).some((named) => named.sheet === sheet)).map((one) => one.key);
  return all;
}

function typesOf(pointer: string, rulebook: Rulebook): string[] {
  const type = indexIn(pointer, '/types');
  if (type !== undefined) return [rulebook.types[type]?.key ?? ''].filter(Boolean);
  return /^\/(types|groups|disciplines|consent|blind)(\/|$)/.test(pointer) ? rulebook.types.map((one) => one.key) : [];
}

/** Which stages' results and which types' entries the changed values touch, before or after the change. */
export function touchedBy(changed: string[], before: Rulebook, after: Rulebook): { stages: string[]; types: string[] } {
  const both = [before, after];
  return {
    stages: [...new Set(changed.flatMap((pointer) => both.flatMap((rulebook) => stagesOf(pointer, rulebook))))],
    types: [...new Set(changed.flatMap((pointer) => both.flatMap((rulebook) => typesOf(pointer, rulebook))))],
  };
}
