export default {
  title: '评分校正', link: '评分校正：原始分与校正分对照', asked: '每件作品的原始分与校正分并排，以及校正所依据的评委尺度。供评委会和秘书处查看，不能在这里改分。',
  notYet: '评审组全部锁定后才能查看', none: '还没有报告', noneHow: '所有评审组锁定后自动生成。', madeAt: '根据 {at} 的评审可靠性报告',
  rawCounts: '计入成绩的是原始分：规则没有规定校正。下面的模型分只供参考，不影响名次。', correctedCounts: '计入成绩的是校正分（{method}），规则在评审开始前已经规定。',
  method: { shift: '平移', zscore: '标准分', robust: '稳健标准分', additive: '加法模型', mixed: '混合模型' },
  limits: '校正受到的限制', interval: '{low} 至 {high}',
  fact: { entry: '分数差别来自作品', judge: '来自评委尺度', rest: '其余', reliability: '可靠性', parts: '连通块', connected: '评委都可以互相比较', apart: '块与块之间无法比较' },
  judges: { heading: '评委的尺度', title: '{group}：评委的尺度', chart: '各评委比其他评委平均高或低多少分？', judge: '评委', entries: '份数', mean: '平均分', effect: '偏高或偏低（分）', effectInterval: '95% 区间', spread: '分数标准差', spreadInterval: '95% 区间', flags: '说明' },
  entries: { heading: '原始分与校正分', title: '{group}：原始分与校正分', code: '编号', rank: '名次', raw: '原始分', counted: '校正分（计入）', model: '模型分（参考）', change: '相差', rawPlace: '按原始分', correctedPlace: '按校正分', moved: '变化', same: '不变', up: '升 {places}', down: '降 {places}' },
};
