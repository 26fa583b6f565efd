import { describe, expect, it } from '@jest/globals';
import { read, sourceFiles } from './source-files.js';

/** Classes whose fields are declared with the decorators of `dto.ts`: the OpenAPI document knows each by its name alone. */
const FIELD = /^\s+@(Text|Id|Email|Whole|Numeric|DecimalText|Flag|Day|Instant|OneOf|Nested|ListOf|Texts|Ids|Json)\(/m;

describe('request and response classes', () => {
  it('share no name, or one would stand for the other in the OpenAPI document', () => {
    const places = new Map<string, string[]>();
    for (const file of sourceFiles(['libs', 'apps']).filter((one) => !one.startsWith('apps/web/') && !one.endsWith('.spec.ts'))) {
      for (const [, name = '', body = ''] of read(file).matchAll(/^(?:export )?class (\w+)[^{]*\{([\s\S]*?)^\}/gm)) {
        if (FIELD.test(body)) places.set(name, [...(places.get(name) ?? []), file]);
      }
    }
    expect(places.size).toBeGreaterThan(100);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });
});
