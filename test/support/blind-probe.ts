import ExcelJS from 'exceljs';
import type { HttpClient } from './http-client.js';
import type { SqlWatch } from './sql-watch.js';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  pattern?: string;
}

interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** One way of asking an endpoint. */
export interface Call {
  method: string;
  /** Path as the OpenAPI document has it. */
  endpoint: string;
  path: string;
  body?: unknown;
}

/** Everything an answer could show a hidden fact through: status, telling headers, body; and what the database was asked for it. */
export interface Seen {
  answer: string;
  sql: string[];
}

export interface ProbeFacts {
  /** For `{name}` of a path: what exists; other places get every id of `ids` in turn. */
  places: Record<string, string>;
  ids: string[];
  /** Property of a body (or `<endpoint> <property>`) → value, where the schema alone does not say what is meant. */
  values: Record<string, unknown>;
  /** Words to search for and to write into every text. */
  words: string[];
}

const TELLING = ['content-type', 'content-length', 'content-disposition', 'etag', 'last-modified', 'cache-control', 'link', 'location'];

const READS = ['get', 'head'];

/** Asks everything that the OpenAPI document describes, with bodies made from its schemas: what is added to the API is asked by itself. */
export class BlindProbe {
  constructor(private readonly url: string, private readonly document: OpenApi, private readonly facts: ProbeFacts, private readonly watch: SqlWatch) {}

  /** Every reading address, with every query parameter the document knows. */
  reads(which: (endpoint: string) => boolean): Call[] {
    return this.operations((method) => method === 'get').filter(({ endpoint }) => which(endpoint)).flatMap(({ endpoint, operation }) => {
      const paths = this.paths(endpoint);
      const asked = (operation.parameters ?? []).filter((one) => one.in === 'query');
      const [first] = paths;
      const varied = asked.flatMap(({ name, schema = {} }) => this.searches(name, schema).map((value) => `${first ?? ''}?${name}=${encodeURIComponent(value)}`));
      return [...paths, ...varied].map((path) => ({ method: 'GET', endpoint, path }));
    });
  }

