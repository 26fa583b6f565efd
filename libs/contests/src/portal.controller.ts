import { Controller, Get, Headers, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { answerCached, type CachedReply } from './cached-answer.js';
import { AnnouncementView, PublicAnnouncementQuery } from './dto/announcement.dto.js';
import { PublicContest, PublicEdition } from './dto/contest.dto.js';
import { Portal } from './portal.queries.js';

/** What everyone may read without an account. Light, and cacheable by ETag. */
@ApiTags('public')
@Controller('public')
export class PortalController {
  constructor(private readonly portal: Portal) {}

  @Get('contests') @Public() @Returns([PublicContest])
  async contests(@Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CachedReply): Promise<PublicContest[] | undefined> {
    return answerCached(reply, known, await this.portal.contests());
  }

  @Get('editions/:id') @Public() @Returns(PublicEdition)
  async edition(
    @Param('id', ParseUUIDPipe) id: string, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CachedReply,
  ): Promise<PublicEdition | undefined> {
    return answerCached(reply, known, await this.portal.edition(id));
  }

  @Get('announcements') @Public() @Returns(pageOf(AnnouncementView))
  async announcements(
    @Query() query: PublicAnnouncementQuery, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CachedReply,
  ): Promise<Page<AnnouncementView> | undefined> {
    return answerCached(reply, known, await this.portal.announcements(query));
  }

  @Get('announcements/:id') @Public() @Returns(AnnouncementView)
  async announcement(
    @Param('id', ParseUUIDPipe) id: string, @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CachedReply,
  ): Promise<AnnouncementView | undefined> {
    return answerCached(reply, known, await this.portal.announcement(id));
  }
}
