import type { ScoreItem, SheetItem, SheetRules, Words } from '#libs/scoring';
import { initialAnchors } from './innovation-anchors.js';

type Said = readonly [zh: string, en: string];

const words = ([zh, en]: Said): Words => ({ zh, en });

/** A criterion in half points. Three texts say what good, middling and weak mean: from 85 %, from 60 % and from nothing of the points. */
function criterion(key: string, label: Said, max: number, hint?: Said, means?: readonly [Said, Said, Said]): SheetItem & ScoreItem {
  const anchors = means?.map((text, level) => ({ from: Math.round(max * ([0.85, 0.6, 0][level] ?? 0)), label: words(text) }));
  return { kind: 'score', key, label: words(label), max, step: 0.5, ...(hint ? { hint: words(hint) } : {}), ...(anchors ? { anchors } : {}) };
}

const innovation: Said = ['创新性', 'Innovation'];
const science: Said = ['科学性', 'Scientific quality'];
const practice: Said = ['实用性', 'Practical value'];
const answers: Said = ['问辩', 'Questions and answers'];
const ownWork: Said = ['是否由本人完成、理解是否深入', 'Own work, depth of understanding'];

const projectInitial: SheetRules = {
  label: { zh: '创新成果初评表', en: 'Projects, initial review' },
  items: [
    { ...criterion('innovation', innovation, 40, ['选题与方法是否新颖、先进', 'Novel topic and method']), anchors: initialAnchors.innovation },
    { ...criterion('science', science, 30, ['立论、设计、数据与推理是否可靠', 'Sound design, data and reasoning']), anchors: initialAnchors.science },
    { ...criterion('practice', practice, 20, ['能否解决实际问题', 'Solves a real problem']), anchors: initialAnchors.practice },
    { ...criterion('report', ['研究报告', 'Report'], 10, ['表达是否完整、规范', 'Complete and well written']), anchors: initialAnchors.report },
  ],
};

const projectFinal: SheetRules = {
  label: { zh: '创新成果终评表', en: 'Projects, final review' },
  items: [
    criterion('innovation', innovation, 30),
    criterion('science', science, 25),
    criterion('practice', practice, 15),
    criterion('display', ['现场展示', 'Display'], 10),
    criterion('answers', answers, 20, ownWork),
  ],
};

/** 50 imagination, 25 science, 25 art: the marks of the national painting contest (domain 4.1). Imagination takes the place of innovation when ties are broken. */
const painting: SheetRules = {
  label: { zh: '科学幻想绘画评分表', en: 'Science-fantasy paintings' },
  items: [
    criterion('imagination', ['想象力', 'Imagination'], 50, ['构思是否新奇、独特，有儿童自己的想法', "A new and unusual idea, the child's own"], [
      ['构思新奇独特，画面讲出了自己的故事', 'A rare idea that tells a story of its own'],
      ['有自己的想法，部分内容常见', 'An idea of its own, parts of it are common'],
      ['常见题材，看不出自己的想法', 'A common subject without an idea of its own'],
    ]),
    criterion('science', science, 25, ['幻想是否有科学道理，能看出探索的意义', 'The fantasy has a scientific grain and a purpose'], [
      ['有清楚的科学依据或合理的推想', 'Clearly rests on science or sound conjecture'],
      ['与科学有联系，道理不够充分', 'Touches science; the reasoning is thin'],
      ['与科学无关，或含明显谬误', 'Has nothing to do with science, or is plainly wrong'],
    ]),
    criterion('art', ['绘画艺术', 'Art'], 25, ['构图、色彩与技法', 'Composition, colour and technique'], [
      ['构图完整，色彩协调，技法熟练', 'Complete composition, good colour, sure technique'],
      ['画面基本完整，表现一般', 'Mostly complete, ordinary execution'],
      ['画面凌乱或明显未完成', 'Untidy or plainly unfinished'],
    ]),
  ],
  derived: [{ key: 'innovation', label: words(innovation), value: 'imagination' }],
};

