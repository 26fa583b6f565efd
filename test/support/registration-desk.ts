import { crc32, deflateSync } from 'node:zlib';
import type { Rulebook } from '#libs/contests';
import type { EditionView } from '../../libs/contests/src/dto/contest.dto.js';
import { Cast, idNumber, type Player, type Where } from './cast.js';
import type { Answer, HttpClient } from './http-client.js';
import type { TestSystem } from './system.js';

/** A PDF of `pages` pages; `mark` makes its content, and so its hash, different. */
export function pdf(pages = 3, mark = ''): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const objects = Array.from({ length: pages }, (_, index) => `${index + 3} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n${objects}% ${mark}\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A black PNG of the given size in pixels; `mark` makes it different. */
export function png(width = 1200, height = 900, mark = ''): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('tEXt', Buffer.from(`Comment\0${mark}`)), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

export function must<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`answered ${answer.status} ${answer.text}`);
  return answer.body;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
let serial = 0;

export interface EntryOptions {
  where?: Where;
  /** Who enters it; default: the place's coach. */
  by?: Player;
  title?: string;
  members?: Record<string, unknown>[];
  form?: Record<string, unknown>;
  birthDate?: string;
}

/** An open edition with people of two prefectures, and the steps of registration over HTTP. */
export class RegistrationDesk {
  editionId = '';

  private constructor(readonly system: TestSystem, readonly cast: Cast) {}

  /** An innovation edition of 2027, opened by the province. Stages: school to 31 Jan 17:00, county to 15 Feb, prefecture to 28 Feb, check to 15 Mar 2027. By `rulebook`, or the innovation contest's. */
  static async open(system: TestSystem, rulebook?: Rulebook): Promise<RegistrationDesk> {
    await system.db.query('UPDATE security_policy SET require_second_factor = false');
    const desk = new RegistrationDesk(system, await Cast.assemble(system));
    const office = await desk.cast.as('province_admin');
    const contest = must(await office.client.post('/api/contests', { code: '01', family: 'innovation', name: '湖南省青少年科技创新大赛', nameEn: 'Innovation contest' }));
    const edition = must(await office.client.post('/api/editions', { contestId: contest.id, number: 47, year: 2027, name: '第47届' }));
    desk.editionId = edition.id;
    must(await office.client.put(`/api/editions/${edition.id}/stages`, { version: edition.version, stages: RegistrationDesk.stages() }));
    if (rulebook) {
      const { revision } = must(await office.client.get(`/api/editions/${edition.id}/rulebook`));
      must(await office.client.put(`/api/editions/${edition.id}/rulebook`, { document: rulebook, revision }));
    }
    const defaults = must(await office.client.get(`/api/editions/${edition.id}/defaults`));
    must(await office.client.post(`/api/editions/${edition.id}/defaults/confirm`, { sha256: defaults.sha256 }));
    must<EditionView>(await office.client.post(`/api/editions/${edition.id}/open`));
    return desk;
  }

  static stages(): { key: string; opensAt: string; closesAt: string }[] {
    const at = (day: string, time = '00:00:00'): string => `${day}T${time}+08:00`;
    return [
      { key: 'school', opensAt: at('2026-11-01'), closesAt: at('2027-01-31', '17:00:00') },
      { key: 'county', opensAt: at('2026-11-01'), closesAt: at('2027-02-15', '17:00:00') },
      { key: 'prefecture', opensAt: at('2026-11-01'), closesAt: at('2027-02-28', '17:00:00') },
      { key: 'province_check', opensAt: at('2026-11-01'), closesAt: at('2027-03-15', '17:00:00') },
      { key: 'initial', opensAt: at('2027-03-16'), closesAt: at('2027-04-05') },
      { key: 'final', opensAt: at('2027-04-20'), closesAt: at('2027-04-26') },
      { key: 'notice', opensAt: at('2027-05-01'), closesAt: at('2027-05-09') },
    ];
  }

  /** Sets the clock; everyone logs in again, since their sessions may have ended meanwhile. */
  async moveTo(instant: string): Promise<void> {
    this.system.clock.set(new Date(instant));
    for (const role of ['coach', 'school_admin', 'county_admin', 'prefecture_admin', 'province_admin'] as const) {
      const player = await this.cast.as(role);
      player.client = await this.cast.logIn(player.login);
    }
  }

  url(entryId: string, rest = ''): string {
    return `/api/entries/${entryId}${rest}`;
  }

  async setPlaces(level: string, unitId: string, places: number, entryType = '*', by?: Player): Promise<Answer> {
    const office = by ?? (await this.cast.as(level === 'county' ? 'prefecture_admin' : 'province_admin'));
    return office.client.put(`/api/editions/${this.editionId}/quotas`, { quotas: [{ level, unitId, entryType, places }] });
  }

  /** A pupil's facts with an own identity number. */
  pupil(change: Record<string, unknown> = {}): Record<string, unknown> {
    const birthDate = String(change.birthDate ?? '2011-03-04');
    const number = ++serial;
    return {
      name: `学生${String.fromCodePoint(0x4e00 + number)}`, sex: number % 2 === 1 ? 'M' : 'F', birthDate, idNumber: idNumber(birthDate, number), schoolStage: 'junior', grade: '初二', ...change,
    };
  }

  async upload(client: HttpClient, entryId: string, slot: string, content: Buffer, name: string): Promise<Answer & { fileId: string }> {
    const tus = { 'tus-resumable': '1.0.0' };
    const metadata = { filename: name, purpose: 'material', entryId, slot };
    const answer = await client.send('POST', '/api/uploads', content, {
      ...tus, 'content-type': 'application/offset+octet-stream', 'upload-length': String(content.length),
      'upload-metadata': Object.entries(metadata).map(([key, value]) => `${key} ${base64(value)}`).join(','),
    });
    return { ...answer, fileId: answer.headers.get('upload-file-id') ?? (answer.headers.get('location') ?? '').split('/').pop() ?? '' };
  }

  async attach(client: HttpClient, entryId: string, slot: string, content: Buffer, name: string): Promise<Answer> {
    const uploaded = await this.upload(client, entryId, slot, content, name);
    if (uploaded.status >= 300) return uploaded;
    return client.post(this.url(entryId, '/materials'), { slot, fileId: uploaded.fileId });
  }

  /** A draft that has nothing against it, made over HTTP; its view. */
  async complete(options: EntryOptions = {}): Promise<any> {
    const by = options.by ?? (await this.cast.as('coach', options.where ?? 'here'));
    const { client } = by;
    const mark = String(++serial);
    const { id, version } = must(await client.post('/api/entries', { editionId: this.editionId, type: 'project' }));
    must(
      await client.patch(this.url(id), {
        version,
        parts: {
          title: options.title ?? `自动浇花装置${mark}`, groupKey: 'junior', discipline: 'EN', classKey: 'B',
          form: { abstract: '我们用光敏电阻和水泵做了一种装置，记录了三十天的土壤湿度。'.repeat(4), startDate: '2026-03-01', endDate: '2026-09-01', noveltyDate: '2026-09-10', aiUse: 'none', ...options.form },
        },
      }),
    );
    for (const member of options.members ?? [this.pupil(options.birthDate ? { birthDate: options.birthDate } : {})]) must(await client.post(this.url(id, '/members'), member));
    for (const [slot, content, name] of [
      ['report', pdf(12, mark), '研究报告.pdf'], ['novelty', pdf(2, `n${mark}`), '查新.pdf'], ['raw', pdf(4, `r${mark}`), '记录.pdf'],
      ['images', png(1200, 900, `a${mark}`), '图1.png'], ['images', png(900, 1200, `b${mark}`), '图2.png'], ['stampedForm', pdf(1, `s${mark}`), '申报书.pdf'],
    ] as const) {
      if (slot === 'stampedForm') must(await client.post(this.url(id, '/printed-forms')));
      must(await this.attach(client, id, slot, content, name));
    }
    return this.signAll(client, id);
  }

  async signAll(client: HttpClient, id: string): Promise<any> {
    let view = must(await client.get(this.url(id)));
    for (const member of view.members.filter((one: any) => !one.signed)) {
      view = must(await client.post(this.url(id, '/signatures'), { personId: member.personId, signedAs: 'member', method: 'paper', textVersion: '2025-1' }));
    }
    for (const coach of view.coaches.filter((one: any) => !one.signed)) {
      view = must(await client.post(this.url(id, '/signatures'), { personId: coach.personId, signedAs: 'coach', method: 'paper', textVersion: '2025-1' }));
    }
    return view;
  }

  /** The form printed again from what the entry says now, and its scan in the place of the old ones; the view after it. */
  async restamp(client: HttpClient, id: string): Promise<any> {
    const { scans } = must(await client.get(this.url(id, '/printed-forms')));
    must(await client.post(this.url(id, '/printed-forms')));
    for (const scan of scans) must(await client.delete(this.url(id, `/materials/${scan.materialId}`)));
    return must(await this.attach(client, id, 'stampedForm', pdf(1, `again ${++serial}`), '申报书.pdf'));
  }

  async submitted(options: EntryOptions = {}): Promise<any> {
    const view = await this.complete(options);
    const by = options.by ?? (await this.cast.as('coach', options.where ?? 'here'));
    return must(await by.client.post(this.url(view.id, '/submit'), { version: view.version }));
  }

  async decide(by: Player, entry: { id: string; version: number }, action: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return by.client.post(this.url(entry.id, '/decision'), { action, version: entry.version, ...more });
  }

  /** Up to and including the county's recommendation. */
  async atPrefecture(options: EntryOptions = {}): Promise<any> {
    const where = options.where ?? 'here';
    let view = await this.submitted(options);
    view = must(await this.decide(await this.cast.as('school_admin', where), view, 'approve'));
    return must(await this.decide(await this.cast.as('county_admin', where), view, 'recommend'));
  }
}
