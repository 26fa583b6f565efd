import type { DefaultRule } from '../core/rulebook.types.js';

const noSource = { zh: '未找到官方条文，按惯例设定', en: 'No official text was found; set by custom' };
const interpreted = { zh: '条文有规定，界限按此理解', en: 'Ruled by an official text; its limits are read this way' };
const elsewhere = { zh: '参照其他竞赛的规定', en: 'Taken from the rules of other contests' };

/** Every rule of the innovation contest for which the office must decide itself, with its place in the document. */
export const innovationDefaults: DefaultRule[] = [
  { pointer: '/types/0/title/max', label: { zh: '项目名称最多字数', en: 'Longest title in characters' }, reason: noSource },
  { pointer: '/types/0/coaches/max', label: { zh: '辅导教师最多人数', en: 'Most coaches' }, reason: noSource },
  { pointer: '/types/0/classes/0/refused', label: { zh: '不得申报A类的学段', en: 'School stages kept out of class A' }, reason: interpreted },
  { pointer: '/types/0/window', label: { zh: '研究完成时间的范围（含起日，不含止日）', en: 'Span in which the work must be finished (first day in, last day out)' }, reason: interpreted },
  { pointer: '/types/0/fields/0/min', label: { zh: '摘要最少字数', en: 'Shortest abstract' }, reason: noSource },
  { pointer: '/types/0/fields/0/max', label: { zh: '摘要最多字数', en: 'Longest abstract' }, reason: noSource },
  { pointer: '/types/0/materials/0/maxBytes', label: { zh: '研究报告最大字节数', en: 'Largest report in bytes' }, reason: noSource },
  { pointer: '/types/0/materials/0/maxPages', label: { zh: '研究报告最多页数', en: 'Most pages of the report' }, reason: noSource },
  { pointer: '/types/0/materials/3/min', label: { zh: '作品图片最少张数', en: 'Fewest pictures' }, reason: elsewhere },
  { pointer: '/types/0/materials/3/max', label: { zh: '作品图片最多张数', en: 'Most pictures' }, reason: elsewhere },
  { pointer: '/types/0/materials/4/maxBytes', label: { zh: '视频最大字节数', en: 'Largest video in bytes' }, reason: noSource },
  { pointer: '/types/0/materials/4/maxSeconds', label: { zh: '视频最长秒数', en: 'Longest video in seconds' }, reason: elsewhere },
  { pointer: '/chain/1/quota', label: { zh: '县级推荐是否限额', en: 'Whether counties have a quota' }, reason: noSource },
  { pointer: '/calendar/lastSecond', label: { zh: '截止的那一秒是否仍算按时', en: 'Whether the very second of a deadline is in time' }, reason: noSource },
  { pointer: '/scoring/sheets/initial/items', label: { zh: '初评评分项目与满分', en: 'Criteria and marks of the initial review' }, reason: noSource },
  { pointer: '/scoring/sheets/final/items', label: { zh: '终评评分项目与满分', en: 'Criteria and marks of the final review' }, reason: noSource },
  { pointer: '/scoring/stages/0/judges', label: { zh: '初评去掉最高最低分的人数条件', en: 'When the initial review drops highest and lowest' }, reason: noSource },
  { pointer: '/scoring/stages/1/judges', label: { zh: '终评去掉最高最低分的人数条件', en: 'When the final review drops highest and lowest' }, reason: noSource },
  { pointer: '/scoring/stages/0/screens', label: { zh: '分歧提示的界限', en: 'When judges count as far apart' }, reason: noSource },
  { pointer: '/scoring/total/weights', label: { zh: '初评与终评的权重', en: 'Weights of initial and final review' }, reason: noSource },
  { pointer: '/scoring/ranking/keys', label: { zh: '同分时的比较次序', en: 'How ties are broken' }, reason: noSource },
  { pointer: '/scoring/awards/0/levels', label: { zh: '各等奖比例（累计后取整）', en: 'Shares of the prizes (added up, then rounded down)' }, reason: noSource },
  { pointer: '/scoring/awards/0/ties', label: { zh: '线上同分的处理', en: 'Ties across a line' }, reason: elsewhere },
  { pointer: '/scoring/awards/0/smallGroup', label: { zh: '人数很少的组别的处理', en: 'Very small groups' }, reason: noSource },
  { pointer: '/scoring/selections/0/places', label: { zh: '入围终评的比例', en: 'Share of finalists' }, reason: noSource },
  { pointer: '/panels/0/judgesPerEntry', label: { zh: '初评每件作品的评委数', en: 'Judges for each work, initial review' }, reason: noSource },
  { pointer: '/panels/1/judgesPerEntry', label: { zh: '终评每件作品的评委数', en: 'Judges for each work, final review' }, reason: noSource },
  { pointer: '/panels/0/reminders', label: { zh: '初评何时催办', en: 'When judges are reminded, initial review' }, reason: noSource },
  { pointer: '/panels/1/reminders', label: { zh: '终评何时催办', en: 'When judges are reminded, final review' }, reason: noSource },
  { pointer: '/panels/1/discussion', label: { zh: '终评何时可以合议', en: 'When the final panel may talk' }, reason: noSource },
  { pointer: '/panels/1/paperSheets', label: { zh: '纸质评分表由两人录入', en: 'Paper sheets entered by two persons' }, reason: noSource },
  { pointer: '/publication/feedback', label: { zh: '向参赛者反馈的内容', en: 'What participants learn of the judging' }, reason: noSource },
  { pointer: '/publication/names', label: { zh: '公示时姓名的遮盖', en: 'Masking of names on publication' }, reason: noSource },
  { pointer: '/publication/dayCount', label: { zh: '公示天数的计算', en: 'How the days of notice are counted' }, reason: elsewhere },
  { pointer: '/publication/objectionAnswerDays', label: { zh: '异议答复期限（工作日）', en: 'Working days to answer an objection' }, reason: noSource },
  { pointer: '/retention/identityDaysAfterEdition', label: { zh: '证件号码与联系方式保存天数', en: 'Days identity numbers and contacts are kept' }, reason: noSource },
  { pointer: '/retention/draftDays', label: { zh: '未提交草稿保存天数', en: 'Days unsent drafts are kept' }, reason: noSource },
  { pointer: '/retention/reviewDays', label: { zh: '评审档案保存天数', en: 'Days review files are kept' }, reason: noSource },
];
