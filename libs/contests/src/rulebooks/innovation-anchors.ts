import type { ScoreItem } from '#libs/scoring';

type Anchors = NonNullable<ScoreItem['anchors']>;

const anchor = (from: number, zh: string, en: string): Anchors[number] => ({ from, label: { zh, en } });

/** What the values of the initial review's criteria mean, so that judges use one scale. No source gives such a text: the office confirms it with the criteria. */
export const initialAnchors: Record<'innovation' | 'science' | 'practice' | 'report', Anchors> = {
  innovation: [
    anchor(34, '选题或方法在本学段少见，有自己的创见', 'Rare at this age, with ideas of their own'),
    anchor(28, '在已有做法上有明显改进', 'A clear step beyond what exists'),
    anchor(20, '常见选题，有局部新意', 'A common topic with something new in part'),
    anchor(0, '重复已有成果，看不出新意', 'Repeats what is known'),
  ],
  science: [
    anchor(26, '设计有对照，数据充分，推理严密', 'Controlled design, ample data, tight reasoning'),
    anchor(21, '设计合理，数据基本支持结论', 'Sound design, data mostly support the conclusion'),
    anchor(15, '有疏漏，结论部分成立', 'Has gaps; the conclusion holds in part'),
    anchor(0, '有原理错误，或数据不能支持结论', 'Wrong in principle, or data do not support it'),
  ],
  practice: [
    anchor(17, '已实际使用，效果有记录', 'In real use, with a record of its effect'),
    anchor(14, '针对真实问题，可以推广', 'Answers a real problem and could spread'),
    anchor(10, '有用途，条件有限', 'Useful under narrow conditions'),
    anchor(0, '看不出用途', 'No use to be seen'),
  ],
  report: [
    anchor(9, '结构完整，图表规范，引用清楚', 'Complete, well drawn, well sourced'),
    anchor(7, '基本完整，有小的不规范', 'Mostly complete with small faults'),
    anchor(5, '能看懂，有明显缺项', 'Readable, with clear omissions'),
    anchor(0, '难以看懂或严重缺项', 'Hard to follow or badly incomplete'),
  ],
};
