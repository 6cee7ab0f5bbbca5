import { describe, expect, it } from 'vitest'
import { unaccounted } from '../../../core/lab/pdf/accounting.ts'
import { ordinaryBudget } from '../../../core/lab/pdf/budget.ts'
import { openPdf } from '../../../core/lab/pdf/document.ts'
import { PdfRefused } from '../../../core/lab/pdf/refused.ts'
import {
  bytesOf,
  entry,
  header,
  linearizedPdf,
  smallest,
  streamOf,
  textOfBytes,
  type Written,
  writtenPdf,
} from './written-pdf.ts'

const codeOf = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof PdfRefused) return error.code
    throw error
  }
  return 'READ'
}
const opening = (bytes: Uint8Array) => codeOf(() => openPdf(bytes))
const changed = (revisions: readonly Written[], change: (text: string) => string) =>
  bytesOf(change(textOfBytes(writtenPdf(revisions))))

describe('revisions', () => {
  const bytes = writtenPdf([
    { objects: { ...smallest, 4: '(old)' } },
    { objects: { 4: '(new)', 5: '7' }, kind: 'stream' },
    { objects: { 5: null } },
  ])
  const { revisions } = openPdf(bytes)
  const wordAt = (revision: number, number: number) => revisions[revision]?.object(number)?.value

  it('stand in the order in which they were written and end behind their end of line', () => {
    expect(revisions.map(({ sections }) => sections[0]?.kind)).toEqual(['table', 'stream', 'table'])
    expect(revisions.at(-1)?.end).toBe(bytes.length)
    for (const { eofEnd, end } of revisions) {
      expect(textOfBytes(bytes.subarray(eofEnd - 5, eofEnd))).toBe('%%EOF')
      expect(end).toBe(eofEnd + 1)
    }
  })

  it('see what they and older ones wrote, and nothing of newer ones', () => {
    expect(wordAt(0, 4)).toMatchObject({ bytes: bytesOf('old') })
    expect(wordAt(1, 4)).toMatchObject({ bytes: bytesOf('new') })
    expect(wordAt(2, 4)).toMatchObject({ bytes: bytesOf('new') })
    expect([wordAt(0, 5), wordAt(1, 5)?.kind, wordAt(2, 5)]).toEqual([undefined, 'number', undefined])
    expect(revisions[2]?.numbers()).not.toContain(5)
    expect([...(revisions[2]?.defines.keys() ?? [])]).toEqual([0, 5])
  })

  it('tell where objects stand, and know no other generation of them', () => {
    const object = revisions[0]?.object(4, 0)
    if (object?.place.in !== 'file') throw new Error('not in the file')
    expect(textOfBytes(bytes.subarray(object.place.start, object.place.end))).toBe('4 0 obj\n(old)\nendobj')
    expect(textOfBytes(bytes.subarray(object.value.start, object.value.end))).toBe('(old)')
    expect(revisions[0]?.object(4, 1)).toBeUndefined()
  })

  it('share what they parse', () => {
    expect(revisions[2]?.object(4)).toBe(revisions[1]?.object(4))
  })

  it('see the length of a stream as they saw it, not as a later one changed it', () => {
    const data = 'ab\nendstream\nendobj\ncd'
    const stream = `<< /Length 5 0 R >>\nstream\n${data}\nendstream`
    const document = openPdf(
      writtenPdf([{ objects: { ...smallest, 4: stream, 5: '2' } }, { objects: { 5: String(data.length) } }]),
    )
    const read = document.revisions.map((revision) => {
      const value = revision.object(4)?.value
      return value?.kind === 'stream' ? textOfBytes(document.decode(value)) : undefined
    })
    expect(read).toEqual(['ab', data])
  })

  it('are one where a linearized original has two sections, and a later update is another', () => {
    const original = textOfBytes(linearizedPdf())
    const { revisions } = openPdf(bytesOf(original))
    expect(revisions.map(({ sections, end }) => [sections.length, end])).toEqual([[2, original.length]])
    expect(revisions[0]?.numbers()).toEqual([1, 2, 3, 4])
    const first = original.indexOf('xref')
    const at = original.length
    const update = `4 0 obj\n(new)\nendobj\nxref\n4 1\n${entry(at)}trailer\n<< /Size 5 /Root 1 0 R /Prev ${first} >>\n`
    const updated = openPdf(bytesOf(`${original}${update}startxref\n${at + update.indexOf('xref')}\n%%EOF\n`))
    expect(updated.revisions.map(({ sections }) => sections.length)).toEqual([2, 1])
    expect(updated.revisions[0]?.end).toBe(original.length)
  })
})

