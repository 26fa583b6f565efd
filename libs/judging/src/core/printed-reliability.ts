import type { DocumentTemplate } from '#libs/platform';

/** The report as it is printed; every text is ready for the reader. */
export interface PrintedReliability {
  title: string;
  facts: [string, string][];
  groups: {
    title: string;
    facts: [string, string][];
    severityTitle: string;
    /** Positions on the drawn line are shares of its width, 0 to 1. */
    severity: { judge: string; text: string; at: number; low: number; high: number }[];
    zero: number;
    tables: { title: string; columns: string[]; rows: string[][] }[];
  }[];
  notes: string[];
}

/** A4; severity is drawn, everything else stands in tables. What people wrote reaches Typst as text, never as code. */
export const printedReliability: DocumentTemplate<PrintedReliability> = {
  name: 'reliability',
  source: String.raw`
#let data = json(bytes(sys.inputs.data))
#let report = data.content
#set document(title: report.title, date: none)
#set text(font: "Noto Sans SC", size: 9pt, lang: data.language, region: "CN")
#set page(
  paper: "a4", margin: (x: 16mm, top: 17mm, bottom: 20mm),
  footer: context [
    #set text(size: 7.5pt, fill: luma(80))
    #grid(columns: (1fr, auto), align: (left, right),
      [#data.labels.hash #raw(data.hash.slice(0, 32))],
      data.labels.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  ],
)
#let facts(list) = grid(columns: (auto, 1fr), column-gutter: 5mm, row-gutter: 1.7mm, ..list.map(fact => (text(fill: luma(90), fact.at(0)), text(fact.at(1)))).flatten())
#align(center, text(size: 15pt, weight: "bold", report.title))
#v(2mm)
#facts(report.facts)
#for group in report.groups {
  v(5mm)
  text(size: 12pt, weight: "bold", group.title)
  v(1mm)
  facts(group.facts)
  if group.severity.len() > 0 {
    v(2mm)
    text(weight: "bold", group.severityTitle)
    v(1mm)
    for one in group.severity {
      block(breakable: false, spacing: 1.1mm, grid(columns: (32mm, 1fr, 44mm), column-gutter: 3mm, align: (left + horizon, left + horizon, right + horizon),
        text(size: 8pt, one.judge),
        layout(size => box(width: 100%, height: 3mm, {
          place(left + horizon, line(length: 100%, stroke: 0.3pt + luma(200)))
          place(left + top, dx: group.zero * size.width, line(angle: 90deg, length: 3mm, stroke: 0.4pt + luma(120)))
          place(left + horizon, dx: one.low * size.width, line(length: (one.high - one.low) * size.width, stroke: 1pt + rgb("#0E6F6B")))
          place(left + horizon, dx: one.at * size.width - 0.9mm, circle(radius: 0.9mm, fill: rgb("#0E6F6B"), stroke: none))
        })),
        text(size: 8pt, one.text)))
    }
  }
  for table-data in group.tables {
    v(3mm)
    text(weight: "bold", table-data.title)
    v(1mm)
    table(
      columns: table-data.columns.map(column => 1fr),
      align: (x, y) => if x == 0 { left + horizon } else { right + horizon },
      inset: (x: 1.6mm, y: 1.2mm), stroke: 0.4pt + luma(150), fill: (x, y) => if y == 0 { luma(238) },
      table.header(..table-data.columns.map(column => text(size: 8pt, weight: "bold", column))),
      ..table-data.rows.flatten().map(cell => text(size: 8pt, cell)),
    )
  }
}
#v(3mm)
#for note in report.notes { par(text(size: 8pt, fill: luma(70), note)) }
`,
  check(content) {
    for (const group of content.groups) {
      for (const table of group.tables) if (table.rows.some((row) => row.length !== table.columns.length)) throw new Error(`A row of "${table.title}" does not fit its columns`);
    }
  },
};
