import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, Public, type Actor } from '#libs/identity';
import { Returns, type FileReply } from '#libs/platform';
import { FormCheckView, PrintedFormsView, PrintedFormView, ScannedCode } from './dto/printed-form.dto.js';
import { PrintedForms } from './printed-forms.service.js';

/** Application forms on paper. */
@ApiTags('entries')
@Controller()
export class PrintedFormsController {
  constructor(private readonly forms: PrintedForms) {}

  @Get('entries/:id/printed-forms') @Access('entry.view') @Returns(PrintedFormsView)
  of(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<PrintedFormsView> {
    return this.forms.of(actor, id);
  }

  @Post('entries/:id/printed-forms') @HttpCode(200) @Access('entry.edit') @Returns(PrintedFormView)
  print(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<PrintedFormView> {
    return this.forms.print(actor, id);
  }

  @Get('entries/:id/printed-forms/:number/file') @Access('entry.view')
  async pdf(@Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    const pdf = await this.forms.pdf(actor, id, number);
    await reply.header('content-type', 'application/pdf').header('content-disposition', `inline; filename="form-${number}.pdf"`).header('cache-control', 'private, no-store').send(pdf);
  }

  @Put('entries/:id/scans/:materialId') @Access('entry.edit') @Returns(PrintedFormsView)
  nameScan(
    @Param('id', ParseUUIDPipe) id: string, @Param('materialId', ParseUUIDPipe) materialId: string, @Body() input: ScannedCode, @CurrentActor() actor: Actor,
  ): Promise<PrintedFormsView> {
    return this.forms.nameScan(actor, id, materialId, input.code);
  }

  @Get('public/forms/:sha256') @Public() @Returns(FormCheckView)
  check(@Param('sha256') sha256: string): Promise<FormCheckView> {
    return this.forms.check(sha256);
  }
}
