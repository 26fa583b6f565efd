import { chunk, pdf, png } from './made-up-files.js';
import { jpeg, mp4, segment } from './made-up-media.js';
import type { EntryType, Stage } from './entry-kinds.js';
import type { MadeUpWork } from './made-up-works.js';

/** What the makers of an entry fill in and upload, besides people. */
export interface EntryContent {
  title: string;
  groupKey: string;
  classKey?: string;
  discipline?: string;
  form: Record<string, unknown>;
  files: { slot: string; name: string; content: Uint8Array }[];
}

export interface ContentOptions {
  work: MadeUpWork;
  stage: Stage;
  /** Distinguishes this entry's files from every other's. */
  mark: string;
  /** The calendar day so many days before the edition opened. */
  dayBefore(days: number): string;
  classKey?: string;
  discipline?: string;
}

const REFLECTION = '同学们第一次把课本里的方法用到身边的事情上，知道了数据要反复核对，也学会了分工、讨论和互相检查，遇到问题不再急着要答案。';
const IDEA = '画里是一座漂在海上的城市：屋顶的叶片收集阳光和雨水，树根一样的管道把海水变成淡水，会发光的海藻代替路灯。科学依据是光合作用、海水淡化和生物发光，我想象未来的人把这三件事合在一座房子里，城市就能自己呼吸、自己发电，也不再向大海排放任何东西，鱼群在它的影子里安家，孩子们坐着透明的小艇去上学，夜里整座城市像一盏浮在水面的灯。';

const report = (mark: string, pages = 6): EntryContent['files'][number] => ({ slot: 'report', name: '研究报告.pdf', content: pdf(`Report ${mark}`, pages) });
const notebook = (mark: string, slot = 'raw'): EntryContent['files'][number] => ({ slot, name: '原始记录.pdf', content: pdf(`Notebook ${mark}`, 4) });

/** Pictures are many and alike: a few are made once, and a comment tells them apart. */
const pictures = new Map<number, Uint8Array>();
function picture(mark: string, number: number): EntryContent['files'][number] {
  const tint = (mark.charCodeAt(mark.length - 1) + number) % 4;
  const plain = pictures.get(tint) ?? png(640, 480, tint);
  pictures.set(tint, plain);
  return { slot: 'images', name: `图${number}.png`, content: inserted(plain, 33, chunk('tEXt', Buffer.from(`Comment\0${mark}-${number}`, 'latin1'))) };
}

/** A picture with a comment after its header. */
const inserted = (content: Uint8Array, at: number, comment: Buffer): Uint8Array => Buffer.concat([content.subarray(0, at), comment, content.subarray(at)]);

let stripes: Uint8Array | undefined;
function painting(mark: string): EntryContent['files'][number] {
  stripes ??= jpeg(4000, 2832, 'stripes');
  return { slot: 'painting', name: '作品.jpg', content: inserted(stripes, 20, segment(0xfe, Buffer.from(mark))) };
}

/** A complete content of that type as its makers fill it in; the same options give the same content. */
export function contentOf(type: EntryType, options: ContentOptions): EntryContent {
  const { work, stage, mark, dayBefore } = options;
  const head = { title: work.title, groupKey: stage as string };
  const pair = [picture(mark, 1), picture(mark, 2)];
  switch (type) {
    case 'project':
      return {
        ...head, classKey: options.classKey ?? 'B', discipline: options.discipline ?? (stage === 'primary' ? 'TD' : 'EN'),
        form: { abstract: work.abstract, startDate: dayBefore(300), endDate: dayBefore(60), noveltyDate: dayBefore(30), aiUse: 'none' },
        files: [report(mark), { slot: 'novelty', name: '查新报告.pdf', content: pdf(`Novelty search ${mark}`, 2) }, notebook(mark), ...pair],
      };
    case 'teacher': {
      const plan = options.classKey === 'plan';
      const own = plan
        ? { planState: 'finished', planStart: dayBefore(200), planEnd: dayBefore(40), planPupils: 86, planEffect: REFLECTION }
        : { subject: 'physics', improvement: `${work.abstract}比原有教具更轻便，学生可以自己拆装。` };
      return { title: work.title, groupKey: 'teacher', classKey: plan ? 'plan' : 'making', form: { abstract: work.abstract, ...own, aiUse: 'none' }, files: [report(mark, 8), ...pair, ...(plan ? [notebook(mark, 'records')] : [])] };
    }
    case 'painting':
      return { ...head, form: { idea: IDEA, technique: 'watercolour', sheetSize: true, ownWork: true }, files: [painting(mark)] };
    case 'practice':
      return {
        ...head,
        form: {
          groupName: `护水小队${mark.slice(-3)}`, headcount: 42, organiser: 'club', sites: '社区河段、学校实验室', startDate: dayBefore(200), endDate: dayBefore(50), purpose: REFLECTION,
          process: work.abstract + REFLECTION, result: work.abstract, reflection: REFLECTION, aiUse: 'none',
        },
        files: [report(mark, 10), notebook(mark), ...pair],
      };
    case 'video':
      return {
        ...head,
        form: {
          genre: 'documentary', abstract: work.abstract, script: `${work.abstract}${REFLECTION}`, finishedOn: dayBefore(45), authorship: '编写、拍摄、剪辑由全体作者共同完成，配音由第一作者完成。', aiUse: 'used',
          aiTools: '语音转文字工具', aiPurpose: '把采访录音转成文字，再由作者逐句核对', aiPlaces: '字幕',
        },
        files: [{ slot: 'film', name: '影像.mp4', content: mp4(150, mark) }, notebook(mark)],
      };
  }
}
