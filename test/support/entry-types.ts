import { contentOf, type ContentOptions } from '../../apps/cli/src/demo/entry-contents.js';
import type { EntryType } from '../../apps/cli/src/demo/entry-kinds.js';
import type { Player } from './cast.js';
import { must, pdf, type RegistrationDesk } from './registration-desk.js';

const ABSTRACT = '我们在日常生活中发现现有做法费时费力，而且结果并不稳定，于是查阅资料、走访用户，列出三种方案，用同样的条件逐一比较。共记录四十二天的数据，每天早中晚各测一次，异常值经复测后才剔除。结果表明新方法误差更小，成本约为十分之一，制作步骤写成了图文说明。';
let serial = 0;

export interface TypedEntry {
  by?: Player;
  classKey?: string;
  stage?: ContentOptions['stage'];
  members?: Record<string, unknown>[];
  form?: Record<string, unknown>;
  title?: string;
  /** Leaves the form unprinted and no stamped scan. */
  unstamped?: boolean;
}

/** An entry of any of the five types with nothing against it, made over HTTP as its makers do; its view. */
export async function completeTyped(desk: RegistrationDesk, type: EntryType, options: TypedEntry = {}): Promise<any> {
  const { client } = options.by ?? (await desk.cast.as('coach'));
  const mark = `${type}${++serial}`;
  const stage = options.stage ?? 'junior';
  const content = contentOf(type, {
    work: { title: options.title ?? `水车发电演示装置${serial}`, abstract: ABSTRACT }, stage, mark, classKey: options.classKey,
    dayBefore: (days) => new Date(Date.parse('2026-11-01T00:00:00Z') - days * 86_400_000).toISOString().slice(0, 10),
  });
  const { id, version } = must(await client.post('/api/entries', { editionId: desk.editionId, type }));
  const { title, groupKey, classKey, discipline, form } = content;
  must(await client.patch(desk.url(id), { version, parts: { title, groupKey, classKey, discipline, form: { ...form, ...options.form } } }));
  const members = options.members ?? (type === 'teacher' ? [] : Array.from({ length: type === 'practice' ? 3 : 1 }, () => desk.pupil({ schoolStage: stage, birthDate: stage === 'primary' ? '2012-09-01' : '2012-05-06' })));
  for (const member of members) must(await client.post(desk.url(id, '/members'), { share: '设计与制作', ...member }));
  for (const file of content.files) must(await desk.attach(client, id, file.slot, Buffer.from(file.content), file.name));
  if (!options.unstamped) {
    must(await client.post(desk.url(id, '/printed-forms')));
    must(await desk.attach(client, id, 'stampedForm', pdf(2, `stamped ${mark}`), '申报书.pdf'));
  }
  return desk.signAll(client, id);
}
