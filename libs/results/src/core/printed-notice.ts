import type { DocumentTemplate } from '#libs/platform';
import type { PublicRow } from '../dto/publication.dto.js';

/** A posted list as it is printed. Every text is ready for the reader; nothing in it is looked up again. */
export interface PrintedNotice {
  title: string;
  /** Label and value, e.g. day of posting, number, digest. */
  facts: [string, string][];
  /** Heads of the columns: number in the list, entry, title, members, school, coaches. */
  columns: string[];
  groups: { title: string; awards: { title: string; rows: string[][] }[] }[];
  notes: string[];
  /** Stands at the foot of every page, so that a single sheet can be held against the record. */
  foot: string;
}

/** Words the rows need that are not in them. */
export interface NoticeWords {
  comma: string;
  awardTitle(label: string, count: number): string;
}

/**
 * Rows of the public list in groups and, inside them, by prize: the printed form holds what a reader of the web list may see
 * and nothing else, because it is made from the same rows.
 * @param awards keys of the prizes, best first
 */
export function printedGroups(rows: readonly PublicRow[], awards: readonly string[], words: NoticeWords): PrintedNotice['groups'] {
  const inOrder = [...rows].sort((a, b) => a.position - b.position);
  return together(inOrder, (row) => `${row.type} ${row.group}`).map((own) => ({
    title: [own[0]?.typeLabel, own[0]?.groupLabel].filter(Boolean).join(' · '),
    awards: together(own, (row) => row.award)
      .sort(([a], [b]) => awards.indexOf(a?.award ?? '') - awards.indexOf(b?.award ?? ''))
      .map((won) => ({
        title: words.awardTitle(won[0]?.awardLabel ?? '', won.length),
        rows: won.map((row) => [
          String(row.position), row.entryNo ?? '', row.title, row.members.join(words.comma), `${row.school}\n${row.prefecture}`, row.coaches.join(words.comma),
        ]),
      })),
  }));
}

/** Rows of one key each, in the order in which the keys first appear. */
function together(rows: readonly PublicRow[], key: (row: PublicRow) => string): PublicRow[][] {
  const found = new Map<string, PublicRow[]>();
  for (const row of rows) {
    const own = found.get(key(row));
    if (own) own.push(row);
    else found.set(key(row), [row]);
  }
  return [...found.values()];
}

const WIDTHS = [0.55, 1.5, 3.4, 1.6, 2.2, 1.4];

/** A4, a table for each group with its head repeated on every page. What people wrote reaches Typst as text, never as code. */
export const printedNotice: DocumentTemplate<PrintedNotice> = {
  name: 'notice',
  source: String.raw`
#let data = json(bytes(sys.inputs.data))
#let notice = data.content
#let widths = (${WIDTHS.map((width) => `${width}fr`).join(', ')})
#set document(title: notice.title, date: none)
#set text(font: "Noto Sans SC", size: 9pt, lang: data.language, region: "CN")
#set page(
  paper: "a4", margin: (x: 15mm, top: 17mm, bottom: 20mm),
  footer: context [
    #set text(size: 7.5pt, fill: luma(80))
    #grid(columns: (1fr, auto), column-gutter: 6mm, align: (left, right), notice.foot,
      data.labels.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  ],
)
#align(center, text(size: 15pt, weight: "bold", notice.title))
#v(2mm)
#grid(columns: (auto, 1fr), column-gutter: 4mm, row-gutter: 1.8mm,
  ..notice.facts.map(((label, value)) => (text(fill: luma(80), label), text(value))).flatten())
#for group in notice.groups {
  v(4mm)
  block(sticky: true, text(size: 11.5pt, weight: "bold", group.title))
  table(
    columns: widths,
    align: (x, y) => if y == 0 { center + horizon } else if x == 0 { center + horizon } else { left + horizon },
    inset: (x: 1.8mm, y: 1.5mm),
    stroke: 0.4pt + luma(130),
    table.header(..notice.columns.map(column => table.cell(fill: luma(232), text(weight: "bold", column)))),
    ..group.awards.map(award => (
      table.cell(colspan: widths.len(), fill: luma(246), align: left, text(weight: "bold", award.title)),
      ..award.rows.flatten().map(cell => table.cell(breakable: false, text(cell))),
    )).flatten(),
  )
}
#v(3mm)
#for note in notice.notes { par(text(size: 8.5pt, note)) }
`,
  check(content) {
    const odd = content.groups.flatMap((group) => group.awards.flatMap((award) => award.rows)).find((row) => row.length !== WIDTHS.length);
    if (odd || content.columns.length !== WIDTHS.length) throw new Error(`A notice has ${WIDTHS.length} columns`);
  },
};
