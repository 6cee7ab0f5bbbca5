import { describe, expect, it } from 'vitest'
import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../../core/lab/signature/verify-pdf.ts'
import {
  append,
  at,
  form,
  judged,
  room,
  second,
  sign,
  signedField,
  signedForm,
  stampRoom,
  tsa,
  verify,
} from './signed-pdf.ts'

const textOf = (file: Uint8Array) => Buffer.from(file).toString('latin1')
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const replaced = (file: Uint8Array, from: string | RegExp, to: string) => bytesOf(textOf(file).replace(from, to))
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))

const stampField = '<< /FT /Sig /T (TSA) /Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0] /P 3 0 R /V 22 0 R >>'
const stamped = (file: Uint8Array, moment = '2026-11-22T10:00:00Z') =>
  sign(append(file, { 5: form[5]!.replace('8 0 R]', '8 0 R 21 0 R]'), 21: stampField, 22: stampRoom }), tsa, moment)
/** Another signer in a field that nobody foresaw. */
const signedAgain = (file: Uint8Array, rect = '[300 100 500 160]') =>
  sign(
    append(file, {
      3: form[3]!.replace('8 0 R]', '8 0 R 31 0 R]'),
      5: form[5]!.replace('8 0 R]', '8 0 R 31 0 R]'),
      31: `<< /FT /Sig /T (Kedua) /Type /Annot /Subtype /Widget /F 4 /Rect ${rect} /AP << /N 33 0 R >> /P 3 0 R /V 32 0 R >>`,
      32: room(),
      33: '<< /Type /XObject /Subtype /Form /BBox [0 0 200 60] /Length 2 >>\nstream\nq \nendstream',
    }),
    second,
  )

describe('a signature', () => {
  it('is valid when it covers all of the file', () => {
    const { verdict, file, signatures, anchorsVersion } = verify(signedForm())
    expect(verdict).toBe('VALID')
    expect(file).toMatchObject({ revisions: 2, isEncrypted: false })
    expect(anchorsVersion).toMatch(/^[0-9a-f]{64}$/)
    expect(signatures).toMatchObject([
      {
        field: 'TTE_PJ',
        kind: 'signature',
        coverage: 'ENTIRE_FILE',
        changes: 'NONE',
        signer: { commonName: 'Hari Prasetyo' },
        signedBytes: signedForm().length,
        dssIndication: 'INDETERMINATE/TRY_LATER',
      },
    ])
  })

  it('is not trusted without its root', () => {
    expect(verifyPdf(signedForm(), { anchors: anchorsOf([]), crls: [], at }).verdict).toBe('UNTRUSTED')
  })

  it('is proven in time by a trusted time stamp over it', () => {
    const { verdict, signatures } = verify(stamped(signedForm()))
    expect(verdict).toBe('VALID')
    expect(signatures).toMatchObject([
      { changes: 'LTA_UPDATES', coverage: 'ENTIRE_REVISION', time: { source: 'timestamp' } },
      { kind: 'timestamp', coverage: 'ENTIRE_FILE', time: { value: '2026-11-22T10:00:00.000Z' } },
    ])
  })

  it('may be followed by another one, in a place of its own', () => {
    expect(judged(signedAgain(signedForm()))).toEqual(['VALID', 'SIGNED_AGAIN'])
  })

  it('is looked at when another one lies over what was signed, or over much of the page', () => {
    expect(judged(signedAgain(signedForm(), '[60 640 260 665]'))).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
    expect(judged(signedAgain(signedForm(), '[0 200 595 640]'))).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
  })

  it('is looked at when another one comes with many widgets', () => {
    const kids = Array.from({ length: 8 }, (_, n) => 40 + n)
    const entries = '/Type /Annot /Subtype /Widget /F 4 /Parent 31 0 R /P 3 0 R /AP << /N 33 0 R >>'
    const widgets = kids.map((number, n) => [
      number,
      `<< ${entries} /Rect [300 ${200 + n * 70} 590 ${260 + n * 70}] >>`,
    ])
    const references = kids.map((number) => `${number} 0 R`).join(' ')
    const objects = {
      3: form[3]!.replace('8 0 R]', `8 0 R ${references}]`),
      5: form[5]!.replace('8 0 R]', '8 0 R 31 0 R]'),
      31: `<< /FT /Sig /T (Kedua) /Kids [${references}] /V 32 0 R >>`,
      32: room(),
      33: '<< /Type /XObject /Subtype /Form /BBox [0 0 200 60] /Length 2 >>\nstream\nq \nendstream',
    }
    const many = { ...objects, ...Object.fromEntries(widgets) }
    expect(judged(sign(append(signedForm(), many), second))).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
  })

  it('stays valid behind an update that changes nothing', () => {
    expect(judged(append(signedForm(), {}))).toEqual(['VALID'])
    expect(judged(append(signedForm(), { 6: form[6]! }))).toEqual(['VALID'])
  })

  it('is not broken by what was changed before it', () => {
    const changed = append(append(undefined, form), { 4: '<< /Length 2 >>\nstream\nq \nendstream' })
    expect(judged(sign(append(changed, { 8: signedField, 20: room() }), second))).toEqual(['VALID'])
  })
})