const practiceMeans: Record<'purpose' | 'process' | 'material' | 'result' | 'reflection', readonly [Said, Said, Said]> = {
  purpose: [['目的明确，来自真实问题', 'Clear, from a real question'], ['目的大致清楚', 'Roughly clear'], ['目的含糊', 'Vague']],
  process: [['过程完整，人人参与，步骤有记录', 'Complete, all took part, every step on record'], ['主要步骤齐全', 'The main steps are there'], ['过程缺失或由他人代做', 'Steps are missing or done by others']],
  material: [['原始材料完整、真实、可查', 'Complete, genuine, can be looked up'], ['有原始材料，部分缺失', 'There, in part missing'], ['没有原始材料', 'None']],
  result: [['结果确定，有实际效果', 'Definite, with a real effect'], ['有结果，效果有限', 'There is one, of limited effect'], ['没有明确结果', 'None that is definite']],
  reflection: [['体会真实，能看到改进', 'Genuine, shows what to better'], ['有体会，较笼统', 'There, but general'], ['没有体会或照抄', 'None, or copied']],
};

/** Purpose, process, raw material, result and reflection are what the rules expect of a practice activity (domain 4.1). The result takes the place of innovation when ties are broken. */
function practiceItems(marks: Record<keyof typeof practiceMeans, number>): SheetItem[] {
  return [
    criterion('purpose', ['活动目的', 'Purpose'], marks.purpose, ['目的是否明确，切合学生实际', 'Clear and fit for pupils'], practiceMeans.purpose),
    criterion('process', ['活动过程', 'Process'], marks.process, ['过程是否完整，学生是否真正参与', 'Complete; the pupils really took part'], practiceMeans.process),
    criterion('material', ['原始材料', 'Raw material'], marks.material, ['记录、数据、照片是否完整真实', 'Complete and genuine records, data, pictures'], practiceMeans.material),
    criterion('result', ['活动结果', 'Result'], marks.result, ['结果是否确定、有意义', 'Definite and meaningful'], practiceMeans.result),
    criterion('reflection', ['收获与体会', 'Reflection'], marks.reflection, ['学生是否有真实的收获', 'What the pupils really learnt'], practiceMeans.reflection),
  ];
}

const resultDecides: SheetRules['derived'] = [{ key: 'innovation', label: words(innovation), value: 'result' }];

const practiceInitial: SheetRules = {
  label: { zh: '科技实践活动初评表', en: 'Practice activities, initial review' },
  items: practiceItems({ purpose: 15, process: 25, material: 25, result: 20, reflection: 15 }),
  derived: resultDecides,
};

const practiceFinal: SheetRules = {
  label: { zh: '科技实践活动终评表', en: 'Practice activities, final review' },
  items: [...practiceItems({ purpose: 10, process: 20, material: 20, result: 20, reflection: 10 }), criterion('answers', answers, 20, ['学生能否说清自己做了什么', 'Pupils can tell what they did'])],
  derived: resultDecides,
};

const video: SheetRules = {
  label: { zh: '科学影像评分表', en: 'Science videos' },
  items: [
    criterion('science', science, 35, ['内容是否准确，探究是否真实', 'Correct content, genuine enquiry'], [
      ['内容准确，探究过程真实完整', 'Correct, with a genuine and complete enquiry'],
      ['内容基本正确，探究较浅', 'Mostly correct, a shallow enquiry'],
      ['有科学错误', 'Wrong in science'],
    ]),
    criterion('innovation', innovation, 30, ['选题与表现手法是否新颖', 'Novel subject and manner'], [
      ['选题或手法少见', 'A rare subject or manner'],
      ['有局部新意', 'Something new in part'],
      ['模仿已有影片', 'Follows an existing film'],
    ]),
    criterion('telling', ['表达', 'Telling'], 20, ['脚本、解说是否清楚、有感染力', 'Clear and engaging script and narration'], [
      ['思路清楚，引人入胜', 'Clear and engaging'],
      ['能看懂，较平淡', 'Understandable, rather flat'],
      ['难以看懂', 'Hard to follow'],
    ]),
    criterion('making', ['摄制', 'Making'], 15, ['画面、声音、剪辑', 'Picture, sound, cutting'], [
      ['画面清晰，声音与剪辑流畅', 'Sharp picture, smooth sound and cutting'],
      ['基本清晰', 'Mostly clear'],
      ['影响观看', 'Gets in the way of watching'],
    ]),
  ],
};

