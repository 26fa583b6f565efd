import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Returns } from '#libs/platform';
import { AccountQueries } from './account.queries.js';
import { Access, CurrentActor, Public } from './access.decorators.js';
import type { Actor } from './actor.js';
import { CurrentSession, LogIn } from './dto/account.dto.js';
import { Logins } from './logins.service.js';
import { DEVICE_COOKIE, SessionCookie, tokenFromCookies, type ReplyWithHeaders } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly queries: AccountQueries,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  @Returns(CurrentSession)
  async current(@Headers('cookie') cookies?: string): Promise<CurrentSession> {
    const token = tokenFromCookies(cookies);
    const session = token === undefined ? undefined : await this.sessions.resolve(token);
    return { account: session ? await this.queries.own(session.actor, session.mustEnrol) : null, now: this.queries.now };
  }

  @Post()
  @Public()
  @HttpCode(200)
  @Returns(CurrentSession)
  async logIn(
    @Body() body: LogIn,
    @Res({ passthrough: true }) reply: ReplyWithHeaders,
    @Headers('cookie') cookies?: string,
    @Headers('user-agent') userAgent?: string,
  ): Promise<CurrentSession> {
    const browser = { session: tokenFromCookies(cookies), device: tokenFromCookies(cookies, DEVICE_COOKIE), userAgent };
    const { token, maxAge, device } = await this.logins.logIn(body, browser);
    this.cookie.set(reply, token, maxAge);
    this.cookie.setDevice(reply, device);
    const session = await this.sessions.resolve(token);
    return { account: session ? await this.queries.own(session.actor, session.mustEnrol) : null, now: this.queries.now };
  }

  @Delete()
  @Access('own.manage')
  @HttpCode(204)
  async logOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: ReplyWithHeaders): Promise<void> {
    await this.sessions.end(actor, actor.sessionId);
    this.cookie.clear(reply);
  }
}