describe('what every reader reads alike is read', () => {
  const one: readonly Written[] = [{ objects: { ...smallest, 4: '(a)' } }]
  const text = textOfBytes(writtenPdf(one))
  const reading = (changedText: string) => openPdf(bytesOf(changedText)).revisions[0]?.object(4)

  it.each(['\n', '\r', '\r\n', ' \r'])('entries of a table that end with %j', (end) => {
    expect(reading(text.replaceAll(' n \n', ` n${end}`))?.value.kind).toBe('string')
  })

  it('an offset that leads to the white space before an object or a section', () => {
    const at = text.indexOf('4 0 obj')
    const section = text.lastIndexOf('xref\n0 1')
    const moved = text.replace(entry(at), entry(at - 1)).replace(`startxref\n${section}`, `startxref\n${section - 1}`)
    expect(moved).not.toBe(text)
    expect(reading(moved)?.place).toMatchObject({ start: at })
    expect(unaccounted(openPdf(bytesOf(moved)))).toEqual([])
  })

  it('an entry in use at offset zero as a free one', () => {
    expect(reading(text.replace(entry(text.indexOf('4 0 obj')), entry(0)))).toBeUndefined()
  })
})

describe('a file is refused rather than repaired', () => {
  const one: readonly Written[] = [{ objects: smallest }]
  const two: readonly Written[] = [{ objects: smallest }, { objects: { 4: '1' } }]

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'HEADER'],
    ['no header', changed(one, (text) => text.replace('%PDF-', '%PDX-')), 'HEADER'],
    ['a header too far in', changed(one, (text) => ' '.repeat(1025) + text), 'HEADER'],
    ['no startxref', changed(one, (text) => text.replace('startxref', 'startxxxx')), 'STARTXREF'],
    ['bytes before the header, so that all offsets are wrong', changed(one, (text) => `xx${text}`), 'SYNTAX'],
    ['startxref beyond the end', changed(one, (text) => text.replace(/startxref\n\d+/, 'startxref\n9999999')), 'XREF'],
    ['no %%EOF', changed(one, (text) => text.replace('%%EOF', '%%EO')), 'STARTXREF'],
    ['much behind the end', changed(one, (text) => text + ' '.repeat(3000)), 'STARTXREF'],
    ['a section without its own end', changed(two, (text) => text.replace('%%EOF', '%%eof')), 'STARTXREF'],
    [
      'an older end that leads elsewhere',
      changed(two, (text) => text.replace(/startxref\n\d/, 'startxref\n9')),
      'STARTXREF',
    ],
    ['entries without an end of line', changed(one, (text) => text.replaceAll(' n \n', ' n ')), 'XREF'],
    ['entries of fewer digits', changed(one, (text) => text.replaceAll(' 00000 n', ' 0000 n')), 'XREF'],
    ['an entry of no kind', changed(one, (text) => text.replace(' n \n', ' x \n')), 'XREF'],
    ['a number that stands twice in a table', changed(one, (text) => text.replace('2 1\n', '1 1\n')), 'XREF'],
    ['a key twice in the trailer', writtenPdf([{ objects: smallest, trailer: '/Root 2 0 R ' }]), 'TRAILER'],
    ['no Root', changed(one, (text) => text.replace('/Root', '/Toor')), 'TRAILER'],
    ['a Prev that is no offset', writtenPdf([{ objects: smallest, trailer: '/Prev (1)' }]), 'XREF'],
  ])('%s', (_, bytes, code) => expect(opening(bytes)).toBe(code))

  it('sections that lead to each other', () => {
    const looped = (prev: number) => writtenPdf([{ objects: smallest, prev }, { objects: { 4: '1' } }])
    const newest = textOfBytes(looped(100)).lastIndexOf('xref\n0 1')
    expect(newest).toBeGreaterThan(100)
    expect(newest).toBeLessThan(1000)
    expect(opening(looped(newest))).toBe('XREF_LOOP')
  })

  it('a section behind the one that leads to it, in a file that is not linearized', () => {
    const other = textOfBytes(linearizedPdf()).replace('/Linearized', '/Linearised')
    expect(opening(bytesOf(other))).toBe('XREF')
  })

  it('more sections than the budget has', () => {
    const many = Array.from({ length: 6 }, () => ({ objects: smallest }))
    expect(opening(writtenPdf(many))).toBe('READ')
    expect(codeOf(() => openPdf(writtenPdf(many), { ...ordinaryBudget, sectionsMax: 5 }))).toBe('BUDGET')
  })

  it('a hybrid whose stream is none, or says otherwise than its table', () => {
    const stream = `9 0 obj\n${streamOf('\u0001\u0000\u0000\u0000\u0063\u0000\u0000', '/Type /XRef /W [1 4 2] /Index [2 1] /Size 10')}\nendobj\n`
    const hybrid = (text: string) =>
      writtenPdf([{ objects: { ...smallest }, stray: text, trailer: `/XRefStm ${header.length + offsetOfStray}` }])
    const offsetOfStray =
      textOfBytes(writtenPdf([{ objects: smallest, stray: 'HERE' }])).indexOf('HERE') - header.length
    expect(opening(hybrid(stream))).toBe('XREF')
    expect(opening(hybrid(stream.replace('/XRef', '/XObj')))).toBe('XREF')
    expect(opening(hybrid(stream.replace('[2 1]', '[7 1]')))).toBe('READ')
  })

  it('a hybrid whose stream stands behind its own end', () => {
    const row = '\u0001\u0000\u0000\u0000\u0063\u0000\u0000'
    const stream = streamOf(row, '/Type /XRef /W [1 4 2] /Index [7 1] /Size 10')
    const both = (at: number) => [{ objects: smallest, trailer: `/XRefStm ${at}` }, { objects: { 9: stream } }]
    const place = textOfBytes(
      writtenPdf([{ objects: smallest, trailer: '/XRefStm 100' }, both(0)[1] ?? { objects: {} }]),
    )
    expect(opening(writtenPdf(both(place.indexOf('9 0 obj'))))).toBe('XREF')
  })
})