describe('a file', () => {
  it('without a signature is not signed, even with an empty field or a time stamp', () => {
    expect(judged(append(undefined, form))).toEqual(['NOT_SIGNED'])
    const { verdict, signatures } = verify(stamped(append(undefined, form)))
    expect([verdict, signatures[0]?.kind, signatures[0]?.verdict]).toEqual(['NOT_SIGNED', 'timestamp', 'VALID'])
  })

  it('that nobody can read is unreadable, and invalid when it claims to be signed', () => {
    expect(judged(bytesOf('no PDF'))).toEqual(['UNREADABLE'])
    expect(judged(new Uint8Array())).toEqual(['UNREADABLE'])
    expect(judged(signedForm().subarray(0, -20))).toEqual(['INVALID', 'BYTERANGE_BOUNDS'])
  })

  it('whose signature nobody can reach any more is invalid', () => {
    const unreachable = append(append(undefined, { ...form, 20: room() }), {})
    expect(judged(unreachable)).toEqual(['INVALID', 'SIG_REPLACED'])
  })

  it('that carries a signed file is not signed itself', () => {
    const carried = textOf(signedForm())
    const carrier = append(undefined, { ...form, 40: `<< /Length ${carried.length} >>\nstream\n${carried}\nendstream` })
    expect(judged(carrier)).toEqual(['NOT_SIGNED'])
  })

  it('with rights that a program was granted is not signed', () => {
    const granted = form[1]!.replace('/AcroForm', '/Perms << /UR3 41 0 R >> /AcroForm')
    expect(judged(append(undefined, { ...form, 1: granted, 41: room() }))).toEqual(['NOT_SIGNED'])
  })
})

describe('a range', () => {
  const range = /\/ByteRange \[0 (\d+) *(\d+) *(\d+) *\]/
  const numbers = range.exec(textOf(signedForm()))!.slice(1).map(Number) as [number, number, number]
  const withRange = (text: string) =>
    replaced(signedForm(), range, `/ByteRange [${text}]`.padEnd(range.exec(textOf(signedForm()))![0].length))

  it.each([
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `1 ${b - 1} ${c} ${d}`],
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `0 ${b} ${c} ${d + 1}`],
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `0 ${b} ${c} ${d - 2}`],
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `0 ${b} ${c} -${d}`],
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `0 ${b}. ${c} ${d}`],
    ['BYTERANGE_BOUNDS', (b: number, c: number) => `0 ${b} ${c}`],
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `0 ${b} ${c} ${d} 0`],
    ['BYTERANGE_BOUNDS', () => '0 0 0 0'],
    ['BYTERANGE_BOUNDS', (b: number, c: number, d: number) => `0 ${c} ${b} ${d}`],
    ['BYTERANGE_BOUNDS', () => '6 0 R'],
    ['BYTERANGE_BOUNDS', () => ''],
    ['BYTERANGE_GAP', (b: number, c: number, d: number) => `0 ${b - 1} ${c} ${d}`],
    ['BYTERANGE_GAP', (b: number, c: number, d: number) => `0 ${b} ${c + 1} ${d - 1}`],
    ['BYTERANGE_GAP', (b: number, c: number, d: number) => `0 ${b} ${c - 2} ${d + 2}`],
  ] as const)('counts only as four numbers around its own container (%s, %#)', (reason, text) => {
    const { verdict, reasons, signatures } = verify(withRange(text(...numbers)))
    expect([verdict, reasons[0], signatures[0]?.coverage]).toEqual(['INVALID', reason, 'BROKEN'])
  })

  it.each(['0 0', '0\n0', '0<0', '(0)'])('does not count with %j among its digits', (digits) => {
    const file = textOf(signedForm())
    const at = file.lastIndexOf('000>')
    expect(judged(bytesOf(`${file.slice(0, at)}${digits}${file.slice(at + 3)}`))[0]).toBe('INVALID')
  })

  it('does not count for a dictionary with two of a key, of another type, or within another object', () => {
    const twice = room('/Type /Sig /SubFilter /ETSI.CAdES.detached /Reason (a) /Reason (b)')
    const other = room('/Type /Font /SubFilter /ETSI.CAdES.detached')
    const direct = signedField.replace('20 0 R', room())
    for (const objects of [{ 8: signedField, 20: twice }, { 8: signedField, 20: other }, { 8: direct }])
      expect(judged(sign(append(append(undefined, form), objects), second))).toEqual(['INVALID', 'BYTERANGE_GAP'])
  })

  it('needs no type, and takes null for none', () => {
    for (const entries of ['/SubFilter /ETSI.CAdES.detached', '/Type null /SubFilter /ETSI.CAdES.detached'])
      expect(judged(sign(append(append(undefined, form), { 8: signedField, 20: room(entries) }), second))).toEqual([
        'VALID',
      ])
  })

  it('breaks with the first byte of it that differs', () => {
    expect(judged(replaced(signedForm(), '(Formulir)', '(formulir)'))).toEqual(['INVALID', 'DIGEST_MISMATCH'])
  })

  it('counts for one field alone', () => {
    const two = { 8: signedField, 20: room(), 5: form[5]!.replace('8 0 R]', '8 0 R 11 0 R]') }
    const shared = append(append(undefined, form), { ...two, 11: signedField.replace('TTE_PJ', 'lain') })
    expect(judged(sign(shared, second))).toEqual(['INVALID', 'SIG_SHARED'])
  })

  it('leaves no byte behind it unexplained', () => {
    for (const tail of ['\n', ' ', '\0', '%%EOF\n', '% a word\n', 'x', '4 0 obj\n<< >>\nendobj\n'])
      expect(judged(joined(signedForm(), bytesOf(tail)))[0]).not.toBe('VALID')
  })
})
