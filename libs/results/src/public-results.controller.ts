import { Controller, Get, Headers, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/identity';
import { Returns, type FileReply } from '#libs/platform';
import { PrintQuery, PublicList, PublicListIndex, PublicListPage, PublicListQuery } from './dto/publication.dto.js';
import { ListPrints } from './list-prints.service.js';
import { PublicResults, type CacheReply } from './public-results.queries.js';

/** What everyone may read: posted lists and nothing else. Answers carry an ETag and may be cached for a minute. */
@ApiTags('public')
@Controller('public/results')
export class PublicResultsController {
  constructor(private readonly results: PublicResults, private readonly prints: ListPrints) {}

  @Get() @Public() @Returns([PublicListIndex])
  index(@Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CacheReply): Promise<PublicListIndex[] | undefined> {
    return this.results.index(reply, known);
  }

  @Get(':editionId') @Public() @Returns(PublicList)
  list(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Query() query: PublicListQuery,
    @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CacheReply,
  ): Promise<PublicList | undefined> {
    return this.results.list(editionId, query.kind, reply, known);
  }

  @Get(':editionId/list.pdf') @Public() @ApiProduces('application/pdf')
  print(@Param('editionId', ParseUUIDPipe) editionId: string, @Query() query: PrintQuery, @Res() reply: FileReply): Promise<void> {
    return this.prints.send(editionId, query.kind, reply);
  }

  @Get(':editionId/rows') @Public() @Returns(PublicListPage)
  rows(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Query() query: PublicListQuery,
    @Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: CacheReply,
  ): Promise<PublicListPage | undefined> {
    return this.results.rows(editionId, query, reply, known);
  }
}
