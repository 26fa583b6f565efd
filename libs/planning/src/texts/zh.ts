import type { PlanningTexts } from './planning-texts.js';

export const zh: PlanningTexts = {
  proof: {
    'reviews-short': ({ groups, entries, judges, need, capacity }) =>
      `${groups.length > 0 ? `${groups.join('、')}：` : ''}${entries.length} 个项目需要 ${need} 次评审；${judges.length} 位无需回避的评委最多能评 ${capacity} 次，缺 ${need - capacity} 次。`,
    'minimum-short': ({ judges, minimum, entries, available }) => `${judges.length} 位评委至少应评 ${minimum} 次，但可分给他们的 ${entries.length} 个项目最多只需要 ${available} 次。`,
    'fixed-pair-in-conflict': ({ pair }) => `评委 ${pair.judge} 被指定评审项目 ${pair.entry}，但二者须回避。`,
    'fixed-over-need': ({ entry, need, fixed }) => `项目 ${entry} 需要 ${need} 位评委，却已指定 ${fixed} 位。`,
    'fixed-over-maximum': ({ judge, maximum, fixed }) => `评委 ${judge} 最多评 ${maximum} 个项目，却已指定 ${fixed} 个。`,
    'fixed-breaks-rule': ({ entry, judges }) => `为项目 ${entry} 指定的评委（${judges.join('、')}）不符合评审组构成规则。`,
    'solver-verdict': ({ entries, solver }) => `${entries.length} 个项目无法同时满足全部评审组构成规则（已由 ${solver} 完整搜索）。`,
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
