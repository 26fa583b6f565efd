import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns, sendFile, type FileReply } from '#libs/platform';
import { EntryView, MaterialView } from './dto/entry.dto.js';
import { MaterialInput } from './dto/team.dto.js';
import { Materials } from './materials.service.js';

/** Files of an entry, by slot. They are uploaded at /api/uploads first. */
@ApiTags('entries')
@Controller('entries/:id/materials')
export class MaterialsController {
  constructor(private readonly materials: Materials) {}

  @Get() @Access('entry.view') @Returns([MaterialView])
  versions(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<MaterialView[]> {
    return this.materials.versions(actor, id);
  }

  @Post() @HttpCode(200) @Access('entry.edit') @Returns(EntryView)
  add(@Param('id', ParseUUIDPipe) id: string, @Body() input: MaterialInput, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.materials.add(actor, id, input);
  }

  @Delete(':materialId') @Access('entry.edit') @Returns(EntryView)
  remove(@Param('id', ParseUUIDPipe) id: string, @Param('materialId', ParseUUIDPipe) materialId: string, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.materials.remove(actor, id, materialId);
  }

  @Get(':materialId/file') @Access('entry.view')
  async download(
    @Param('id', ParseUUIDPipe) id: string, @Param('materialId', ParseUUIDPipe) materialId: string, @CurrentActor() actor: Actor, @Res() reply: FileReply,
  ): Promise<void> {
    await sendFile(reply, await this.materials.open(actor, id, materialId));
  }

  @Get(':materialId/thumbnail') @Access('entry.view')
  async thumbnail(
    @Param('id', ParseUUIDPipe) id: string, @Param('materialId', ParseUUIDPipe) materialId: string, @CurrentActor() actor: Actor, @Res() reply: FileReply,
  ): Promise<void> {
    await sendFile(reply, await this.materials.picture(actor, id, materialId, 'thumbnail'));
  }

  @Get(':materialId/preview') @Access('entry.view')
  async preview(
    @Param('id', ParseUUIDPipe) id: string, @Param('materialId', ParseUUIDPipe) materialId: string, @CurrentActor() actor: Actor, @Res() reply: FileReply,
  ): Promise<void> {
    await sendFile(reply, await this.materials.picture(actor, id, materialId, 'preview'));
  }
}
