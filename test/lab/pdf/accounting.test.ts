import { expect, it } from 'vitest'
import { unaccounted } from '../../../core/lab/pdf/accounting.ts'
import { openPdf } from '../../../core/lab/pdf/document.ts'
import { bytesOf, entry, linearizedPdf, smallest, textOfBytes, type Written, writtenPdf } from './written-pdf.ts'

const base: Written = { objects: { ...smallest, 4: '(signed)' } }
const update: Written = { objects: { 4: '(changed)' } }
/** Which words are not accounted for behind the first revision, and why. */
const words = (bytes: Uint8Array) => {
  const document = openPdf(bytes)
  return unaccounted(document, document.revisions[0]?.end).map(({ start, end, why }) => [
    why,
    textOfBytes(bytes.subarray(start, end)),
  ])
}
const whole = (bytes: Uint8Array) => unaccounted(openPdf(bytes))

it('accounts for all of an honest file, tables, streams and linearized ones', () => {
  expect(whole(writtenPdf([base, update, { objects: { 5: '1' }, kind: 'stream' }]))).toEqual([])
  expect(whole(linearizedPdf())).toEqual([])
})

it('takes white space and plain comments for nothing', () => {
  expect(words(writtenPdf([base, { ...update, stray: '\n\n % written by hand\n' }]))).toEqual([])
})

it.each([
  '99 0 obj\n(hidden)\nendobj',
  '%%EOF',
  'PK\u0003\u0004',
  '% 99 0 obj (in a comment) endobj',
  '%PDF-1.4',
  'xref\n0 0\ntrailer\n<< >>',
  '% startxref 9 %%EOF',
])('reports what nothing lists: %s', (stray) => {
  expect(words(writtenPdf([base, { ...update, stray: `${stray}\n` }]))).toEqual([['unlisted', stray]])
})

it('reports what follows the last end', () => {
  expect(words(bytesOf(`${textOfBytes(writtenPdf([base, update]))}\nPK more \n`))).toEqual([['unlisted', 'PK more']])
})

it('reports a whole revision that the newest one leaves out', () => {
  const first = textOfBytes(writtenPdf([base]))
  const skipped = textOfBytes(writtenPdf([base, { objects: { 6: '(skipped)' } }]))
  const prev = first.lastIndexOf('xref\n0')
  const update = textOfBytes(writtenPdf([base, { objects: { 6: '(skipped)' } }, { objects: { 7: '1' }, prev }]))
  const found = whole(bytesOf(update))
  expect(found).toEqual([{ start: first.length, end: skipped.length - 1, why: 'unlisted' }])
})

it('reports an object that stands in another one', () => {
  const text = textOfBytes(
    writtenPdf([base, { objects: { 5: '<< /A (6 0 obj 1 endobj) >>' }, entries: { 6: entry(0) } }]),
  )
  const bytes = writtenPdf([
    base,
    { objects: { 5: '<< /A (6 0 obj 1 endobj) >>' }, entries: { 6: entry(text.indexOf('6 0 obj 1')) } },
  ])
  expect(words(bytes)).toEqual([['overlapping', '6 0 obj 1 endobj']])
})

it('reports an object that only a later revision lists', () => {
  const hidden = { ...update, stray: '9 0 obj\n(later)\nendobj\n' }
  const place = textOfBytes(writtenPdf([base, hidden])).indexOf('9 0 obj')
  const bytes = writtenPdf([base, hidden, { objects: { 10: '1' }, entries: { 9: entry(place) } }])
  expect(words(bytes)).toEqual([['misplaced', '9 0 obj\n(later)\nendobj']])
})

it('lets a listed object that cannot be read account for nothing', () => {
  const broken = { objects: { 5: '<< /A' } }
  expect(words(writtenPdf([base, broken]))).toEqual([['unlisted', '5 0 obj\n<< /A\nendobj']])
})