  /** Every writing address with a body that its schema lets through, and with an empty one. */
  writes(which: (endpoint: string, method: string) => boolean): Call[] {
    return this.operations((method) => !READS.includes(method)).filter(({ endpoint, method }) => which(endpoint, method.toUpperCase())).flatMap(({ endpoint, method, operation }) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      const body = schema ? this.made(endpoint, '', schema) : undefined;
      const paths = this.paths(endpoint);
      return [...paths.map((path) => ({ path, body })), ...paths.slice(0, schema ? 1 : 0).map((path) => ({ path, body: {} }))].map((one) => ({ method: method.toUpperCase(), endpoint, ...one }));
    });
  }

  /** Reads eight at a time, writes one after the other. */
  async ask(client: HttpClient, calls: readonly Call[], language = 'zh'): Promise<Map<string, Seen>> {
    const found = new Map<string, Seen>();
    const [cookie, width] = [client.cookieHeader(), calls.some(({ method }) => method !== 'GET') ? 1 : 8];
    for (let start = 0; start < calls.length; start += width) {
      const batch = calls.slice(start, start + width);
      const answers = await Promise.all(batch.map((call) => this.once(cookie, call, language)));
      batch.forEach((call, index) => found.set(`${language} ${call.method} ${call.path} ${call.body === undefined ? '' : JSON.stringify(call.body)}`, answers[index] as Seen));
    }
    return found;
  }

  private async once(cookie: string, { method, path, body }: Call, language: string): Promise<Seen> {
    const reads = method === 'GET';
    const answer = await fetch(this.url + path, {
      method, redirect: 'manual',
      headers: { cookie, 'accept-language': language, ...(reads ? {} : { origin: this.url }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(path.startsWith('/api/uploads') && !reads ? this.tus() : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isTable = (answer.headers.get('content-type') ?? '').includes('spreadsheetml');
    // A workbook holds the second it was made in; what counts are its cells.
    const headers = TELLING.filter((name) => !(isTable && name === 'content-length')).map((name) => `${name}: ${answer.headers.get(name) ?? ''}`);
    const text = (isTable ? await cellsOf(await answer.arrayBuffer()) : await answer.text()).replace(/"(requestId|now|lastSeenAt|lastLoginAt|seenAt)":"[^"]*"/g, '"$1":""');
    const requestId = answer.headers.get('x-request-id') ?? '';
    return { answer: [answer.status, ...headers, reads ? text : this.withoutNew(text)].join('\n'), sql: this.watch.of(requestId) };
  }

  /** An upload that wants to become a file of an entry. */
  private tus(): Record<string, string> {
    const metadata = { filename: '报告.pdf', purpose: 'material', entryId: this.facts.places.entryId ?? '', slot: 'report', materialId: this.facts.places.entryId ?? '' };
    return { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': Object.entries(metadata).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',') };
  }

  /** What a write makes gets a new id and the time of now, which differ from one asking to the next. */
  private withoutNew(text: string): string {
    const known = new Set([...this.facts.ids, ...Object.values(this.facts.places)]);
    return text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : 'new')).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at').replace(/[A-Z2-7]{32}/g, 'secret');
  }

  private operations(which: (method: string) => boolean): { endpoint: string; method: string; operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([endpoint, methods]) => Object.entries(methods).filter(([method]) => which(method)).map(([method, operation]) => ({ endpoint, method, operation })));
  }

  private paths(endpoint: string): string[] {
    const names = [...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const filled = (id: string): string => endpoint.replace(/\{(\w+)\}/g, (_, name: string) => this.facts.places[name] ?? id);
    return names.some((name) => this.facts.places[name] === undefined) ? this.facts.ids.map(filled) : [filled('')];
  }

  private searches(name: string, schema: Schema): string[] {
    const whole = this.whole(schema);
    if (whole.enum) return whole.enum.map(String);
    if (whole.type === 'boolean') return ['true'];
    if (whole.type === 'integer' || whole.type === 'number') return [String(Math.max(1, whole.minimum ?? 1)), '2'];
    if (name === 'sort') return ['title', '-title', 'name', 'code', '-createdAt', 'school', 'entryNo'];
    if (whole.format === 'uuid') return this.facts.ids;
    return [...this.facts.words, ...(typeof this.facts.values[name] === 'string' ? [this.facts.values[name]] : [])];
  }

  private whole(schema: Schema): Schema {
    const [named] = schema.allOf ?? [];
    const ref = schema.$ref ?? named?.$ref;
    return ref ? (this.document.components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  }

  private made(endpoint: string, name: string, schema: Schema): unknown {
    const given = [`${endpoint} ${name}`, name].find((key) => key in this.facts.values);
    if (given !== undefined) return this.facts.values[given];
    const whole = this.whole(schema);
    if (whole.enum) return whole.enum[0];
    switch (whole.type) {
      case 'array': return Array.from({ length: Math.max(1, whole.minItems ?? 0) }, () => this.made(endpoint, name.replace(/s$/, ''), whole.items ?? {}));
      case 'boolean': return true;
      case 'integer': case 'number': return Math.max(1, whole.minimum ?? 1);
      case 'string': return this.word(whole);
      default: return Object.fromEntries(Object.entries(whole.properties ?? {}).filter(([key]) => whole.required?.includes(key) || key in this.facts.values).map(([key, one]) => [key, this.made(endpoint, key, one)]));
    }
  }

  private word({ format, minLength }: Schema): string {
    if (format === 'uuid') return this.facts.ids[0] ?? '';
    if (format === 'date') return '2026-03-12';
    if (format === 'date-time') return '2026-03-12T09:00:00+08:00';
    if (format === 'email') return 'somebody@example.cn';
    return (this.facts.words[0] ?? '').padEnd(minLength ?? 0, '。');
  }
}

async function cellsOf(content: ArrayBuffer): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content);
  return JSON.stringify(book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]));
}
