import { describe, expect, it } from '@jest/globals';
import { safeFileName } from './file-name.js';
import { byteRange, contentDisposition } from './send-file.js';

describe('safeFileName', () => {
  it.each([
    ['研究报告.pdf', '研究报告.pdf'],
    ['研究报告.PDF', '研究报告.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Users\\某人\\报告.pdf', 'C Users 某人 报告.pdf'],
    ['photo\u202efdp.exe', 'photo fdp.exe.pdf'],
    ['a\r\nSet-Cookie: x\0.pdf', 'a Set-Cookie x.pdf'],
    ['', 'file.pdf'],
    ['....pdf', 'file.pdf'],
    ['\ud840', 'file.pdf'],
    ['㛃𠅤 买买提·吐尔逊.pdf', '㛃𠅤 买买提·吐尔逊.pdf'],
  ])('%j -> %j', (given, expected) => expect(safeFileName(given, 'application/pdf')).toBe(expected));

  it('keeps at most 150 characters, counted as people count', () => expect([...safeFileName('𠅤'.repeat(400), 'image/png')]).toHaveLength(154));
  it('takes .jpeg for .jpg', () => expect(safeFileName('photo.jpeg', 'image/jpeg')).toBe('photo.jpg'));
});

describe('contentDisposition', () => {
  it('gives an ASCII stand-in and the real name', () =>
    expect(contentDisposition("研究's \"x\" (1).pdf", false)).toBe("attachment; filename=\"__'s _x_ (1).pdf\"; filename*=UTF-8''%E7%A0%94%E7%A9%B6%27s%20%22x%22%20%281%29.pdf"));
});

describe('byteRange', () => {
  it.each<[string | undefined, number, ReturnType<typeof byteRange>]>([
    [undefined, 100, undefined],
    ['bytes=0-9', 100, [0, 10]],
    ['bytes=90-', 100, [90, 100]],
    ['bytes=90-500', 100, [90, 100]],
    ['bytes=-10', 100, [90, 100]],
    ['bytes=-500', 100, [0, 100]],
    ['bytes=100-', 100, null],
    ['bytes=9-5', 100, null],
    ['bytes=-0', 100, null],
    ['bytes=0-', 0, null],
    ['bytes=0-1,5-6', 100, undefined],
    ['lines=1-2', 100, undefined],
    ['bytes=-', 100, undefined],
  ])('%s of %d bytes', (header, size, expected) => expect(byteRange(header, size)).toEqual(expected));
});
