import { Injectable } from '@nestjs/common';
import type { SimilarityRules } from '#libs/contests';
import { Clock, Database } from '#libs/platform';
import { readableText, sourceRange, type ReadableText } from './core/leaks/readable-text.js';
import type { Passage } from './core/leaks/find-leaks.js';
import { commonPassages, sharedPart, titleLikeness } from './core/similarity/common-passages.js';
import { fingerprint, titleMarks } from './core/similarity/fingerprint.js';
import type { Inspected } from './file-inspections.service.js';
import type { JudgedContent } from './judged-content.queries.js';

type Part = 'title' | 'abstract' | 'report';

/** A passage that stands in both works, with what is around it. */
export interface SharedPassage {
  part: Part;
  otherPart: Part;
  length: number;
  here: Passage;
  there: Passage;
}

export interface SimilarityDetails {
  passages?: SharedPassage[];
  materialId?: string;
  otherMaterialId?: string;
  /** Bits in which the pictures' hashes differ. */
  distance?: number;
}

interface Likeness {
  otherId: string;
  kind: 'title' | 'text' | 'image' | 'file';
  /** 1 to 1000. */
  score: number;
  details: SimilarityDetails;
}

interface Candidate {
  textId: number;
  entryId: string;
  part: Part;
  source: string;
}

/** Marks that stand in more works than this are a form's headings or a template, no copy of one work. */
const COMMON = 50;
const CANDIDATES = 30;
/** One mark in common is chance or a phrase. */
const FEWEST_MARKS = 2;
/** A shorter text says too little to be compared. */
const SHORTEST_TEXT = 60;
const MOST_PASSAGES = 30;
const AROUND = 40;
/** Works that count: handed in once and not taken back. */
const COUNTED = `e.state NOT IN ('draft', 'withdrawn')`;

/** Compares a work with every work of this and earlier editions. Findings are shown to humans; nothing is refused because of them. */
@Injectable()
export class Similarities {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** Enters the work's texts and pictures, and keeps what they have in common with others. Part of the caller's transaction. */
  async compare(content: JudgedContent, inspected: ReadonlyMap<string, Inspected>): Promise<void> {
    const texts: [Part, string][] = [
      ['title', content.title],
      ['abstract', content.fields.map((field) => field.text).join('\n')],
      ['report', content.files.flatMap((file) => inspected.get(file.fileId)?.pages ?? []).join('\n')],
    ];
    await this.enter(content, texts, inspected);
    const rules = content.rulebook.similarity;
    if (!rules) return;
    const found = [
      ...(await this.alikeTitles(content, rules)),
      ...(await this.alikeTexts(content.entryId, texts.slice(1), rules)),
      ...(await this.alikePictures(content.entryId, rules)),
      ...(await this.sameFiles(content)),
    ];
    await this.keep(content.entryId, found);
  }

  private async enter(content: JudgedContent, texts: [Part, string][], inspected: ReadonlyMap<string, Inspected>): Promise<void> {
    const { entryId } = content;
    await this.database.query('DELETE FROM work_text WHERE entry_id = $1', [entryId]);
    for (const [part, source] of texts) {
      const plain = readableText(source, 'dropped').text;
      const marks = part === 'title' ? titleMarks(plain) : plain.length < SHORTEST_TEXT ? [] : fingerprint(plain);
      await this.database.query(
        `WITH entered AS (INSERT INTO work_text (entry_id, part, source) VALUES ($1, $2, $3) RETURNING id)
         INSERT INTO work_shingle (hash, text_id) SELECT hash, id FROM entered, unnest($4::int[]) AS hash`,
        [entryId, part, source, marks],
      );
    }
    await this.database.query('DELETE FROM work_image WHERE entry_id = $1', [entryId]);
    const pictures = content.files.flatMap((file) => {
      const hash = inspected.get(file.fileId)?.imageHash;
      return hash ? [{ materialId: file.materialId, hash: BigInt.asIntN(64, BigInt(`0x${hash}`)).toString() }] : [];
    });
    await this.database.query(`INSERT INTO work_image (entry_id, material_id, hash) SELECT $1, p."materialId", p.hash FROM jsonb_to_recordset($2) AS p ("materialId" uuid, hash bigint)`, [entryId, JSON.stringify(pictures)]);
  }

