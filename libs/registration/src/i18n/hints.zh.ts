import type { TextTree } from '#libs/platform';

export const zh: TextTree = {
  errors: {
    HINT_GONE: '这条提示所依据的情况已经变化，不需要再处理。请刷新页面。',
    HINT_DECIDED_ABOVE: '{level}已对这条提示作出结论，下级不能改动。',
    HINT_UPHELD: '核查结论为“确有问题”：{hint}作品不能继续上报。请退回修改；如情况已查清，请先写明理由，改为“核实无问题”。',
    HINTS_OPEN: '还有 {count} 条系统提示没有核查结论，按规则须逐条处理后才能继续：{hint}',
  },
  hintLevels: { school: '学校', county: '县市区', prefecture: '市州', province: '省组委会办公室' },
};
