import type { DocumentTemplate } from './documents.service.js';

/** A printable list: title, columns, rows, a line for the stamp, and the hash of its content on every page. */
export interface PrintedList {
  title: string;
  subtitle?: string;
  /** `width` is a share of the page's width relative to the other columns; default 1. */
  columns: { title: string; width?: number; align?: 'left' | 'center' | 'right' }[];
  /** One text for each column. */
  rows: string[][];
  /** Sentences below the table. */
  notes?: string[];
  /** Who stamps and when, as it is to be printed; without it there is no stamp line. */
  stamp?: { organisation: string; date: string };
  landscape?: boolean;
}

/** Everything people wrote reaches Typst as JSON strings, which it shows as text: nothing in them is markup or code. */
export const printedList: DocumentTemplate<PrintedList> = {
  name: 'list',
  source: String.raw`
#let data = json(bytes(sys.inputs.data))
#let list = data.content
#let alignments = (left: left, center: center, right: right)
#set document(title: list.title, date: none)
#set text(font: "Noto Sans SC", size: 9.5pt, lang: data.language, region: "CN")
#set page(
  paper: "a4", flipped: list.at("landscape", default: false), margin: (x: 16mm, top: 18mm, bottom: 20mm),
  footer: context [
    #set text(size: 7.5pt, fill: luma(90))
    #grid(columns: (1fr, auto), align: (left, right),
      [#data.labels.hash #raw(data.hash.slice(0, 32))],
      data.labels.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  ],
)
#align(center)[
  #text(size: 15pt, weight: "bold", list.title)
  #if "subtitle" in list { v(-2mm); text(size: 10.5pt, list.subtitle) }
]
#v(3mm)
#table(
  columns: list.columns.map(column => column.at("width", default: 1) * 1fr),
  align: (x, y) => if y == 0 { center + horizon } else { alignments.at(list.columns.at(x).at("align", default: "left")) + horizon },
  inset: (x: 2mm, y: 1.6mm),
  stroke: 0.4pt + luma(120),
  fill: (x, y) => if y == 0 { luma(235) },
  table.header(..list.columns.map(column => text(weight: "bold", column.title))),
  ..list.rows.flatten().map(cell => text(cell)),
)
#for note in list.at("notes", default: ()) { par(text(size: 8.5pt, note)) }
#if "stamp" in list {
  v(14mm, weak: true)
  align(right, block(breakable: false, align(center)[
    #text(list.stamp.organisation)#text(data.labels.stamp)
    #v(9mm)
    #text(list.stamp.date)
  ]))
}
`,
  check(content) {
    if (content.columns.length === 0) throw new Error('A list needs columns');
    const odd = content.rows.findIndex((row) => row.length !== content.columns.length);
    if (odd >= 0) throw new Error(`Row ${odd + 1} has ${content.rows[odd]?.length} cells for ${content.columns.length} columns`);
  },
};
