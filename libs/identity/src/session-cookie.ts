import { Injectable } from '@nestjs/common';
import { Config } from '#libs/platform';

export const SESSION_COOKIE = 'qs_session';
/** By this cookie an account knows a browser again; it opens nothing. */
export const DEVICE_COOKIE = 'qs_device';
const DEVICE_DAYS = 400;

/** What we need of Fastify's reply to answer with a cookie. */
export interface ReplyWithHeaders {
  header(name: string, value: string): unknown;
}

/** The session's token in a cookie header, if there is one of the right form. */
export function tokenFromCookies(header: string | undefined, cookie = SESSION_COOKIE): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookie && value && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
}

/** Writes the session cookie: not readable by scripts, not sent from other sites, over https only where the site is https. */
@Injectable()
export class SessionCookie {
  private readonly secure: string;

  constructor(config: Config) {
    this.secure = config.settings.publicUrl.startsWith('https:') ? '; Secure' : '';
  }

  /** `maxAge` in milliseconds. */
  set(reply: ReplyWithHeaders, token: string, maxAge: number): void {
    reply.header('set-cookie', `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.floor(maxAge / 1000)}${this.secure}`);
  }

  /** Kept when logging out: the browser stays known. */
  setDevice(reply: ReplyWithHeaders, token: string): void {
    reply.header('set-cookie', `${DEVICE_COOKIE}=${token}; Path=/api/session; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_DAYS * 86_400}${this.secure}`);
  }

  clear(reply: ReplyWithHeaders): void {
    reply.header('set-cookie', `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${this.secure}`);
  }
}
