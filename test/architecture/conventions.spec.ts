import { describe, expect, it } from '@jest/globals';
import { read, sourceFiles } from './source-files.js';

const product = sourceFiles(['libs', 'apps']).filter((file) => !file.endsWith('.spec.ts') && !file.endsWith('.spec.tsx'));

const offenders = (files: string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
  );

describe('conventions', () => {
  it('keeps files small enough to be one thing', () => {
    const exempt = /\/migrations\/|\/i18n\/|\/rulebooks\//;
    const long = product.filter((file) => !exempt.test(file)).map((file) => [file, read(file).split('\n').length] as const).filter(([, lines]) => lines > 420);
    expect(long).toEqual([]);
  });

  it('leaves no loose ends', () => {
    expect(offenders(product, /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck|\bas any\b|eslint-disable/)).toEqual([]);
  });

  it('focuses and skips no test silently', () => {
    const specs = sourceFiles(['libs', 'apps', 'test']).filter((file) => file.endsWith('.spec.ts') && file !== 'test/architecture/conventions.spec.ts');
    expect(offenders(specs, /\b(it|describe|test)\.(only|todo)\(|\bx(it|describe)\(/)).toEqual([]);
  });

  it('keeps Chinese texts in the i18n files (data files of rules and divisions aside)', () => {
    // Rules of the Chinese language (surnames, numerals), rulebooks and made-up demo people are data, not texts.
    const exempt = /\/i18n\/|\/rulebooks\/|\/texts\/|\/examples\/|apps\/cli\/src\/demo\/|identity\/src\/core\/(masks|school-name)\.ts$|platform\/src\/config\.ts$/;
    const isComment = /^\s*(\/\/|\*|\/\*)/;
    const found = product
      .filter((file) => !exempt.test(file))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .flatMap((line, index) => (!isComment.test(line) && /[\u4e00-\u9fff]/.test(line.replace(/\/\/.*$|\/\*.*?\*\//g, '').replace(/\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '')) ? [`${file}:${index + 1} ${line.trim().slice(0, 80)}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it('names nothing after what it is not', () => {
    expect(product.filter((file) => /\/(utils?|common|helpers?|managers?|misc)(\/|\.tsx?$)/.test(file))).toEqual([]);
  });
});
