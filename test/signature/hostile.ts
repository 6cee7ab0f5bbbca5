import { deflateSync } from 'node:zlib'
import { type Base, bases, signedForm } from './mutants/base.ts'
import { withCms } from './mutants/cms-bytes.ts'
import { cmsOver } from './mutants/cms-maker.ts'
import { der, derAt, integer, oid, sequence } from './mutants/der.ts'
import { catalogWith, streamOf } from './mutants/document.ts'
import { newIdentity, newKey } from './mutants/identity.ts'
import { mustRead, signedUpdate } from './mutants/signing.ts'
import { latin1, spliced, updated } from './mutants/update.ts'

/** A file that is made to cost whoever reads it; some are honest all the same. */
export interface Hostile {
  readonly name: string
  readonly make: () => Buffer
  readonly isHonest?: true
}

const megabyte = 1024 * 1024
/** Signed once for all of them, and whose anchors they are judged by. */
export const plain: Base = bases()[0]!
const { pdf } = plain

const packed = (bytes: Buffer, entries = '', filters = '/FlateDecode'): string =>
  streamOf(bytes.toString('latin1'), `/Filter ${filters} ${entries}`)
const zeros = (count: number): Buffer => deflateSync(Buffer.alloc(count, 0x20), { level: 9 })
const bomb = (): Buffer => zeros(256 * megabyte)
const behind = (text: string): Buffer => Buffer.concat([pdf.bytes, latin1(text)])
const updatedWith = (objects: Readonly<Record<number, string>>) => updated(pdf, objects)
const references = (count: number, number: number): string => `${number} 0 R `.repeat(count)

function emptyUpdate(bytes: Buffer): Buffer {
  const tail = bytes.subarray(-60).toString('latin1')
  return updated({ ...pdf, bytes, text: tail, startXref: Number(/startxref\s+(\d+)/.exec(tail)?.[1]) }, {})
}

function many(count: number, step: (file: Buffer) => Buffer): Buffer {
  let file: Buffer = pdf.bytes
  for (let n = 0; n < count; n += 1) file = step(file)
  return file
}

/** A chain of fields, each the only kid of the one before. */
function chainOfFields(length: number): Buffer {
  const from = pdf.size
  const chain = Array.from(
    { length },
    (_, n) => [from + n, `<< /T (x) /FT /Tx /Kids [${from + n + 1} 0 R] >>`] as const,
  )
  const form = { 6: `<< /Fields [7 0 R 8 0 R ${from} 0 R] /SigFlags 3 >>` }
  return signedForm({ ...form, ...Object.fromEntries(chain), [from + length]: '<< /T (end) /FT /Tx >>' }).pdf.bytes
}

/** Certificates of one name and key that all may have issued each other. */
function tangle(count: number): Buffer {
  const key = newKey()
  const first = newIdentity({ name: 'Simpul', isAuthority: true, key })
  const all = Array.from({ length: count }, (_, n) =>
    newIdentity({ name: 'Simpul', issuer: first, isAuthority: true, key, serial: n + 2 }),
  )
  const signer = newIdentity({ name: 'Ratna Dewi', issuer: first, serial: 1_000 })
  const signature = pdf.signatures[0]!
  const { range } = signature
  const signed = Buffer.concat([pdf.bytes.subarray(0, range[1]), pdf.bytes.subarray(range[2])])
  return (
    withCms(pdf, signature, cmsOver(signed, signer, { chain: all.map(({ certificate }) => certificate) })) ?? pdf.bytes
  )
}

/** The same, from a security store. */
function tangleInStore(count: number): Buffer {
  const key = newKey()
  const top = newIdentity({ name: 'Simpul', isAuthority: true, key })
  const all = Array.from({ length: count }, (_, n) =>
    newIdentity({ name: 'Simpul', issuer: top, isAuthority: true, key, serial: n + 2 }),
  )
  const signer = newIdentity({ name: 'Ratna Dewi', issuer: top, serial: 1_000 })
  const signed = mustRead(signedUpdate(pdf, signer) ?? pdf.bytes)
  const streams = all.map(({ certificate }, n) => [signed.size + n, streamOf(certificate.toString('latin1'))] as const)
  const list = streams.map(([number]) => `${number} 0 R`).join(' ')
  return updated(signed, { ...catalogWith(signed, 'DSS', `<< /Certs [${list}] >>`), ...Object.fromEntries(streams) })
}

const withContents = (cms: Buffer): Buffer => withCms(pdf, pdf.signatures[0]!, cms) ?? pdf.bytes
const nestedDer = (depth: number): Buffer =>
  Array.from({ length: depth }).reduce<Buffer>((inner) => der(0x30, inner), integer(1))