describe('an object is refused when it is asked for', () => {
  const object = (text: string) =>
    codeOf(() => openPdf(writtenPdf([{ objects: { ...smallest, 4: text } }])).revisions[0]?.object(4))
  it.each<[string, string, string]>([
    ['a stream whose length is too short', '<< /Length 1 >>\nstream\nabc\nendstream', 'STREAM'],
    ['a stream whose length is too long', '<< /Length 300 >>\nstream\nabc\nendstream', 'STREAM'],
    ['a stream without a length', '<< >>\nstream\nabc\nendstream', 'STREAM'],
    ['a stream whose length stands in itself', '<< /Length 4 0 R >>\nstream\nabc\nendstream', 'XREF_LOOP'],
    ['a stream behind a CR alone', '<< /Length 3 >>\nstream\rabc\nendstream', 'STREAM'],
    ['two values', '1 2', 'SYNTAX'],
    ['no value', '', 'SYNTAX'],
    ['an open array', '[1 2', 'SYNTAX'],
    ['an open string', '(abc', 'SYNTAX'],
    ['an unknown word', 'nul', 'SYNTAX'],
    ['a name for a number', '1-2', 'SYNTAX'],
    ['a hundred arrays and more', `${'['.repeat(101)}${']'.repeat(101)}`, 'BUDGET'],
    ['ten thousand dictionaries', '<</A'.repeat(10_000), 'BUDGET'],
  ])('%s', (_, text, code) => expect(object(text)).toBe(code))

  it('when another number, another generation or nothing stands there', () => {
    const bytes = writtenPdf([{ objects: { ...smallest, 4: '1' } }])
    const at = textOfBytes(bytes).indexOf('4 0 obj')
    const reading = (line: string) =>
      codeOf(() =>
        openPdf(writtenPdf([{ objects: { ...smallest, 4: '1' }, entries: { 5: line } }])).revisions[0]?.object(5),
      )
    expect(reading(entry(at))).toBe('OBJECT')
    expect(reading(entry(at + 1))).toBe('OBJECT')
    expect(reading(entry(999_999))).toBe('SYNTAX')
  })

  it('when it stands behind the end of the revision that lists it', () => {
    const later = { objects: { 5: '(later)' } }
    const place = textOfBytes(writtenPdf([{ objects: smallest, entries: { 5: entry(0) } }, later])).lastIndexOf(
      '5 0 obj',
    )
    const { revisions } = openPdf(writtenPdf([{ objects: smallest, entries: { 5: entry(place) } }, later]))
    expect(codeOf(() => revisions[0]?.object(5))).toBe('OBJECT')
    expect(revisions[1]?.object(5)?.value.kind).toBe('string')
  })

  it('when a later revision lets a stream find its length in itself', () => {
    const first = { objects: { ...smallest, 4: '<< /Length 5 0 R >>\nstream\nabc\nendstream', 5: '3' } }
    const place = textOfBytes(writtenPdf([first])).indexOf('4 0 obj')
    const { revisions } = openPdf(writtenPdf([first, { objects: {}, entries: { 5: entry(place) } }]))
    expect(revisions[0]?.object(4)?.value.kind).toBe('stream')
    expect(codeOf(() => revisions[1]?.object(4))).toBe('XREF_LOOP')
  })

  it('when lengths lead to lengths without end', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [i + 4, `<< /Length ${i + 5} 0 R >>\nstream\nabc\nendstream`]),
    )
    expect(codeOf(() => openPdf(writtenPdf([{ objects: { ...smallest, ...chain } }])).revisions[0]?.object(4))).toBe(
      'XREF_LOOP',
    )
  })

  it('when references lead to references without end', () => {
    const { revisions } = openPdf(writtenPdf([{ objects: { ...smallest, 4: '5 0 R', 5: '4 0 R' } }]))
    expect(codeOf(() => revisions[0]?.resolve(revisions[0]?.object(4)?.value))).toBe('OBJECT')
  })
})
