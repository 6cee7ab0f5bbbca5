import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { readAll } from './read-all.ts'
import { linearizedPdf, smallest, writtenPdf } from './written-pdf.ts'

const bases: Uint8Array[] = [
  writtenPdf([{ objects: smallest }, { objects: { 4: '(a)' }, kind: 'stream' }, { objects: { 4: null } }]),
  linearizedPdf(),
]

beforeAll(async () => {
  for (const useObjectStreams of [true, false]) {
    const made = await PDFDocument.create()
    made.getForm().createTextField('nama').addToPage(made.addPage())
    bases.push(await made.save({ useObjectStreams }))
  }
  const made = await PDFDocument.create()
  made.addPage()
  made.encrypt({ userPassword: '', ownerPassword: 'owner', algorithm: 'AES-128' })
  bases.push(await made.save())
})

it('random bytes are refused and nothing else happens', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readAll(bytes)).not.toBe('READ')
      expect(readAll(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]))).not.toBe('READ')
    }),
  )
})

const change = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 8 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(
      ...['<<', '>>', '[', '(', ' 0 R', 'obj', 'stream\n', '9999999999', '-1', '/Prev 9', '%'].map((word) =>
        Buffer.from(word),
      ),
    ),
  ),
})

it('a file changed anywhere is read or refused, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), (which, changes) => {
      let bytes: Uint8Array = bases[which % bases.length] ?? new Uint8Array()
      for (const { at, cut, put } of changes) {
        const from = at % (bytes.length + 1)
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)])
      }
      readAll(bytes)
    }),
    { numRuns: 3000 },
  )
})
