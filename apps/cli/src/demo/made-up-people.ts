import type { Seeded } from './seeded.js';

const FAMILY = [...'王李张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'];
const GIVEN = [...'子梓雨欣浩宇思佳一诺晨曦嘉怡博文俊杰诗涵梦琪天佑明轩可心语彤泽楷若溪奕辰景行知远星野木青禾云舒望舒书瑶言蹊清和沐阳瑾瑜安然以宁乐山向南念慈其华修竹映雪承志'];
/** Names that break careless software: long, dotted, rare characters of both planes. */
const UNUSUAL = ['买买提·吐尔逊', '阿卜杜热合曼·买买提明', '欧阳予安', '诸葛望舒', '李㛃', '陈𠅤', '司马知', '王一'];
const DAY = 86_400_000;

export interface MadeUpPerson {
  name: string;
  sex: 'M' | 'F';
  birthDate: string;
  idNumber: string;
  phone: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that passes the checksum of GB 11643 but belongs to nobody: its area code is not in use. */
function idNumber(birthDate: string, sex: 'M' | 'F', serial: number): string {
  const order = String((serial % 500) * 2 + (sex === 'M' ? 1 : 0)).padStart(3, '0');
  const area = 439_900 + (Math.floor(serial / 500) % 100);
  const body = `${area}${birthDate.replaceAll('-', '')}${order}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

/** Invents people; no two of one source share an identity number. */
export class MadeUpPeople {
  private serial = 0;

  constructor(
    private readonly random: Seeded,
    /** Keeps the numbers of several seasons apart. */
    private readonly offset = 0,
  ) {}

  name(): string {
    if (this.random.chance(0.02)) return this.random.pick(UNUSUAL);
    const given = this.random.chance(0.25) ? this.random.pick(GIVEN) : this.random.pick(GIVEN) + this.random.pick(GIVEN);
    return this.random.pick(FAMILY) + given;
  }

  /** Somebody of the given age in whole years on `day` (YYYY-MM-DD). */
  person(age: number, day: string): MadeUpPerson {
    this.serial++;
    const birthday = new Date(`${day}T00:00:00Z`);
    birthday.setUTCFullYear(birthday.getUTCFullYear() - age);
    const birthDate = new Date(birthday.getTime() - this.random.whole(1, 360) * DAY).toISOString().slice(0, 10);
    const sex = this.random.chance(0.46) ? 'F' : 'M';
    return { name: this.name(), sex, birthDate, idNumber: idNumber(birthDate, sex, this.offset + this.serial), phone: this.phone() };
  }

  phone(): string {
    return `1${this.random.pick(['30', '38', '50', '77', '86', '99'])}0000${String(this.random.whole(0, 9999)).padStart(4, '0')}`;
  }
}