const xrefOf = (entries: string, data: Buffer): Buffer => {
  const at = pdf.bytes.length + 1
  const head = `/Type /XRef /Root 1 0 R /Prev ${pdf.startXref} ${entries}`
  return behind(`\n${pdf.size} 0 obj\n${packed(data, head)}\nendobj\nstartxref\n${at}\n%%EOF\n`)
}

/** Files that are made to cost: each must be answered, by whatever verdict, within the budget. */
export const hostiles: readonly Hostile[] = [
  { name: 'a bomb as content', make: () => signedForm({ 4: packed(bomb()) }).pdf.bytes, isHonest: true },
  {
    name: 'a bomb as an object stream',
    make: () =>
      xrefOf(`/W [1 4 2] /Size ${pdf.size + 1} /Index [4 1]`, deflateSync(Buffer.from([2, 0, 0, 0, 4, 0, 0]))),
  },
  { name: 'a bomb as a cross-reference stream', make: () => xrefOf('/W [1 4 2] /Size 1000000000', bomb()) },
  {
    name: 'a bomb in the security store',
    make: () =>
      updatedWith({
        ...catalogWith(pdf, 'DSS', `<< /Certs [${pdf.size} 0 R] /CRLs [${pdf.size} 0 R] >>`),
        [pdf.size]: packed(bomb()),
      }),
  },
  {
    name: 'bombs in a bomb',
    make: () =>
      updatedWith({
        ...catalogWith(pdf, 'DSS', `<< /Certs [${pdf.size} 0 R] >>`),
        [pdf.size]: packed(deflateSync(bomb()), '', '[/FlateDecode /FlateDecode]'),
      }),
  },
  {
    name: 'a thousand filters',
    make: () =>
      updatedWith({
        ...catalogWith(pdf, 'DSS', `<< /Certs [${pdf.size} 0 R] >>`),
        [pdf.size]: packed(zeros(9), '', `[${'/FlateDecode '.repeat(1_000)}]`),
      }),
  },
  {
    name: 'a predictor of a billion columns',
    make: () => xrefOf('/W [1 4 2] /Size 9 /DecodeParms << /Predictor 12 /Columns 1000000000 >>', zeros(999)),
  },
  { name: 'entries of no width', make: () => xrefOf('/W [0 0 0] /Size 1000000000 /Index [0 1000000000]', zeros(9)) },
  {
    name: 'a million entries in a stream',
    make: () => xrefOf('/W [1 4 2] /Size 9000000 /Index [0 9000000]', deflateSync(Buffer.alloc(9_000_000 * 7))),
  },
  {
    name: 'a million entries in a table',
    make: () =>
      behind(
        `\nxref\n0 1000000\n${'0000000000 00000 f \n'.repeat(1_000_000)}trailer\n<< /Size 1000000 /Root 1 0 R /Prev ${pdf.startXref} >>\nstartxref\n${pdf.bytes.length + 1}\n%%EOF\n`,
      ),
  },
  {
    name: 'a hundred thousand subsections',
    make: () =>
      behind(
        `\nxref\n${'0 0\n'.repeat(100_000)}trailer\n<< /Size 20 /Root 1 0 R /Prev ${pdf.startXref} >>\nstartxref\n${pdf.bytes.length + 1}\n%%EOF\n`,
      ),
  },
  {
    name: '500 revisions',
    make: () => many(499, emptyUpdate),
    isHonest: true,
  },
  { name: '2,000 revisions', make: () => many(2_000, emptyUpdate) },
  {
    name: '100 signatures',
    make: () => many(99, (file) => signedUpdate(mustRead(file), plain.insider) ?? file),
    isHonest: true,
  },
  {
    name: 'a signed file of 25 MB',
    make: () => signedForm({ 4: streamOf('0 0 m 9 9 l S '.repeat(25 * 75_000)) }).pdf.bytes,
    isHonest: true,
  },
  { name: '25 MB of open brackets', make: () => behind(`\n20 0 obj\n${'['.repeat(24 * megabyte)}`) },
  { name: '25 MB of a string', make: () => behind(`\n20 0 obj\n(${'('.repeat(24 * megabyte)}`) },
  { name: '25 MB of hexadecimal digits', make: () => behind(`\n20 0 obj\n<${'0'.repeat(24 * megabyte)}`) },
  { name: '25 MB of ends', make: () => behind('startxref\n0\n%%EOF\n'.repeat(1_400_000)) },
  { name: '25 MB of ranges', make: () => behind('/ByteRange [0 1 2 3]\n'.repeat(1_200_000)) },
  { name: '25 MB of small objects', make: () => behind('20 0 obj\n1\nendobj\n'.repeat(1_300_000)) },
  { name: 'deep nesting', make: () => updatedWith({ [pdf.size]: '['.repeat(500_000) + ']'.repeat(500_000) }) },
  {
    name: 'deep dictionaries',
    make: () => updatedWith(catalogWith(pdf, 'X', `${'<< /X '.repeat(300_000)}1${'>>'.repeat(300_000)}`)),
  },
  {
    name: 'a dictionary of a million keys',
    make: () =>
      updatedWith({ [pdf.size]: `<< ${Array.from({ length: 1_000_000 }, (_, n) => `/K${n} ${n}`).join(' ')} >>` }),
  },
  { name: 'an array of five million numbers', make: () => updatedWith({ [pdf.size]: `[${'1 '.repeat(5_000_000)}]` }) },
  {
    name: 'a range that is huge',
    make: () =>
      spliced(
        pdf.bytes,
        pdf.signatures[0]!.byteRange.start,
        pdf.signatures[0]!.byteRange.end,
        `[0 1 2 99999999999999999999]`.padEnd(30),
      ),
  },
  {
    name: 'a range of a million numbers',
    make: () => updatedWith({ 10: `<< /Type /Sig /ByteRange [${'0 '.repeat(1_000_000)}] /Contents <00> >>` }),
  },
  {
    name: 'a million fields that are one',
    make: () => updatedWith({ 6: `<< /Fields [${references(1_000_000, 8)}] /SigFlags 3 >>` }),
  },
  {
    name: 'a million annotations that are one',
    make: () =>
      updatedWith({ 3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [${references(1_000_000, 8)}] >>` }),
  },
  {
    name: 'a million certificates that are one',
    make: () =>
      updatedWith({
        ...catalogWith(pdf, 'DSS', `<< /Certs [${references(1_000_000, pdf.size)}] >>`),
        [pdf.size]: streamOf(plain.insider.certificate.toString('latin1')),
      }),
  },
  {
    name: 'a hundred thousand fields with one signature',
    make: () => updatedWith({ 6: `<< /Fields [8 0 R ${'<< /FT /Sig /T (x) /V 10 0 R >> '.repeat(100_000)}] >>` }),
  },
  { name: 'a long chain of fields', make: () => chainOfFields(20_000) },
  {
    name: 'fields in a circle',
    make: () =>
      updatedWith({
        6: '<< /Fields [6 0 R 20 0 R] /Kids [6 0 R] >>',
        20: '<< /T (x) /Kids [21 0 R] >>',
        21: '<< /T (y) /Parent 20 0 R /Kids [20 0 R] >>',
      }),
  },
  {
    name: 'a length that refers to itself',
    make: () => updatedWith({ 4: '<< /Length 4 0 R >>\nstream\nx\nendstream' }),
  },
  {
    name: 'a long chain of references',
    make: () =>
      updatedWith(
        Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [pdf.size + n, `${pdf.size + n + 1} 0 R`])),
      ),
  },
  { name: 'pages in a circle', make: () => updatedWith({ 2: '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>' }) },
  { name: 'certificates that issue each other', make: () => tangle(8) },
  { name: 'hundreds of certificates that issue each other', make: () => tangleInStore(400) },
  { name: 'a container nested deeply', make: () => withContents(nestedDer(800)) },
  { name: 'a container of a huge length', make: () => withContents(Buffer.from('3084ffffffff', 'hex')) },
  { name: 'a container of endless lengths', make: () => withContents(Buffer.from('3080'.repeat(1_500), 'hex')) },
  { name: 'a container of a thousand signers', make: () => withContents(thousandSigners()) },
  {
    name: 'an object identifier of a thousand septets',
    make: () => withContents(sequence(der(0x06, Buffer.alloc(1_000, 0xff)), der(0xa0, oid('1.2.3')))),
  },
]

function thousandSigners(): Buffer {
  const cms = Buffer.from(pdf.signatures[0]!.contents.text.slice(1, -1), 'hex')
  const body = derAt(cms).children[1]!.children[0]!
  const parts = body.children.map(({ start, end }) => cms.subarray(start, end))
  const info = parts.at(-1)!.subarray(2)
  const room = Math.floor((3_900 - cms.length / 100 - 1_200) / info.length)
  const infos = der(0x31, ...Array.from({ length: Math.max(2, room) }, () => info))
  return sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, sequence(...parts.slice(0, -1), infos)))
}
