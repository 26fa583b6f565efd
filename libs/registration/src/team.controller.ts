import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { EntryView } from './dto/entry.dto.js';
import { CoachInput, MemberChange, MemberInput, OrderInput, SignatureInput } from './dto/team.dto.js';
import { Signatures } from './signatures.service.js';
import { Teams } from './teams.service.js';

/** Members, coaches and their signatures on an entry. */
@ApiTags('entries')
@Controller('entries/:id')
export class TeamController {
  constructor(private readonly teams: Teams, private readonly signatures: Signatures) {}

  @Post('members') @HttpCode(200) @Access('entry.edit') @Returns(EntryView)
  addMember(@Param('id', ParseUUIDPipe) id: string, @Body() input: MemberInput, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.teams.addMember(actor, id, input);
  }

  @Put('members/order') @Access('entry.edit') @Returns(EntryView)
  orderMembers(@Param('id', ParseUUIDPipe) id: string, @Body() input: OrderInput, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.teams.orderMembers(actor, id, input.memberIds);
  }

  @Patch('members/:memberId') @Access('entry.edit') @Returns(EntryView)
  changeMember(
    @Param('id', ParseUUIDPipe) id: string, @Param('memberId', ParseUUIDPipe) memberId: string, @Body() input: MemberChange, @CurrentActor() actor: Actor,
  ): Promise<EntryView> {
    return this.teams.changeMember(actor, id, memberId, input);
  }

  @Delete('members/:memberId') @Access('entry.edit') @Returns(EntryView)
  removeMember(@Param('id', ParseUUIDPipe) id: string, @Param('memberId', ParseUUIDPipe) memberId: string, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.teams.removeMember(actor, id, memberId);
  }

  @Post('coaches') @HttpCode(200) @Access('entry.edit') @Returns(EntryView)
  addCoach(@Param('id', ParseUUIDPipe) id: string, @Body() input: CoachInput, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.teams.addCoach(actor, id, input);
  }

  @Delete('coaches/:coachId') @Access('entry.edit') @Returns(EntryView)
  removeCoach(@Param('id', ParseUUIDPipe) id: string, @Param('coachId', ParseUUIDPipe) coachId: string, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.teams.removeCoach(actor, id, coachId);
  }

  @Post('signatures') @HttpCode(200) @Access('entry.edit') @Returns(EntryView)
  sign(@Param('id', ParseUUIDPipe) id: string, @Body() input: SignatureInput, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.signatures.sign(actor, id, input);
  }
}
