import type { Rulebook, Words } from '#libs/contests';
import { currentContext, text } from '#libs/platform';
import { FINALIST } from './core/proposal-rows.js';

/** Keys of what a list may give, best first: finalists, then the prizes and mentions of each set. */
export const awardOrder = (rulebook: Rulebook): string[] => [
  FINALIST, ...(rulebook.scoring.awards ?? []).flatMap((set) => [...set.levels.map((level) => level.key), ...(set.mention ? [set.mention.key] : [])]),
];

/** Names for the keys of a rulebook, in the language of the request. */
export class ResultLabels {
  constructor(private readonly rulebook: Rulebook) {}

  private say(words: Words | undefined, key: string): string {
    return words?.[currentContext().language] ?? key;
  }

  type(key: string): string {
    return this.say(this.rulebook.types.find((one) => one.key === key)?.label, key);
  }

  group(key: string): string {
    return this.say(this.rulebook.groups.find((one) => one.key === key)?.label, key);
  }

  discipline(key: string | null): string | null {
    return key === null ? null : this.say(this.rulebook.disciplines.find((one) => one.key === key)?.label, key);
  }

  stage(key: string): string {
    return this.say(this.rulebook.scoring.stages.find((one) => one.key === key)?.label, key);
  }

  /** Ranking groups are `<type>.<group>`, and `.<class>` where classes are ranked by themselves. */
  rankingGroup(key: string): string {
    const [type = '', group, classKey] = key.split('.');
    if (group === undefined) return this.group(key);
    const ofClass = this.rulebook.types.find((one) => one.key === type)?.classes?.find((one) => one.key === classKey);
    return [this.type(type), this.group(group), ...(classKey === undefined ? [] : [this.say(ofClass?.label, classKey)])].join(' · ');
  }

  award(key: string | null): string | null {
    if (key === null) return null;
    if (key === FINALIST) return text('results.finalist');
    for (const set of this.rulebook.scoring.awards ?? []) {
      const level = set.levels.find((one) => one.key === key);
      if (level) return this.say(level.label, key);
      if (set.mention?.key === key) return this.say(set.mention.label, key);
    }
    return key;
  }
}
