import type { CompositionRule } from '../assignment/problem.js';
import { NAMED_AT_MOST, type PlanningTexts } from './planning-texts.js';

/** 数量少时列出名称，多时只说数量。 */
const named = (ids: readonly string[]): string => (ids.length <= NAMED_AT_MOST ? `（${ids.join('、')}）` : '');

function ruleInWords(rule: CompositionRule): string {
  switch (rule.kind) {
    case 'at-least':
      return `至少 ${rule.count} 名“${rule.tag}”`;
    case 'at-most':
      return `至多 ${rule.count} 名“${rule.tag}”`;
    case 'at-most-per-employer':
      return `同一单位至多 ${rule.count} 名`;
    case 'at-most-per-region':
      return `同一地区至多 ${rule.count} 名`;
    case 'apart':
      return `${rule.judges.join('与')}不同组`;
  }
}

export const zh: PlanningTexts = {
  proof: {
    'reviews-short': ({ groups, entries, judges, need, capacity, rules = [] }) =>
      `${groups.length > 0 ? `${groups.join('、')}：` : ''}${entries.length} 个项目需要 ${need} 次评审；${judges.length} 位无需回避的评委${rules.length > 0 ? `按评审组构成规则（${rules.map(ruleInWords).join('、')}）` : ''}最多能评 ${capacity} 次，缺 ${need - capacity} 次。`,
    'minimum-short': ({ judges, minimum, entries, available }) => `${judges.length} 位评委至少应评 ${minimum} 次，但可分给他们的 ${entries.length} 个项目最多只需要 ${available} 次。`,
    'fixed-pair-in-conflict': ({ pair }) => `评委 ${pair.judge} 被指定评审项目 ${pair.entry}，但二者须回避。`,
    'fixed-over-need': ({ entry, need, fixed }) => `项目 ${entry} 需要 ${need} 位评委，却已指定 ${fixed} 位。`,
    'fixed-over-maximum': ({ judge, maximum, fixed }) => `评委 ${judge} 最多评 ${maximum} 个项目，却已指定 ${fixed} 个。`,
    'fixed-breaks-rule': ({ entry, judges }) => `为项目 ${entry} 指定的评委（${judges.join('、')}）不符合评审组构成规则。`,
    'solver-verdict': ({ groups, entries, judges, minimums, need, capacity, solver }) =>
      `${groups.length > 0 ? `${groups.join('、')}：` : ''}${entries.length} 个项目${named(entries)}需要 ${need} 次评审；${judges.length} 位无需回避的评委` +
      (minimums.length > 0 ? `无法同时满足评审组构成规则与 ${minimums.length} 位评委${named(minimums)}的最少评审量` : `在全部评审组构成规则之下${capacity === null ? '不能完成' : `最多能评 ${capacity} 次`}`) +
      `（已由 ${solver} 完整搜索）。`,
  },
  refusal: {
    'limit-too-tight': ({ least }) => `没有方案能满足该概率上限；最小可行上限为 ${least.numerator}/${least.denominator}。`,
    'seats-short': ({ candidates, sites, needs, seats }) =>
      sites.length === 0
        ? `没有考点能安排 ${candidates.length} 名考生${needs.length > 0 ? `（需要：${needs.join('、')}）` : ''}。`
        : `${candidates.length} 名考生${needs.length > 0 ? `（需要：${needs.join('、')}）` : ''}只能安排到 ${sites.join('、')}，而那里合适的座位只有 ${seats} 个。`,
    'neighbours-unavoidable': ({ value, site, candidates, apart, penalty }) => `${site} 有 ${value} 的考生 ${candidates} 名，而所用考场最多只能让 ${apart} 名互不相邻，罚分至少为 ${penalty}。`,
    'odd-number': ({ teams }) => `${teams} 支队伍无法两两配对，且不允许轮空。`,
    'everybody-had-a-bye': () => '队伍数为奇数，且各队均已轮空过。',
    'rematches-unavoidable': ({ separators, oddClusters }) =>
      `无法排出没有重复对阵的一轮：${separators.length > 0 ? `除去 ${separators.length} 支队伍（${separators.join('、')}）后，其余` : '各队'}分成 ${oddClusters.length} 个奇数组，各组与组外队伍均已交过手。`,
    'too-few-teams': ({ teams, perMatch }) => `一场比赛需要 ${perMatch} 支队伍，现只有 ${teams} 支。`,
    'gap-too-wide': ({ teams, perMatch, gap }) => `连续 ${gap} 场不重复出场需要 ${perMatch * gap} 支队伍，现只有 ${teams} 支。`,
    'time-short': ({ matches, places }) => `${matches} 场比赛排不下：时间段内只有 ${places} 个场次。`,
    'places-short': ({ proof }) => (proof.kind === 'reviews-short' ? `${proof.entries.join('、')}：需要 ${proof.need} 个时段，最多只有 ${proof.capacity} 个。` : '时段不足。'),
    'solver-verdict': ({ solver, items }) => `以下 ${items.length} 项没有能满足全部规则的时间表：${items.join('、')}（已由 ${solver} 完整搜索）；去掉其中任何一项即可排出。`,
    'floor-exceeds-total': ({ bound, total }) => `保底名额合计 ${bound} 个，超过可分配的 ${total} 个。`,
    'ceiling-below-total': ({ bound, total }) => `上限合计 ${bound} 个，少于应分配的 ${total} 个。`,
    'no-weight': ({ bound, total }) => `所有权重均为零：${total} 个名额只能分出 ${bound} 个。`,
    'no-whole-blocks': ({ blockSize, remainder }) => `名额须按 ${blockSize} 个一组分配，余 ${remainder} 个。`,
  },
  pair: {
    assigned: ({ score, rank, candidates, fixed }) => (fixed ? '事先指定。' : `专业匹配 ${score}，在 ${candidates} 位无需回避的评委中排第 ${rank}。`),
    conflict: () => '须回避，永不分配。',
    'not-needed': ({ score, rank, candidates, panelLowest, judgeAtMaximum, leastLoss }) =>
      [
        `专业匹配 ${score}，在 ${candidates} 位无需回避的评委中排第 ${rank}；现评审组最低为 ${panelLowest ?? '无'}。`,
        judgeAtMaximum ? '该评委已达评审上限。' : '',
        leastLoss.loadSteps > 0 ? `若强行分配，评委负担会更不均（至少 ${leastLoss.loadSteps}）。` : '',
        leastLoss.loadSteps === 0 ? (leastLoss.expertise > 0 ? `若强行分配，整体匹配至少损失 ${leastLoss.expertise}。` : '已选了同样好的方案。') : '',
      ].join(''),
  },
};
