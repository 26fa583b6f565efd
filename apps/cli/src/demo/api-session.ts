import { HttpClient } from './http-client.js';
import type { Meter } from './meter.js';

/** The server answered otherwise than the season's rules expect. */
export class UnexpectedAnswer extends Error {}

interface Failure {
  code?: string;
  message?: string;
  problems?: { code: string; path?: string }[];
}

const PATIENCE = 40;

/**
 * One person at work through the public HTTP API. Logs in when needed, and again when the session is over (a season's
 * clock jumps by weeks). Waits where the server asks to (429, 503).
 */
export class ApiSession {
  private readonly client: HttpClient;

  constructor(
    url: string,
    private readonly meter: Meter,
    private readonly credentials?: { login: string; password: string },
  ) {
    this.client = new HttpClient(url);
  }

  get<T = unknown>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  post<T = unknown>(path: string, body: unknown = {}): Promise<T> {
    return this.ask<T>('POST', path, body);
  }

  put<T = unknown>(path: string, body: unknown = {}): Promise<T> {
    return this.ask<T>('PUT', path, body);
  }

  patch<T = unknown>(path: string, body: unknown = {}): Promise<T> {
    return this.ask<T>('PATCH', path, body);
  }

  delete<T = unknown>(path: string): Promise<T> {
    return this.ask<T>('DELETE', path);
  }

  /** Asks for something that must be refused with `code`; anything else is counted as wrong. */
  async mustBeRefused(method: string, path: string, body: unknown, code: string): Promise<void> {
    const answer = await this.send(method, path, body);
    const failure = answer.body as Failure;
    const codes = [failure.code, ...(failure.problems ?? []).map((problem) => problem.code)];
    if (answer.status < 400 || answer.status >= 500 || !codes.includes(code)) this.meter.wrong(`${method} ${path}: expected a refusal ${code}, got ${answer.status} ${failure.code ?? ''}`);
  }

  /** Uploads in one go (tus, creation with upload); the id of the stored file. */
  async upload(content: Uint8Array, facts: { filename: string; purpose: string } & Record<string, string>): Promise<string> {
    const metadata = Object.entries(facts).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    const answer = await this.send('POST', '/api/uploads', content, {
      'tus-resumable': '1.0.0',
      'upload-length': String(content.byteLength),
      'upload-metadata': metadata,
      'content-type': 'application/offset+octet-stream',
    });
    const id = answer.headers.get('upload-file-id');
    if (answer.status >= 300 || !id) throw new UnexpectedAnswer(`upload of ${facts.filename}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return id;
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body);
    if (answer.status < 300) return answer.body as T;
    const failure = answer.body as Failure;
    const problems = (failure.problems ?? []).map((problem) => `${problem.path ?? ''} ${problem.code}`).join('; ');
    throw new UnexpectedAnswer(`${method} ${path}: ${answer.status} ${failure.code ?? ''} ${failure.message ?? ''} ${problems}`);
  }

  private async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    for (let attempt = 1; ; attempt++) {
      this.meter.requests++;
      const answer = await this.client.send(method, path, body, headers);
      if (answer.status === 401 && this.credentials && attempt <= 2) {
        await this.logIn();
        continue;
      }
      if ((answer.status === 429 || answer.status === 503) && attempt < PATIENCE) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        continue;
      }
      return answer;
    }
  }

  private async logIn(): Promise<void> {
    this.meter.requests++;
    const answer = await this.client.post('/api/session', this.credentials);
    if (answer.status >= 300) throw new UnexpectedAnswer(`login of ${this.credentials?.login}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
}
