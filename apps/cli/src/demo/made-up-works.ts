import type { EntryType } from './entry-contents.js';
import type { Seeded } from './seeded.js';

const OBJECT = ['稻田灌溉', '校园雨水', '教室照明', '老人用药', '盲道', '图书角', '公交候车', '厨余垃圾', '鱼塘增氧', '菜地害虫', '楼道火灾', '电动车充电', '山体滑坡', '茶叶烘干', '橘园采摘', '河道水质', '自行车停放', '书包重量', '坐姿', '窗台植物', '噪声', '空气湿度', '蜂箱', '古桥'];
const METHOD = ['低成本传感器', '图像识别', '太阳能供电', '气压差', '可降解材料', '无线组网', '机械联动', '声学定位', '蚯蚓堆肥', '磁力耦合', '荧光标记', '统计模型', '重力势能', '柔性结构'];
const RESULT = ['监测装置', '提醒系统', '自动控制器', '改良方案', '对比研究', '预警模型', '节能设计', '分类方法', '便携工具', '规律探究'];
const PLACE = ['海底城市', '月球村', '云上花园', '火星温室', '地下森林', '漂浮岛屿', '星际港口', '冰川图书馆'];
/** Titles that try the limits of what is shown, searched, exported and printed. */
const ODD_TITLES = ["稻田<b>灌溉</b>的'; DROP TABLE 研究--", '声音🎵与叶片振动的关系🌱', '=SUM(A1:A9) 型表格误差的成因', '㛃字与𠅤字的笔顺识别', '"双引号"与\\反斜杠在日志中的处理'];
const SENTENCES = [
  '在日常观察中发现现有做法费时费力，而且结果不稳定，因此提出本课题。',
  '先查阅资料并走访用户，再列出三种可能的方案，用同样的条件逐一比较。',
  '制作了两代样机，第一代暴露出供电不足的问题，第二代改用间歇工作方式解决。',
  '共记录四十二天的数据，每天早中晚各测一次，异常值经复测后才剔除。',
  '结果表明新方法的平均误差明显小于原有方法，成本约为同类产品的十分之一。',
  '不足之处是样本数量还不够多，下一步准备扩大范围并延长观察时间。',
  '全部零件可以在普通商店买到，制作步骤写成了图文说明，便于他人重复。',
];

export interface MadeUpWork {
  title: string;
  abstract: string;
}

/** Invents works; titles of one source differ from each other. With `oddTitles` the first ones try the limits. */
export class MadeUpWorks {
  private readonly used = new Set<string>();

  constructor(private readonly random: Seeded, private readonly oddTitles: boolean) {}

  work(type: EntryType): MadeUpWork {
    const sentences = this.random.shuffled(SENTENCES).slice(0, 5);
    return { title: this.title(type), abstract: sentences.join('') };
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