const aidItems = (marks: { innovation: number; science: number; teaching: number; making: number }): SheetItem[] => [
  criterion('innovation', innovation, marks.innovation, ['设计与已有教具相比的改进', 'What it betters over existing aids'], [
    ['原理或结构有自己的创造', 'An invention of its own in principle or structure'], ['对已有教具有改进', 'Betters an existing aid'], ['与已有教具相同', 'The same as an existing aid'],
  ]),
  criterion('science', science, marks.science, ['原理是否正确，现象是否准确', 'Correct principle and phenomenon'], [
    ['原理正确，现象明显准确', 'Correct, with a clear phenomenon'], ['基本正确', 'Mostly correct'], ['原理有误', 'Wrong in principle'],
  ]),
  criterion('teaching', ['教学价值', 'Value for teaching'], marks.teaching, ['能否用于课堂或科技活动，便于推广', 'Of use in class or activities, easy to spread'], [
    ['已用于教学，效果有记录', 'In use, with a record of its effect'], ['可以用于教学', 'Fit for use'], ['难以用于教学', 'Hard to use'],
  ]),
  criterion('making', ['制作质量', 'Workmanship'], marks.making, ['是否自制、安全、耐用', 'Self-made, safe, durable'], [
    ['做工精细，安全耐用', 'Fine work, safe and durable'], ['可以使用', 'Usable'], ['粗糙或不安全', 'Crude or unsafe'],
  ]),
];

const planItems = (marks: { innovation: number; science: number; carrying: number; effect: number }): SheetItem[] => [
  criterion('innovation', innovation, marks.innovation, ['主题与活动方式是否新颖', 'Novel theme and form'], [
    ['主题与方式有自己的创造', 'A theme and form of its own'], ['部分环节有新意', 'New in part'], ['照搬已有方案', 'An existing plan'],
  ]),
  criterion('science', science, marks.science, ['目标、内容与方法是否科学、适合学生', 'Sound aims, content and methods, fit for pupils'], [
    ['目标明确，内容准确，方法得当', 'Clear aims, correct content, apt methods'], ['基本合理', 'Mostly sound'], ['有明显不当', 'Plainly unsound'],
  ]),
  criterion('carrying', ['实施过程', 'How it was carried out'], marks.carrying, ['过程是否完整，学生是否主动参与', 'Complete; pupils take an active part'], [
    ['已完整实施，记录齐全', 'Carried out in full, all on record'], ['部分实施', 'Carried out in part'], ['缺少实施依据', 'No proof that it was carried out'],
  ]),
  criterion('effect', ['实施效果', 'Effect'], marks.effect, ['学生收获，可否推广', 'What pupils gained; whether it can spread'], [
    ['效果有数据，可以推广', 'Shown by data, can spread'], ['有效果，依据较少', 'Some effect, thin proof'], ['看不出效果', 'None to be seen'],
  ]),
];

const teacherAnswers = criterion('answers', answers, 20, ownWork);

/** Score sheets of the innovation contest by name. Only the painting's marks have a source; what the other types are judged on follows what the rules ask of them. */
export const innovationSheets: Record<string, SheetRules> = {
  projectInitial,
  projectFinal,
  painting,
  practiceInitial,
  practiceFinal,
  video,
  aidInitial: { label: { zh: '科教制作初评表', en: 'Teaching aids, initial review' }, items: aidItems({ innovation: 30, science: 25, teaching: 30, making: 15 }) },
  aidFinal: { label: { zh: '科教制作终评表', en: 'Teaching aids, final review' }, items: [...aidItems({ innovation: 25, science: 20, teaching: 25, making: 10 }), teacherAnswers] },
  planInitial: { label: { zh: '科教方案初评表', en: 'Activity plans, initial review' }, items: planItems({ innovation: 25, science: 25, carrying: 30, effect: 20 }) },
  planFinal: { label: { zh: '科教方案终评表', en: 'Activity plans, final review' }, items: [...planItems({ innovation: 20, science: 20, carrying: 25, effect: 15 }), teacherAnswers] },
};
