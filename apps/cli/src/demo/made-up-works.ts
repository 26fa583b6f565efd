import type { EntryType } from './entry-kinds.js';
import type { Seeded } from './seeded.js';

const OBJECT = ['稻田灌溉', '校园雨水', '教室照明', '老人用药', '盲道', '图书角', '公交候车', '厨余垃圾', '鱼塘增氧', '菜地害虫', '楼道火灾', '电动车充电', '山体滑坡', '茶叶烘干', '橘园采摘', '河道水质', '自行车停放', '书包重量', '坐姿', '窗台植物', '噪声', '空气湿度', '蜂箱', '古桥'];
const METHOD = ['低成本传感器', '图像识别', '太阳能供电', '气压差', '可降解材料', '无线组网', '机械联动', '声学定位', '蚯蚓堆肥', '磁力耦合', '荧光标记', '统计模型', '重力势能', '柔性结构'];
const RESULT = ['监测装置', '提醒系统', '自动控制器', '改良方案', '对比研究', '预警模型', '节能设计', '分类方法', '便携工具', '规律探究'];
const PLACE = ['海底城市', '月球村', '云上花园', '火星温室', '地下森林', '漂浮岛屿', '星际港口', '冰川图书馆'];
/** Titles that try the limits of what is shown, searched, exported and printed. */
const ODD_TITLES = ["稻田<b>灌溉</b>的'; DROP TABLE 研究--", '声音🎵与叶片振动的关系🌱', '=SUM(A1:A9) 型表格误差的成因', '㛃字与𠅤字的笔顺识别', '"双引号"与\\反斜杠在日志中的处理'];
/** Sentences with room for what this work is about, so that no two abstracts share more than their manner. */
const SENTENCES: ((about: About) => string)[] = [
  ({ place, object }) => `在${place}住的时候发现，处理${object}的现有做法费时费力，而且每次结果都不一样。`,
  ({ object, days, person }) => `为了弄清${object}的真实情况，先跟着${person}连续观察了${days}天，再动手设计。`,
  ({ method, object }) => `比较了人工记录、定时开关和${method}三种办法，最后选定用${method}处理${object}。`,
  ({ method, parts }) => `第一代样机供电不足，第二代把${method}改成间歇工作，零件从${parts + 9}个减少到${parts}个。`,
  ({ days, times }) => `一共记录${days}天，每天测${times}次，异常值复测以后才剔除。`,
  ({ percent, object }) => `与原来的办法相比，${object}的平均误差下降了${percent}%。`,
  ({ cost, person }) => `全部材料花费${cost}元，${person}照着图文说明也能装好。`,
  ({ place, days }) => `不足之处是只在${place}试了${days}天，下一步准备换一个季节再测。`,
  ({ object, times }) => `把${object}放在${times}种不同条件下重复试验，找出影响最大的因素。`,
  ({ person, percent }) => `请${person}和同学们试用，${percent}%的人认为比原来方便。`,
];
const HOMES = ['外婆家', '镇上', '山里的小学旁', '湘江边', '宿舍', '老街', '果园', '水库边', '菜市场旁', '新建的小区'];
const HELPERS = ['爷爷', '食堂阿姨', '护林员', '校医', '修车师傅', '图书管理员', '菜农', '保洁员', '公交司机', '社区志愿者'];

interface About {
  object: string;
  method: string;
  place: string;
  person: string;
  days: number;
  times: number;
  parts: number;
  percent: number;
  cost: number;
}

export interface MadeUpWork {
  title: string;
  abstract: string;
}

/** Invents works; titles of one source differ from each other. With `oddTitles` the first ones try the limits. */
export class MadeUpWorks {
  private readonly used = new Set<string>();

  constructor(private readonly random: Seeded, private readonly oddTitles: boolean) {}

  work(type: EntryType): MadeUpWork {
    const { random } = this;
    const about: About = {
      object: random.pick(OBJECT), method: random.pick(METHOD), place: random.pick(HOMES), person: random.pick(HELPERS),
      days: random.whole(11, 97), times: random.whole(2, 9), parts: random.whole(7, 40), percent: random.whole(12, 88), cost: random.whole(18, 260),
    };
    return { title: this.title(type), abstract: random.shuffled(SENTENCES).slice(0, 6).map((sentence) => sentence(about)).join('') };
  }

  private plainTitle(type: EntryType): string {
    const { random } = this;
    const object = random.pick(OBJECT);
    switch (type) {
      case 'project': return `基于${random.pick(METHOD)}的${object}${random.pick(RESULT)}`;
      case 'teacher': return random.pick([`${object}主题探究教具`, `“${object}”科学活动方案`, `用${random.pick(METHOD)}讲${object}的一组实验`]);
      case 'painting': return random.pick([`${random.pick(PLACE)}的一天`, `${random.pick(PLACE)}里的学校`, `我在${random.pick(PLACE)}种树`, `会呼吸的${random.pick(PLACE)}`]);
      case 'practice': return random.pick([`${object}情况的调查与建议`, `我们身边的${object}：一个学期的观察`, `${object}改进行动`]);
      case 'video': return random.pick([`${object}的秘密`, `看得见的${random.pick(METHOD)}`, `跟着镜头看${object}`]);
    }
  }

  private title(type: EntryType): string {
    const odd = this.oddTitles ? ODD_TITLES[this.used.size] : undefined;
    let title = odd ?? this.plainTitle(type);
    for (let version = 2; this.used.has(title); version++) title = `${title.replace(/（.*）$/, '')}（之${version}）`;
    this.used.add(title);
    return title;
  }
}
