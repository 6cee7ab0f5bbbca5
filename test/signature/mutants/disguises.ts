import type { Anatomy } from './anatomy.ts'
import { catalog, evilContent, pageOf, streamOf } from './document.ts'
import { aSignature, type Operators } from './operator.ts'
import { withEvilContent } from './saved-content.ts'
import { withEntry } from './token.ts'
import { latin1, updated } from './update.ts'

/** The catalog with something written into it as it is. */
const catalogPlus = (pdf: Anatomy, text: string, more: Readonly<Record<number, string>> = {}) =>
  updated(pdf, { [pdf.root]: catalog(pdf).replace('<<', `<< ${text} `), ...more })

/** Other pages, from a number on. */
const otherPages = (from: number) => ({
  [from]: `<< /Type /Pages /Kids [${from + 1} 0 R] /Count 1 >>`,
  [from + 1]: `<< /Type /Page /Parent ${from} 0 R /MediaBox [0 0 99 99] /Contents ${from + 2} 0 R >>`,
  [from + 2]: evilContent,
})

/** A table that a rogue wrote by hand over objects, and its trailer. */
function byHand(pdf: Anatomy, objects: string, rows: (at: number) => string, trailer: string): Buffer {
  const at = pdf.bytes.length + 1
  const more = `/Size ${pdf.size + 9} /Prev ${pdf.startXref} ${pdf.trailer}`
  const table = `xref\n${rows(at)}trailer\n<< ${trailer} ${more} >>\nstartxref\n${at + objects.length}\n%%EOF\n`
  return Buffer.concat([pdf.bytes, latin1(`\n${objects}${table}`)])
}

const row = (at: number, kind = 'n', generation = '00000') => `${`${at}`.padStart(10, '0')} ${generation} ${kind} \n`

