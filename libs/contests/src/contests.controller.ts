import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Contests } from './contests.service.js';
import { ContestChange, ContestInput, ContestView } from './dto/contest.dto.js';

@ApiTags('contests')
@Controller('contests')
export class ContestsController {
  constructor(private readonly contests: Contests) {}

  @Get() @Access('edition.view') @Returns([ContestView])
  list(): Promise<ContestView[]> {
    return this.contests.list();
  }

  @Post() @HttpCode(200) @Access('contest.manage') @Returns(ContestView)
  create(@Body() input: ContestInput, @CurrentActor() actor: Actor): Promise<ContestView> {
    return this.contests.create(actor, input);
  }

  @Patch(':id') @Access('contest.manage') @Returns(ContestView)
  change(@Param('id', ParseUUIDPipe) id: string, @Body() input: ContestChange, @CurrentActor() actor: Actor): Promise<ContestView> {
    return this.contests.change(actor, id, input);
  }
}
