import { PdfUpdate } from '../pki/pdf-update.ts'
import { honestContent } from './content.ts'
import { honestLayouts, type Makers } from './layouts.ts'
import { entryText, oddFile, plainObjects, signatureText, stream, trailerText } from './odd-file.ts'
import { honestSignatures } from './signatures.ts'

const plain = (number: number): string => plainObjects[number] ?? ''
const other = stream('BT /F1 12 Tf 40 200 Td (Disetujui) Tj ET')
const helpless = plain(9).replace('Helvetica', 'Helv#Bold /FontDescriptor 10 0 R')
const hidden = () =>
  oddFile({ objects: { 9: helpless, 10: '<< /Flags 32 >>' }, trailer: '/Size 12 /Root 1 0 R /Info 5 0 R' })

/** Writes objects anew by an update as programs do. */
function updated(file: Buffer, objects: Readonly<Record<number, string>>): Buffer {
  const update = new PdfUpdate(file)
  for (const [number, body] of Object.entries(objects)) update.put(Number(number), body)
  return update.bytes()
}

/** Appends objects with a table of our own words. */
function appended(file: Buffer, objects: Readonly<Record<number, string>>, trailer: (prev: number) => string): Buffer {
  let text = ''
  let rows = ''
  for (const [number, body] of Object.entries(objects)) {
    rows += `${number} 1\n${entryText(file.length + text.length)}`
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const at = file.length + text.length
  const prev = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1'))?.[1])
  return Buffer.concat([
    file,
    Buffer.from(`${text}xref\n${rows}trailer\n<< ${trailer(prev)} >>\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
  ])
}

const made = (makers: Makers, name: string): Buffer => {
  const maker = makers[name]
  if (maker === undefined) throw new Error(`no file called ${name}`)
  return maker()
}

/** An update that gives offsets in eight bytes each. */
function widely(file: Buffer, beyond: number): Buffer {
  const body = `4 0 obj\n${other}\nendobj\n`
  const at = file.length + body.length
  const cells = [file.length, at].map((place) => {
    const row = Buffer.alloc(11)
    row[0] = 1
    row.writeUInt32BE(beyond, 1)
    row.writeUInt32BE(place, 5)
    return row
  })
  const prev = Number(/startxref\s+(\d+)/.exec(file.toString('latin1'))?.[1])
  const head = `/Type /XRef /W [1 8 2] /Index [4 1 11 1] /Size 12 /Root 1 0 R /Prev ${prev}`
  const section = `11 0 obj\n${stream(Buffer.concat(cells).toString('latin1'), head)}\nendobj\n`
  return Buffer.concat([file, Buffer.from(`${body}${section}startxref\n${at}\n%%EOF\n`, 'latin1')])
}

/** Another content by an update of our own words, whatever of the file cannot be read. */
export const overwritten = (file: Buffer): Buffer => appended(file, { 4: other }, usual)

const widget = '/Type /Annot /Subtype /Widget /Rect [0 0 300 300] /V 8 0 R'
const usual = (prev: number): string => `${trailerText} /Prev ${prev}`

/** What somebody without a key may try where the reader is lenient; each must be refused. */
export const manipulated: Makers = {
  'zeros behind the end, more of them than were signed': () =>
    Buffer.concat([made(honestLayouts, 'zeros behind the end'), Buffer.alloc(100)]),
  'words within the signed padding': () => {
    const file = made(honestLayouts, 'zeros behind the end')
    file.write('4 0 obj', file.length - 200)
    return file
  },
  'less padding than was signed': () => made(honestLayouts, 'zeros behind the end').subarray(0, -1),
  'another content behind padding': () =>
    updated(made(honestLayouts, 'two ends of lines behind the end'), { 4: other }),
  'an update that says that nothing was before, by 0': () =>
    appended(oddFile(), { ...plainObjects, 4: other }, () => `${trailerText} /Prev 0`),
  'an update that says that nothing was before, by null': () =>
    appended(oddFile(), { ...plainObjects, 4: other }, () => `${trailerText} /Prev null`),
  'an update that keeps the signature where it was and hides what was before': () => {
    const file = oddFile()
    const { 8: _, ...rest } = plainObjects
    const more = appended(file, { ...rest, 4: other }, () => `${trailerText} /Prev 0`).toString('latin1')
    const at = file.toString('latin1').indexOf('8 0 obj')
    const [head, tail] = [more.slice(0, more.lastIndexOf('\nxref\n') + 6), more.slice(more.lastIndexOf('\nxref\n') + 6)]
    return Buffer.from(`${head}8 1\n${entryText(at)}${tail}`, 'latin1')
  },
  'another catalog by a second key of the trailer': () =>
    appended(oddFile(), { 4: plain(4), 12: plain(1), 13: other }, (prev) => `${usual(prev)} /Root 12 0 R`),
  'another content by a second key of the page': () =>
    updated(oddFile(), { 3: plain(3).replace('4 0 R', '4 0 R /Contents 12 0 R'), 12: other }),
  'the same key twice, and another content': () =>
    updated(oddFile(), { 3: plain(3).replace('4 0 R', '12 0 R /Contents 12 0 R'), 12: other }),
  'another range by a second key, the container once': () =>
    oddFile({ objects: { 8: signatureText.replace('/Type', '/ByteRange [0 10 20 30] /Type') } }),
  'offsets in eight bytes that lead to another content': () => widely(oddFile(), 0),
  'offsets that no number holds exactly': () => widely(oddFile(), 0xffffffff),
  'a field of another name with the same signature': () =>
    oddFile({
      objects: { 6: '<< /Fields [7 0 R 10 0 R] /SigFlags 3 >>', 10: '<< /FT /Sig /T (Lain) /V 8 0 R >>' },
      trailer: '/Size 11 /Root 1 0 R',
    }),
  'a field of the same name with the same signature': () =>
    oddFile({
      objects: { 6: '<< /Fields [7 0 R 10 0 R] /SigFlags 3 >>', 10: '<< /FT /Sig /T (TTE) /V 8 0 R >>' },
      trailer: '/Size 11 /Root 1 0 R',
    }),
  'a widget that repeats the value, added afterwards': () => {
    const file = made(honestSignatures, 'a field whose widget repeats the value')
    const field = '<< /FT /Sig /T (TTE) /V 8 0 R /Kids [7 0 R 12 0 R] >>'
    return updated(file, {
      10: field,
      12: `<< ${widget} /Parent 10 0 R >>`,
      3: plain(3).replace('[7 0 R]', '[7 0 R 12 0 R]'),
    })
  },
  'another object where only one that cannot be read refers to it': () => updated(hidden(), { 10: '<< /Flags 4 >>' }),
  'an object that cannot be read, replaced': () => appended(hidden(), { 9: plain(9) }, usual),
  'an object that cannot be read, replaced by another of its kind': () =>
    appended(hidden(), { 9: `${helpless} ` }, usual),
  'an object made unreadable': () => updated(oddFile(), { 9: helpless }),
  'a freed object where only one that cannot be read refers to it': () => {
    const text = appended(hidden(), { 10: 'null' }, usual).toString('latin1')
    return Buffer.from(text.replace(/10 1\n\d{10} 00000 n/, `10 1\n${'0'.repeat(10)} 00001 f`), 'latin1')
  },
  'what one that cannot be read misses': () => updated(hidden(), { 11: '<< /Flags 4 >>' }),
  'another content beside an object that cannot be read': () =>
    updated(made(honestContent, 'an object of nothing'), { 4: other }),
  'a stream of another length than was signed': () => {
    const file = made(honestContent, 'a length that stands in an object of its own')
    return updated(file, { 10: '12' })
  },
}
