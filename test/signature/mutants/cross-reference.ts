import { catalogWith, pageOf, streamOf } from './document.ts'
import type { Operators } from './operator.ts'
import { withEvilContent } from './saved-content.ts'
import { withEntry } from './token.ts'
import { latin1, spliced, updated } from './update.ts'

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Class 7: cross-reference sections that lead astray. */
export const crossReference: Operators = {
  'a wild start': (pdf, chance) => {
    const at = pdf.text.lastIndexOf('startxref') + 10
    const wild = [
      0,
      1,
      pdf.bytes.length,
      pdf.startXref + 1 + chance.pick(50),
      99_999_999_999,
      chance.pick(pdf.bytes.length),
    ]
    const text = `${wild[chance.pick(wild.length)]}`
    return text === `${pdf.startXref}` ? undefined : spliced(pdf.bytes, at, at + `${pdf.startXref}`.length, text)
  },
  'a start below zero': (pdf) => Buffer.concat([pdf.bytes, latin1('\nstartxref\n-1\n%%EOF\n')]),
  'no start': (pdf) => {
    const at = pdf.text.lastIndexOf('startxref')
    return spliced(pdf.bytes, at, at + 9, 'startXref')
  },
  'a Prev that leads to itself': (pdf) => {
    const at = pdf.bytes.length + 1
    const text = `xref\n0 0\ntrailer\n<< /Size ${pdf.size} /Root ${pdf.root} 0 R /Prev ${at} >>\nstartxref\n${at}\n%%EOF\n`
    return Buffer.concat([pdf.bytes, latin1(`\n${text}`)])
  },
  'two sections that lead to each other': (pdf) => {
    const [a, b] = [pdf.bytes.length + 1, pdf.bytes.length + 201]
    const section = (prev: number) =>
      `xref\n0 0\ntrailer\n<< /Size ${pdf.size} /Root ${pdf.root} 0 R /Prev ${prev} >>\nstartxref\n${a}\n%%EOF\n`
    return Buffer.concat([pdf.bytes, latin1(`\n${section(b).padEnd(200)}${section(a)}`)])
  },
  'a negative Prev': (pdf) => updated(pdf, {}, { prev: -1 }),
  'a Prev behind the end': (pdf) => updated(pdf, {}, { prev: pdf.bytes.length + 9_999 }),
  'a Prev that is a reference': (pdf) => updated(pdf, {}, { prev: undefined, trailer: '/Prev 4 0 R' }),
  'two Prevs': (pdf) => updated(pdf, {}, { trailer: '/Prev 0' }),
  'a hybrid file': (pdf) => {
    const objects = withEvilContent(pdf)
    if (objects === undefined) return undefined
    const [number, body] = Object.entries(objects)[0]!
    const object = `\n${number} 0 obj\n${body}\nendobj\n`
    const at = pdf.bytes.length + 1
    const row = Buffer.alloc(7)
    row[0] = 1
    row.writeUInt32BE(at, 1)
    const head = `/Type /XRef /W [1 4 2] /Index [${number} 1] /Size ${pdf.size + 1} /Root ${pdf.root} 0 R`
    const stream = `${pdf.size} 0 obj\n${streamOf(row.toString('latin1'), head)}\nendobj\n`
    const streamAt = pdf.bytes.length + object.length
    const trailer = `<< /Size ${pdf.size + 1} /Root ${pdf.root} 0 R /Prev ${pdf.startXref} /XRefStm ${streamAt} ${pdf.trailer} >>`
    const table = `xref\n0 0\ntrailer\n${trailer}\nstartxref\n${streamAt + stream.length}\n%%EOF\n`
    return Buffer.concat([pdf.bytes, latin1(`${object}${stream}${table}`)])
  },
  'a hybrid of a table': (pdf) =>
    pdf.isTable
      ? updated(pdf, withEvilContent(pdf) ?? {}, { isTable: true, trailer: `/XRefStm ${pdf.startXref}` })
      : undefined,
  'a hybrid of nothing': (pdf) => updated(pdf, {}, { isTable: true, trailer: '/XRefStm 15' }),
  'deep nesting': (pdf, chance) => updated(pdf, { [pdf.size]: nested(200 + chance.pick(3_000)) }),
  'deep nesting in the catalog': (pdf) => updated(pdf, catalogWith(pdf, 'Deep', nested(90))),
  'a table with a wrong number': (pdf, chance) => {
    const rows = [...pdf.text.matchAll(/\d{10} 00000 n/g)]
    const row = rows[chance.pick(Math.max(1, rows.length))]
    return (
      row && spliced(pdf.bytes, row.index, row.index + 10, `${1 + chance.pick(pdf.bytes.length)}`.padStart(10, '0'))
    )
  },
  'a size that is too small': (pdf) => {
    const page = pageOf(pdf)
    return page && updated(pdf, { [page[0]]: withEntry(page[1], 'Rotate', '270') }, { trailer: '/Size 1' })
  },
  'an object stream in place of objects': (pdf) => {
    const page = pageOf(pdf)
    if (page === undefined) return undefined
    const [container, table] = [pdf.size, pdf.size + 1]
    const head = `${page[0]} 0 `
    const body = streamOf(head + withEntry(page[1], 'Rotate', '270').trim(), `/Type /ObjStm /N 1 /First ${head.length}`)
    const at = pdf.bytes.length + 1
    const object = `${container} 0 obj\n${body}\nendobj\n`
    const row = Buffer.alloc(21)
    row.set([2], 0)
    row.writeUInt32BE(container, 1)
    row.set([1], 7)
    row.writeUInt32BE(at, 8)
    row.set([1], 14)
    row.writeUInt32BE(at + object.length, 15)
    const index = `/Index [${page[0]} 1 ${container} 1 ${table} 1]`
    const more = `/Type /XRef /W [1 4 2] ${index} /Size ${table + 1} /Root ${pdf.root} 0 R /Prev ${pdf.startXref} ${pdf.trailer}`
    const stream = `${table} 0 obj\n${streamOf(row.toString('latin1'), more)}\nendobj\n`
    return Buffer.concat([pdf.bytes, latin1(`\n${object}${stream}startxref\n${at + object.length}\n%%EOF\n`)])
  },
}
