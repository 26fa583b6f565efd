import type { DocumentTemplate } from '#libs/platform';

/** `wide` is the column that takes the room the others leave. */
interface PrintedTable {
  heading: string;
  columns: string[];
  wide: number;
  rows: string[][];
}

/** An application form as it is printed: everything a text already, in the reader's language. */
export interface PrintedApplication {
  title: string;
  edition: string;
  /** Line under the title: type, group, class, discipline. */
  facts: [label: string, value: string][];
  people: PrintedTable & { shares: [name: string, share: string][] };
  coaches: PrintedTable;
  fields: { heading: string; rows: [label: string, value: string][] };
  materials: PrintedTable;
  /** Each text with those who sign under it; `more` are further signatures of the person (a guardian's). */
  commitments: { heading: string; texts: { who: string; text: string; signers: { name: string; signature: string; more: string[] }[] }[]; date: string };
  stamps: { heading: string; boxes: { title: string; text: string; stamp: string; date: string }[] };
  check: { label: string; code: string; sha256: string; hint: string; address: string; modules: string[] };
  disclaimer: string;
}

/** Everything people wrote reaches Typst as JSON strings, which it shows as text. */
export const applicationForm: DocumentTemplate<PrintedApplication> = {
  name: 'application-form',
  source: String.raw`
#let data = json(bytes(sys.inputs.data))
#let form = data.content
#set document(title: form.title, date: none)
#set text(font: "Noto Sans SC", size: 9.5pt, lang: data.language, region: "CN")
#set par(leading: 0.75em, justify: false)
#set page(
  paper: "a4", margin: (x: 17mm, top: 16mm, bottom: 20mm),
  footer: context [
    #set text(size: 7.5pt, fill: luma(70))
    #line(length: 100%, stroke: 0.3pt + luma(150))
    #v(-1.5mm)
    #grid(columns: (1fr, auto), align: (left, right),
      [#form.check.label #text(weight: "bold", form.check.code)],
      data.labels.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
  ],
)
#let rule = 0.4pt + luma(130)
#let heading(title) = block(above: 5mm, below: 2mm, sticky: true, text(size: 11pt, weight: "bold", title))
#let label(words) = table.cell(fill: luma(242), text(weight: "bold", size: 9pt, words))
#let grid-of(part) = table(
  columns: range(part.columns.len()).map(at => if at == part.wide { 1fr } else { auto }), inset: (x: 2mm, y: 1.5mm), stroke: rule, align: left + horizon,
  table.header(..part.columns.map(label)), ..part.rows.flatten().map(cell => text(cell)),
)
#let square = 0.62mm
#let code = box(width: form.check.modules.len() * square, height: form.check.modules.len() * square, {
  for (y, line) in form.check.modules.enumerate() {
    for (x, sign) in line.clusters().enumerate() {
      if sign == "1" { place(top + left, dx: x * square, dy: y * square, rect(width: square, height: square, fill: black, stroke: none)) }
    }
  }
})
#grid(columns: (1fr, auto), column-gutter: 6mm, align: (left + horizon, center),
  [
    #text(size: 10.5pt, fill: luma(60), form.edition)
    #v(-1mm)
    #text(size: 16pt, weight: "bold", form.title)
  ],
  [#code #v(-2mm) #text(size: 7pt, fill: luma(60), form.check.hint)])
#v(2mm)
#table(columns: (28mm, 1fr, 28mm, 1fr), inset: (x: 2mm, y: 1.6mm), stroke: rule, align: left + horizon,
  ..form.facts.map(fact => (label(fact.at(0)), text(fact.at(1)))).flatten())
#heading(form.people.heading)
#grid-of(form.people)
#for share in form.people.shares [#par(hanging-indent: 2em)[#text(weight: "bold", share.at(0))　#text(share.at(1))]]
#if form.coaches.rows.len() > 0 { heading(form.coaches.heading); grid-of(form.coaches) }
#if form.fields.rows.len() > 0 {
  heading(form.fields.heading)
  table(columns: (36mm, 1fr), inset: (x: 2mm, y: 1.6mm), stroke: rule, align: left + top,
    ..form.fields.rows.map(row => (label(row.at(0)), text(row.at(1)))).flatten())
}
#if form.materials.rows.len() > 0 { heading(form.materials.heading); grid-of(form.materials) }
#heading(form.commitments.heading)
#for commitment in form.commitments.texts {
  block(width: 100%, stroke: rule, inset: 3mm, below: 3mm)[
    #text(weight: "bold", commitment.who)
    #par(text(commitment.text))
    #v(1mm)
    #for signer in commitment.signers {
      block(breakable: false, spacing: 4mm, {
      grid(columns: (30mm, 1fr, 34mm), row-gutter: 1mm, inset: (y: 2.6mm), align: left + bottom,
        text(signer.name), [#text(signer.signature)#box(width: 1fr, line(length: 94%, stroke: rule))], text(form.commitments.date))
      for more in signer.more {
        grid(columns: (30mm, 1fr, 34mm), inset: (y: 2.6mm), align: left + bottom, [], [#text(more)#box(width: 1fr, line(length: 94%, stroke: rule))], text(form.commitments.date))
      }
      })
    }
  ]
}
#block(breakable: false)[
  #heading(form.stamps.heading)
  #grid(columns: form.stamps.boxes.len() * (1fr,), column-gutter: 3mm,
    ..form.stamps.boxes.map(one => block(width: 100%, height: 44mm, stroke: rule, inset: 3mm)[
      #text(weight: "bold", one.title)
      #par(text(size: 8.5pt, one.text))
      #place(bottom + right, align(right)[#text(fill: luma(90), one.stamp) #linebreak() #text(one.date)])
    ]))
]
#v(2mm)
#text(size: 7.5pt, fill: luma(70))[#form.disclaimer \ #form.check.label #raw(form.check.sha256) \ #form.check.address]
`,
  check(content) {
    for (const part of [content.people, content.coaches, content.materials]) {
      if (part.rows.some((row) => row.length !== part.columns.length)) throw new Error(`"${part.heading}" has a row that does not fit its columns`);
    }
  },
};
