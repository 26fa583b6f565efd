import { HttpClient as PlainClient, type Answer as PlainAnswer } from '../../apps/cli/src/demo/http-client.js';

export type Answer<T = any> = PlainAnswer<T>;

/** The demo's client for specs, which look into answers of any shape. */
export class HttpClient extends PlainClient {
  override get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return super.get<T>(path, headers);
  }

  override post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return super.post<T>(path, body, headers);
  }

  override put<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return super.put<T>(path, body, headers);
  }

  override patch<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return super.patch<T>(path, body, headers);
  }

  override delete<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return super.delete<T>(path, body, headers);
  }

  override send<T = any>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return super.send<T>(method, path, body, headers);
  }
}
