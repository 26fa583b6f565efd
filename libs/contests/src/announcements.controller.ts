import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Announcements } from './announcements.service.js';
import { AnnouncementChange, AnnouncementInput, AnnouncementQuery, AnnouncementView } from './dto/announcement.dto.js';

@ApiTags('announcements')
@Controller('announcements')
export class AnnouncementsController {
  constructor(private readonly announcements: Announcements) {}

  @Get() @Access('announcement.manage') @Returns(pageOf(AnnouncementView))
  list(@Query() query: AnnouncementQuery): Promise<Page<AnnouncementView>> {
    return this.announcements.list(query);
  }

  @Post() @HttpCode(200) @Access('announcement.manage') @Returns(AnnouncementView)
  create(@Body() input: AnnouncementInput, @CurrentActor() actor: Actor): Promise<AnnouncementView> {
    return this.announcements.create(actor, input);
  }

  @Patch(':id') @Access('announcement.manage') @Returns(AnnouncementView)
  change(@Param('id', ParseUUIDPipe) id: string, @Body() input: AnnouncementChange): Promise<AnnouncementView> {
    return this.announcements.change(id, input);
  }

  @Post(':id/publish') @HttpCode(200) @Access('announcement.manage') @Returns(AnnouncementView)
  publish(@Param('id', ParseUUIDPipe) id: string): Promise<AnnouncementView> {
    return this.announcements.publish(id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Access('announcement.manage') @Returns(AnnouncementView)
  withdraw(@Param('id', ParseUUIDPipe) id: string): Promise<AnnouncementView> {
    return this.announcements.withdraw(id);
  }
}
