import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Access, CurrentActor } from './access.decorators.js';
import type { Actor } from './actor.js';
import { Created } from './dto/created.dto.js';
import { LinkView } from './dto/link.dto.js';
import { AddPerson, EditPerson, LookUpPerson, MovePerson, PeopleQuery, PersonRow, PersonView } from './dto/person.dto.js';
import { PeopleQueries } from './people.queries.js';
import { People } from './people.service.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly queries: PeopleQueries,
  ) {}

  @Get()
  @Access('person.list')
  @Returns(pageOf(PersonRow))
  list(@CurrentActor() actor: Actor, @Query() query: PeopleQuery): Promise<Page<PersonRow>> {
    return this.queries.list(actor, query);
  }

  @Post()
  @Access('person.create')
  @HttpCode(200)
  @Returns(Created)
  async enter(@CurrentActor() actor: Actor, @Body() body: AddPerson): Promise<Created> {
    return { id: await this.people.enter(actor, body) };
  }

  @Post('look-up')
  @Access('person.view')
  @HttpCode(200)
  @Returns(PersonView)
  lookUp(@CurrentActor() actor: Actor, @Body() body: LookUpPerson): Promise<PersonView> {
    return this.queries.lookUp(actor, body);
  }

  @Get(':id')
  @Access('person.view')
  @Returns(PersonView)
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.queries.view(actor, id);
  }

  @Patch(':id')
  @Access('person.edit')
  @HttpCode(204)
  edit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: EditPerson): Promise<void> {
    return this.people.edit(actor, id, body);
  }

  @Post(':id/move')
  @Access('person.move')
  @HttpCode(204)
  move(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MovePerson): Promise<void> {
    return this.people.move(actor, id, body.schoolId, body.reason);
  }

  @Post(':id/claim-link')
  @Access('person.claim')
  @HttpCode(200)
  @Returns(LinkView)
  async claimLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LinkView> {
    const { url, expiresAt } = await this.people.claimLink(actor, id);
    return { url, expiresAt };
  }
}