  private async alikeTitles(content: JudgedContent, rules: SimilarityRules): Promise<Likeness[]> {
    const title = readableText(content.title, 'dropped').text;
    const marks = titleMarks(title);
    if (marks.length < 3) return [];
    const rows = await this.database.query<Candidate>(
      `WITH hits AS (SELECT s.text_id, count(*) AS marks FROM work_shingle s WHERE s.hash = ANY ($1::int[]) GROUP BY s.text_id HAVING count(*) >= $3)
       SELECT t.id AS "textId", t.entry_id AS "entryId", t.part, t.source FROM hits JOIN work_text t ON t.id = hits.text_id AND t.part = 'title' JOIN entry e ON e.id = t.entry_id
       WHERE t.entry_id <> $2 AND ${COUNTED} ORDER BY hits.marks DESC, t.id LIMIT ${CANDIDATES}`,
      [marks, content.entryId, Math.max(2, Math.ceil(marks.length * rules.title * 0.6))],
    );
    return rows.flatMap((row) => {
      const likeness = titleLikeness(title, readableText(row.source, 'dropped').text);
      return likeness >= rules.title ? [{ otherId: row.entryId, kind: 'title' as const, score: Math.round(likeness * 1000), details: {} }] : [];
    });
  }

  private async alikeTexts(entryId: string, texts: [Part, string][], rules: SimilarityRules): Promise<Likeness[]> {
    const found = new Map<string, { score: number; passages: SharedPassage[] }>();
    for (const [part, source] of texts) {
      const here = readableText(source, 'dropped');
      if (here.text.length < SHORTEST_TEXT) continue;
      for (const candidate of await this.candidates(entryId, fingerprint(here.text))) {
        const there = readableText(candidate.source, 'dropped');
        const passages = commonPassages(here.text, there.text, rules.passage);
        const score = Math.round(sharedPart(passages, here.text.length, there.text.length) * 1000);
        if (score < rules.text * 1000) continue;
        const known = found.get(candidate.entryId) ?? { score: 0, passages: [] };
        const shown = passages.map(({ length, ...at }) => ({
          part, otherPart: candidate.part, length, here: around(here, at.here, length), there: around(there, at.there, length),
        }));
        found.set(candidate.entryId, { score: Math.max(known.score, score), passages: [...known.passages, ...shown] });
      }
    }
    return [...found].map(([otherId, { score, passages }]) => ({
      otherId, kind: 'text', score, details: { passages: passages.sort((one, other) => other.length - one.length).slice(0, MOST_PASSAGES) },
    }));
  }

  /** Texts with the most marks in common, marks of templates left out. */
  private candidates(entryId: string, marks: number[]): Promise<Candidate[]> {
    return this.database.query<Candidate>(
      `WITH hits AS MATERIALIZED (SELECT hash, text_id FROM work_shingle WHERE hash = ANY ($1::int[])),
            telling AS (SELECT hash FROM hits GROUP BY hash HAVING count(*) <= ${COMMON}),
            ranked AS (SELECT text_id, count(*) AS marks FROM hits JOIN telling USING (hash) GROUP BY text_id HAVING count(*) >= ${FEWEST_MARKS})
       SELECT t.id AS "textId", t.entry_id AS "entryId", t.part, t.source FROM ranked JOIN work_text t ON t.id = ranked.text_id AND t.part <> 'title' JOIN entry e ON e.id = t.entry_id
       WHERE t.entry_id <> $2 AND ${COUNTED} ORDER BY ranked.marks DESC, t.id LIMIT ${CANDIDATES}`,
      [marks, entryId],
    );
  }

