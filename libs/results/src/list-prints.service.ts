import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { Clock, currentContext, Database, Documents, Files, Handles, job, Outbox, Refusal, sendFile, text, type FileReply } from '#libs/platform';
import { printedGroups, printedNotice, type PrintedNotice } from './core/printed-notice.js';
import type { ProposalKind } from './core/proposal-state.js';
import { publicRow, PublicRows } from './public-results.queries.js';
import { awardOrder, ResultLabels } from './result-labels.js';

/** Typesets the posted list and keeps the PDF. Its file is an outside effect, but one that nobody sees before the row names it. */
export const PrintList = job<{ publicationId: string }>('results.print-list', { queue: 'documents' });

interface PrintedPublication {
  editionName: string;
  kind: ProposalKind;
  version: number;
  digest: string;
  correction: string | null;
  postedAt: Date;
  noticeClosesAt: Date;
  versionId: string;
}

/** Posted lists as PDF, for notice boards and files. */
@Injectable()
export class ListPrints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly documents: Documents,
    private readonly files: Files,
    private readonly rulebooks: Rulebooks,
    private readonly rows: PublicRows,
  ) {}

  /** Inside the transaction that posts the list. */
  async enqueue(publicationId: string): Promise<void> {
    await this.outbox.add(PrintList, { publicationId }, { dedupeKey: publicationId });
  }

  /** Makes the print once; called again it does nothing. */
  @Handles(PrintList)
  async print({ publicationId }: { publicationId: string }): Promise<void> {
    await this.database.transaction(async () => {
      const posted = await this.database.first<PrintedPublication>(
        `SELECT e.name AS "editionName", p.kind, p.version, p.digest, p.correction, p.posted_at AS "postedAt", p.notice_closes_at AS "noticeClosesAt",
           p.rulebook_version_id AS "versionId"
         FROM publication p JOIN edition e ON e.id = p.edition_id WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
        [publicationId],
      );
      if (!posted) throw new Error(`There is no publication ${publicationId}`);
      if (await this.database.first('SELECT 1 FROM publication_print WHERE publication_id = $1', [publicationId])) return;
      const content = await this.contentOf(publicationId, posted);
      const file = await this.files.putBuffer({
        content: await this.documents.render(printedNotice, content), name: `${text('results.print.fileName', { title: content.title, version: posted.version })}.pdf`, purpose: 'publication-print',
      });
      await this.database.query('INSERT INTO publication_print (publication_id, file_id, made_at) VALUES ($1, $2, $3)', [publicationId, file.id, this.clock.now()]);
    });
  }

  /** Sends the print of the list that stands. Refused while none is posted (NOT_PUBLISHED) and while it is being made (PRINT_BEING_MADE). */
  async send(editionId: string, kind: string, reply: FileReply): Promise<void> {
    const found = await this.database.first<{ fileId: string | null }>(
      `SELECT pr.file_id AS "fileId" FROM publication p LEFT JOIN publication_print pr ON pr.publication_id = p.id
       WHERE p.edition_id = $1 AND p.kind = $2 AND p.state <> 'superseded'`,
      [editionId, kind],
    );
    if (!found) throw new Refusal('missing', 'NOT_PUBLISHED');
    if (!found.fileId) {
      void reply.header('retry-after', '5').header('cache-control', 'no-store');
      throw new Refusal('missing', 'PRINT_BEING_MADE');
    }
    await sendFile(reply, await this.files.open(found.fileId), { cacheControl: 'public, max-age=60' });
  }

  private async contentOf(publicationId: string, posted: PrintedPublication): Promise<PrintedNotice> {
    const { document, version } = await this.rulebooks.version(posted.versionId);
    const labels = new ResultLabels(document);
    const rows = (await this.rows.all(publicationId)).map((row) => publicRow(row, labels));
    const title = text(`results.print.title.${posted.kind}`, { edition: posted.editionName });
    const number = text('results.print.number', { version: posted.version });
    const facts: [string, string][] = [
      [text('results.print.numberLabel'), number],
      [text('results.print.posted'), inChina(posted.postedAt)],
      [text('results.print.closes'), inChina(posted.noticeClosesAt)],
      [text('results.print.rulebook'), text('results.print.rulebookVersion', { version })],
      [text('results.print.digest'), posted.digest],
    ];
    if (posted.correction) facts.push([text('results.print.correction'), posted.correction]);
    return {
      title,
      facts,
      columns: ['position', 'entryNo', 'entryTitle', 'members', 'school', 'coaches'].map((key) => text(`results.print.column.${key}`)),
      groups: printedGroups(rows, awardOrder(document), { comma: text('results.print.comma'), awardTitle: (label, count) => text('results.print.award', { label, count }) }),
      notes: [document.disclaimer[currentContext().language], text('results.print.check')].filter(Boolean),
      foot: `${title} · ${number} · ${posted.digest.slice(0, 32)}`,
    };
  }
}

const inChina = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
