import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns, type FileReply } from '#libs/platform';
import { BlindMaterials } from './blind-materials.service.js';
import { Concerns } from './concerns.service.js';
import { Desk } from './desk.queries.js';
import { BlindEntry, ConcernInput, ConcernRow, DeclineInput, Queue, QueueQuery, SheetReceipt, SheetSave } from './dto/desk.dto.js';
import { Recusals } from './recusals.service.js';
import { Sheets } from './sheets.service.js';

/** The judge's desk: codes, blind entries, score sheets. Nothing here knows a name. */
@ApiTags('judge')
@Controller('judge')
export class JudgeDeskController {
  constructor(
    private readonly desk: Desk,
    private readonly sheets: Sheets,
    private readonly recusals: Recusals,
    private readonly concerns: Concerns,
    private readonly materials: BlindMaterials,
  ) {}

  @Get('queue') @Access('sheet.write') @Returns(Queue)
  queue(@Query() query: QueueQuery, @CurrentActor() actor: Actor): Promise<Queue> {
    return this.desk.queue(actor, query);
  }

  @Get('assignments/:id') @Access('sheet.write') @Returns(BlindEntry)
  entry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<BlindEntry> {
    return this.desk.entry(actor, id);
  }

  @Get('assignments/:id/materials/:number') @Access('sheet.write')
  material(
    @Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number, @CurrentActor() actor: Actor, @Res() reply: FileReply,
  ): Promise<void> {
    return this.materials.download(actor, id, number, reply);
  }

  @Put('assignments/:id/sheet') @Access('sheet.write') @Returns(SheetReceipt)
  save(@Param('id', ParseUUIDPipe) id: string, @Body() input: SheetSave, @CurrentActor() actor: Actor): Promise<SheetReceipt> {
    return this.sheets.save(actor, id, input);
  }

  @Post('assignments/:id/submit') @HttpCode(200) @Access('sheet.write') @Returns(SheetReceipt)
  submit(@Param('id', ParseUUIDPipe) id: string, @Body() input: SheetSave, @CurrentActor() actor: Actor): Promise<SheetReceipt> {
    return this.sheets.submit(actor, id, input);
  }

  @Get('assignments/:id/receipts') @Access('sheet.write') @Returns([SheetReceipt])
  receipts(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SheetReceipt[]> {
    return this.sheets.receipts(actor, id);
  }

  @Post('assignments/:id/decline') @HttpCode(204) @Access('sheet.write')
  decline(@Param('id', ParseUUIDPipe) id: string, @Body() input: DeclineInput, @CurrentActor() actor: Actor): Promise<void> {
    return this.recusals.decline(actor, id, input.reason);
  }

  @Post('assignments/:id/recuse') @HttpCode(204) @Access('sheet.write')
  recuse(@Param('id', ParseUUIDPipe) id: string, @Body() input: DeclineInput, @CurrentActor() actor: Actor): Promise<void> {
    return this.recusals.recuse(actor, id, input.reason);
  }

  @Post('assignments/:id/concerns') @HttpCode(200) @Access('sheet.write') @Returns(ConcernRow)
  raise(@Param('id', ParseUUIDPipe) id: string, @Body() input: ConcernInput, @CurrentActor() actor: Actor): Promise<ConcernRow> {
    return this.concerns.raise(actor, id, input);
  }
}
