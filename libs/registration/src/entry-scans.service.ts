import { Injectable } from '@nestjs/common';
import { pinyin } from 'pinyin-pro';
import type { Actor } from '#libs/identity';
import { Clock, Database, Handles, type JobRun } from '#libs/platform';
import { hashOf } from '#libs/scoring';
import { leakWords } from './core/leaks/leak-words.js';
import { isScrubbed, scanContent, type PlacedLeak } from './core/leaks/scan-content.js';
import type { LeakPreview } from './dto/findings.dto.js';
import { EntryReach } from './entry-reach.service.js';
import { FileInspections, type Inspected } from './file-inspections.service.js';
import { JudgedContents, type JudgedContent } from './judged-content.queries.js';
import { ScanEdition, ScanEntry } from './registration.jobs.js';
import { AT_PROVINCE } from './review-gate.queries.js';
import { Similarities } from './similarities.service.js';

const CHINESE = /^[\p{Script=Han}]{2,}$/u;
const romanised = (name: string): string[] => (CHINESE.test(name) ? pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }) : []);

/** How findings name a place that only a satellite wrote down. */
const PLACE_OF_RECORDING = 'GPS';

/** Goes through entries for what tells their makers, and has them compared with others. */
@Injectable()
export class EntryScans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reach: EntryReach,
    private readonly contents: JudgedContents,
    private readonly inspections: FileInspections,
    private readonly similarities: Similarities,
  ) {}

  /**
   * One entry. New findings are open; open and confirmed ones that are no longer there are gone, what a human called harmless stays so.
   * With the same content, people and names as last time nothing is done.
   */
  @Handles(ScanEntry)
  async scan({ entryId }: { entryId: string }): Promise<void> {
    const content = await this.contents.of(entryId);
    const inspected = await this.inspections.known(content.files.map((file) => file.fileId));
    const { rulebook, ...seen } = content;
    const input = hashOf(JSON.parse(JSON.stringify({ ...seen, similarity: rulebook.similarity ?? null })) as object);
    const last = await this.database.first<{ input: string }>('SELECT input_sha256 AS input FROM entry_scan WHERE entry_id = $1', [entryId]);
    if (last?.input === input) return;
    const leaks = this.leaks(content, inspected);
    await this.database.transaction(async () => {
      await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('qingsai.scan.' || $1, 0))`, [entryId]);
      await this.keep(entryId, leaks);
      await this.similarities.compare(content, inspected);
      await this.database.query(
        `INSERT INTO entry_scan (entry_id, input_sha256, scanned_at) VALUES ($1, $2, $3) ON CONFLICT (entry_id) DO UPDATE SET input_sha256 = $2, scanned_at = $3`,
        [entryId, input, this.clock.now()],
      );
    });
  }

  /** Every entry of the edition at the province, one after the other; what is done stays done if the process ends. */
  @Handles(ScanEdition)
  async scanEdition({ editionId }: { editionId: string }, run: JobRun): Promise<void> {
    const entries = await this.database.query<{ id: string }>('SELECT id FROM entry WHERE edition_id = $1 AND state = ANY ($2::text[]) ORDER BY entry_no, id', [editionId, AT_PROVINCE]);
    for (const [index, { id }] of entries.entries()) {
      await this.scan({ entryId: id });
      await run.report(index + 1, entries.length);
    }
  }

  /** What a scan would find now, for those who make the entry, while they can still put it right. Nothing is kept. */
  async preview(actor: Actor, entryId: string): Promise<LeakPreview> {
    await this.reach.seen(actor, entryId);
    const content = await this.contents.of(entryId);
    const known = await this.database.query<Inspected>('SELECT sha256, pages, facts FROM file_inspection WHERE sha256 = ANY ($1::text[])', [content.files.map((file) => file.sha256)]);
    const byContent = new Map(known.map((one) => [one.sha256, one]));
    const inspected = new Map(content.files.flatMap((file) => {
      const one = byContent.get(file.sha256);
      return one ? [[file.fileId, one] as const] : [];
    }));
    return {
      waiting: content.files.length - inspected.size,
      leaks: this.leaks(content, inspected).map(({ key: _key, count, ...leak }) => ({ ...leak, occurrences: count, scrubbed: isScrubbed(leak.source) })),
    };
  }

  private leaks(content: JudgedContent, inspected: ReadonlyMap<string, Pick<Inspected, 'pages' | 'facts' | 'sha256'>>): PlacedLeak[] {
    return scanContent(content, inspected, leakWords(content.subjects, romanised), PLACE_OF_RECORDING);
  }

  private async keep(entryId: string, leaks: PlacedLeak[]): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO leak_finding (entry_id, material_id, key, source, field, page, kind, severity, word, occurrences, passages, found_at)
       SELECT $1, l."materialId", l.key, l.source, l.field, l.page, l.kind, l.severity, l.word, l.count, l.passages, $3
       FROM jsonb_to_recordset($2) AS l ("materialId" uuid, key text, source text, field text, page int, kind text, severity text, word text, count int, passages jsonb)
       ON CONFLICT ON CONSTRAINT leak_finding_once DO UPDATE SET occurrences = EXCLUDED.occurrences, passages = EXCLUDED.passages, severity = EXCLUDED.severity,
         material_id = EXCLUDED.material_id, state = CASE WHEN leak_finding.state = 'gone' THEN 'open' ELSE leak_finding.state END`,
      [entryId, JSON.stringify(leaks), now],
    );
    await this.database.query(`UPDATE leak_finding SET state = 'gone' WHERE entry_id = $1 AND state IN ('open', 'leak') AND key <> ALL ($2::text[])`, [entryId, leaks.map((leak) => leak.key)]);
  }
}