/** Class 12: changes that one reader sees and another does not. */
export const disguises: Operators = {
  'pages by an escaped name': (pdf) => catalogPlus(pdf, `/P#61ges ${pdf.size} 0 R`, otherPages(pdf.size)),
  'pages named twice': (pdf) => catalogPlus(pdf, `/Pages ${pdf.size} 0 R`, otherPages(pdf.size)),
  'pages named twice, the other last': (pdf) =>
    updated(pdf, { [pdf.root]: catalog(pdf).replace(/>>\s*$/, `/Pages ${pdf.size} 0 R >>`), ...otherPages(pdf.size) }),
  'a form by an escaped name': (pdf) => catalogPlus(pdf, '/Acro#46orm << /Fields [] >>'),
  'a form named twice': (pdf) => catalogPlus(pdf, '/AcroForm << /Fields [] >>'),
  'an action by an escaped name': (pdf) => catalogPlus(pdf, '/Open#41ction << /S /JavaScript /JS (1) >>'),
  'a name with a NUL': (pdf) => catalogPlus(pdf, '/Pages#00 9 0 R'),
  'a catalog behind a comment': (pdf) => catalogPlus(pdf, `% >> \n/OpenAction << /S /JavaScript /JS (1) >>`),
  'two catalogs in the trailer': (pdf) =>
    updated(
      pdf,
      { [pdf.size]: withEntry(catalog(pdf), 'Pages', `${pdf.size + 1} 0 R`), ...otherPages(pdf.size + 1) },
      { trailer: `/Root ${pdf.size} 0 R` },
    ),
  'a catalog in the trailer itself': (pdf) => byHand(pdf, '', () => '0 0\n', `/Root ${catalog(pdf).trim()}`),
  'a catalog of a generation that is not': (pdf) => byHand(pdf, '', () => '0 0\n', `/Root ${pdf.root} 1 R`),
  'content of another generation': (pdf) => {
    const evil = withEvilContent(pdf)
    return evil && updated(pdf, evil, { generations: new Map([[Number(Object.keys(evil)[0]), 1]]) })
  },
  'content and page of another generation': (pdf) => {
    const [evil, page] = [withEvilContent(pdf), pageOf(pdf)]
    if (evil === undefined || page === undefined) return undefined
    const number = Number(Object.keys(evil)[0])
    return updated(
      pdf,
      { ...evil, [page[0]]: withEntry(page[1], 'Contents', `${number} 1 R`) },
      { generations: new Map([[number, 1]]) },
    )
  },
  'an object listed twice': (pdf) => {
    const number = Object.keys(withEvilContent(pdf) ?? {})[0]
    if (number === undefined || !pdf.isTable) return undefined
    const object = `${number} 0 obj\n${evilContent}\nendobj\n`
    const before = pdf.text.lastIndexOf(`\n${number} 0 obj`) + 1
    return byHand(pdf, object, (at) => `${number} 1\n${row(before)}${number} 1\n${row(at)}`, `/Root ${pdf.root} 0 R`)
  },
  'a free entry that leads somewhere': (pdf) => {
    const number = Object.keys(withEvilContent(pdf) ?? {})[0]
    if (number === undefined) return undefined
    return byHand(
      pdf,
      `${number} 0 obj\n${evilContent}\nendobj\n`,
      (at) => `${number} 1\n${row(at, 'f')}`,
      `/Root ${pdf.root} 0 R`,
    )
  },
  'an entry that leads to another object': (pdf) => {
    const number = Object.keys(withEvilContent(pdf) ?? {})[0]
    if (number === undefined) return undefined
    return byHand(
      pdf,
      `${pdf.size} 0 obj\n${evilContent}\nendobj\n`,
      (at) => `${number} 1\n${row(at)}`,
      `/Root ${pdf.root} 0 R`,
    )
  },
  'object 0': (pdf) =>
    byHand(pdf, `0 0 obj\n${evilContent}\nendobj\n`, (at) => `0 1\n${row(at)}`, `/Root ${pdf.root} 0 R`),
  'an object with a comment in its head': (pdf) => {
    const number = Object.keys(withEvilContent(pdf) ?? {})[0]
    if (number === undefined) return undefined
    return byHand(
      pdf,
      `${number} %\n0 obj\n${evilContent}\nendobj\n`,
      (at) => `${number} 1\n${row(at)}`,
      `/Root ${pdf.root} 0 R`,
    )
  },
  'a stream longer than it says': (pdf) => {
    const number = Number(Object.keys(withEvilContent(pdf) ?? {})[0])
    return Number.isNaN(number) ? undefined : updated(pdf, { [number]: streamOf('x').replace('\nx\n', '\nx y z\n') })
  },
  'a length elsewhere': (pdf) => {
    const number = Number(/\/Length\s+(\d+)\s+\d+\s+R/.exec(pdf.text)?.[1])
    return Number.isNaN(number) ? undefined : updated(pdf, { [number]: '3' })
  },
  'something between the revisions': (pdf, chance) =>
    updated(
      pdf,
      {},
      {
        between: ['(Orang Lain)\n', '4 0 obj\n(x)\nendobj\n', '<< >>\n', '\0\0x\0', 'trailer\n<< >>\n'][
          chance.pick(5)
        ]!,
      },
    ),
  'a start of an earlier revision': (pdf) => {
    const first = /startxref\s+(\d+)\s+%%EOF/.exec(pdf.text)?.[1]
    return Buffer.concat([pdf.bytes, latin1(`startxref\n${first}\n%%EOF\n`)])
  },
  'a signature dictionary in an object stream': (pdf, chance) => {
    const { number, dictionary } = aSignature(pdf, chance)
    const head = `${number} 0 `
    const body = streamOf(head + dictionary.text, `/Type /ObjStm /N 1 /First ${head.length}`)
    const [container, table] = [pdf.size, pdf.size + 1]
    const at = pdf.bytes.length + 1
    const object = `${container} 0 obj\n${body}\nendobj\n`
    const rows = Buffer.alloc(21)
    for (const [n, [kind, place]] of [
      [2, container],
      [1, at],
      [1, at + object.length],
    ].entries()) {
      rows[n * 7] = kind!
      rows.writeUInt32BE(place!, n * 7 + 1)
    }
    const index = `/Index [${number} 1 ${container} 1 ${table} 1]`
    const head2 = `/Type /XRef /W [1 4 2] ${index} /Size ${table + 1} /Root ${pdf.root} 0 R /Prev ${pdf.startXref} ${pdf.trailer}`
    const stream = `${table} 0 obj\n${streamOf(rows.toString('latin1'), head2)}\nendobj\n`
    return Buffer.concat([pdf.bytes, latin1(`\n${object}${stream}startxref\n${at + object.length}\n%%EOF\n`)])
  },
}