  private async alikePictures(entryId: string, rules: SimilarityRules): Promise<Likeness[]> {
    const rows = await this.database.query<{ otherId: string; materialId: string; otherMaterialId: string; distance: number }>(
      `SELECT DISTINCT ON (o.entry_id) o.entry_id AS "otherId", own.material_id AS "materialId", o.material_id AS "otherMaterialId", bit_count((o.hash # own.hash)::bit(64))::int AS distance
       FROM work_image own JOIN work_image o ON o.entry_id <> own.entry_id AND bit_count((o.hash # own.hash)::bit(64)) <= $2 JOIN entry e ON e.id = o.entry_id
       WHERE own.entry_id = $1 AND ${COUNTED} ORDER BY o.entry_id, distance LIMIT ${COMMON + 1}`,
      [entryId, rules.image],
    );
    if (rows.length > COMMON) return [];
    return rows.map(({ otherId, ...details }) => ({ otherId, kind: 'image', score: Math.max(1, Math.round((1 - details.distance / 64) * 1000)), details }));
  }

  private async sameFiles(content: JudgedContent): Promise<Likeness[]> {
    const rows = await this.database.query<{ otherId: string; materialId: string; otherMaterialId: string }>(
      `SELECT DISTINCT ON (o.entry_id) o.entry_id AS "otherId", own.id AS "materialId", o.id AS "otherMaterialId"
       FROM material own JOIN material o ON o.sha256 = own.sha256 AND o.entry_id <> own.entry_id AND o.ended_at IS NULL JOIN entry e ON e.id = o.entry_id
       WHERE own.entry_id = $1 AND own.id = ANY ($2::uuid[]) AND ${COUNTED} ORDER BY o.entry_id LIMIT ${COMMON + 1}`,
      [content.entryId, content.files.map((file) => file.materialId)],
    );
    return rows.length > COMMON ? [] : rows.map(({ otherId, ...details }) => ({ otherId, kind: 'file', score: 1000, details }));
  }

  /** One finding for each pair and kind, whichever of the two was looked at last. A decided one is not opened again. */
  private async keep(entryId: string, found: Likeness[]): Promise<void> {
    await this.database.query(
      `INSERT INTO similarity_finding (entry_id, other_id, kind, score, details, relation, found_at)
       SELECT $1, f."otherId", f.kind, f.score, f.details,
              CASE WHEN EXISTS (SELECT 1 FROM entry_member a JOIN entry_member b ON b.person_id = a.person_id WHERE a.entry_id = $1 AND b.entry_id = f."otherId") THEN 'continuation' ELSE 'other' END, $3
       FROM jsonb_to_recordset($2) AS f ("otherId" uuid, kind text, score int, details jsonb) ORDER BY f."otherId", f.kind
       ON CONFLICT (least(entry_id, other_id), greatest(entry_id, other_id), kind) DO UPDATE SET entry_id = EXCLUDED.entry_id, other_id = EXCLUDED.other_id, score = EXCLUDED.score,
         details = EXCLUDED.details, relation = EXCLUDED.relation, state = CASE WHEN similarity_finding.state = 'gone' THEN 'open' ELSE similarity_finding.state END`,
      [entryId, JSON.stringify(found), this.clock.now()],
    );
    await this.database.query(
      `UPDATE similarity_finding SET state = 'gone' WHERE $1 IN (entry_id, other_id) AND state = 'open'
         AND (CASE WHEN entry_id = $1 THEN other_id ELSE entry_id END)::text || ' ' || kind <> ALL ($2::text[])`,
      [entryId, found.map((one) => `${one.otherId} ${one.kind}`)],
    );
  }
}

function around(readable: ReadableText, at: number, length: number): Passage {
  const [start, end] = sourceRange(readable, at, at + length);
  const { source } = readable;
  const whole = (text: string): string => Buffer.from(text).toString().replace(/\ufffd/g, '');
  return { before: whole(source.slice(Math.max(0, start - AROUND), start)), match: source.slice(start, end), after: whole(source.slice(end, end + AROUND)) };
}
