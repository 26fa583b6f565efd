import { describe, expect, it } from '@jest/globals';
import { readableText } from '../leaks/readable-text.js';
import { hashDistance, imageHash } from '../content/image-hash.js';
import { commonPassages, sharedPart, titleLikeness } from './common-passages.js';
import { fingerprint } from './fingerprint.js';

/** A text of made-up words; the same seed gives the same text. */
function babble(seed: number, length: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 2_000));
  }).join('');
}
const plain = (text: string): string => readableText(text, 'dropped').text;
const shared = (one: string, other: string): number => {
  const marks = new Set(fingerprint(other));
  return fingerprint(one).filter((mark) => marks.has(mark)).length;
};

describe('marks of a text', () => {
  it('meet wherever the same 33 characters stand', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const copied = babble(seed, 33);
      expect(shared(babble(seed + 100, 400) + copied + babble(seed + 200, 300), babble(seed + 300, 57) + copied + babble(seed + 400, 800))).toBeGreaterThan(0);
    }
  });

  it('do not meet in texts that have nothing in common', () => {
    for (let seed = 1; seed <= 60; seed++) expect(shared(babble(seed, 3_000), babble(seed + 1_000, 3_000))).toBe(0);
  });

  it('are few, and the same for the same text', () => {
    const text = babble(7, 10_000);
    expect(fingerprint(text)).toEqual(fingerprint(text));
    expect(fingerprint(text).length).toBeLessThan(1_000);
    expect(fingerprint('')).toEqual([]);
    expect(fingerprint('短文')).toEqual([]);
  });

  it('take no notice of signs, spaces and width', () => {
    const text = '实验共分三组，每组记录温度与湿度；第３组使用 ABC 传感器。';
    expect(plain(text)).toBe(plain('实验共分三组,每组记录温度 与湿度;第3组使用ａｂｃ传感器.'));
  });
});

describe('common passages', () => {
  it('are found whole, in order, with their places', () => {
    const [a, b] = [babble(1, 60), babble(2, 80)];
    const here = babble(3, 200) + a + babble(4, 100) + b;
    const there = b + babble(5, 150) + a;
    const found = commonPassages(here, there, 40);
    expect(found).toEqual([{ here: 200, there: 230, length: 60 }, { here: 360, there: 0, length: 80 }]);
    expect(sharedPart(found, here.length, there.length)).toBeCloseTo(140 / there.length);
  });

  it('shorter than asked are none', () => expect(commonPassages(babble(1, 50) + babble(2, 39), babble(2, 39) + babble(4, 50), 40)).toEqual([]));

  it('come to an end with a text of one sign', () => expect(commonPassages('一'.repeat(20_000), '一'.repeat(20_000), 40)).toHaveLength(1));
});

describe('titles', () => {
  it.each([
    ['基于光敏电阻的自动浇花装置', '基于光敏电阻的自动浇花装置', 1],
    ['基于光敏电阻的自动浇花装置', '一种基于光敏电阻的自动浇花装置研究', 0.85],
    ['基于光敏电阻的自动浇花装置', '基于声学定位的校园噪声地图', 0.1],
    ['', '', 0],
  ])('%s / %s', (one, other, likeness) => expect(titleLikeness(one, other)).toBeCloseTo(likeness, 1));
});

describe('pictures', () => {
  const grey = (seed: number): Uint8Array => Uint8Array.from(babble(seed, 72), (character) => character.charCodeAt(0) & 255);
  it('differ in many bits, unless they are the same', () => {
    const [one, other] = [imageHash(grey(1)) ?? '', imageHash(grey(2)) ?? ''];
    expect(hashDistance(one, one)).toBe(0);
    expect(hashDistance(one, other)).toBeGreaterThan(12);
  });
  it('that show nothing have no hash', () => expect([imageHash(new Uint8Array(72)), imageHash(Uint8Array.from({ length: 72 }, (_, at) => at % 9))]).toEqual([null, null]));
});
