import { createCipheriv, createHash } from 'node:crypto'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { openPdf, type PdfDocument } from '../../../core/lab/pdf/document.ts'
import { rc4 } from '../../../core/lab/pdf/rc4.ts'
import type { PdfValue } from '../../../core/lab/pdf/value.ts'
import { bytesOf, smallest, streamOf, textOfBytes, writtenPdf } from './written-pdf.ts'

type Algorithm = 'AES-256' | 'AES-128' | 'RC4-128' | 'RC4-40'

async function locked(algorithm: Algorithm, userPassword: string, useObjectStreams = false): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  made.addPage()
  made.context.register(made.context.stream('what a stream holds', { Marked: PDFName.of('Stream') }))
  if (useObjectStreams)
    made.context.register(made.context.obj({ Marked: PDFName.of('Text'), Text: PDFString.of('what a text says') }))
  made.encrypt({ userPassword, ownerPassword: 'owner', algorithm, allowWeakCryptography: true })
  return made.save({ useObjectStreams })
}

/** The object of a mark, from behind: this writer leaves strings of plain objects unencrypted, against the standard. */
function marked(document: PdfDocument, mark: string): PdfValue | undefined {
  const revision = document.revisions.at(-1)
  for (const number of [...(revision?.numbers() ?? [])].reverse()) {
    const value = revision?.object(number)?.value
    const dictionary = value?.kind === 'stream' ? value.dictionary : value
    const name = dictionary?.kind === 'dictionary' ? dictionary.entries.get('Marked') : undefined
    if (name?.kind === 'name' && name.name === mark) return value
  }
  return undefined
}

const algorithms: readonly Algorithm[] = ['AES-256', 'AES-128', 'RC4-128', 'RC4-40']

it.each(algorithms.flatMap((algorithm) => [false, true].map((packed) => [algorithm, packed] as const)))(
  'reads a file of %s that only its owner may change, object streams: %s',
  async (algorithm, useObjectStreams) => {
    const document = openPdf(await locked(algorithm, '', useObjectStreams))
    expect(document.isEncrypted).toBe(true)
    const stream = marked(document, 'Stream')
    expect(stream?.kind === 'stream' && textOfBytes(document.decode(stream))).toBe('what a stream holds')
    if (!useObjectStreams) return
    const text = marked(document, 'Text')
    const said = text?.kind === 'dictionary' ? text.entries.get('Text') : undefined
    expect(said?.kind === 'string' && textOfBytes(said.bytes)).toBe('what a text says')
  },
)

it.each(algorithms)('does not read a file of %s that needs a password', async (algorithm) => {
  const bytes = await locked(algorithm, 'secret')
  expect(() => openPdf(bytes)).toThrow(expect.objectContaining({ code: 'PASSWORD' }))
})

const fileKey = Buffer.alloc(32, 7)
const salts = { validation: Buffer.from('12345678'), key: Buffer.from('abcdefgh') }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hexOf = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`

function aes256(key: Uint8Array, data: Uint8Array, initial = Buffer.alloc(16), isPadded = true): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, initial)
  cipher.setAutoPadding(isPadded)
  return Buffer.concat([cipher.update(data), cipher.final()])
}

/** Revision 5 by hand: its key is wrapped by a hash of the salts alone, since the password is empty. */
function lockedByHand(objects: Record<number, string>, filters = '/StmF /StdCF /StrF /StdCF'): Uint8Array {
  const user = Buffer.concat([sha256(salts.validation), salts.validation, salts.key])
  const wrapped = aes256(sha256(salts.key), fileKey, Buffer.alloc(16), false)
  const method = '/CF << /StdCF << /CFM /AESV3 /Length 32 >> >>'
  const encrypt = `<< /Filter /Standard /V 5 /R 5 /Length 256 /P -1 /O ${hexOf(user)} /U ${hexOf(user)} /UE ${hexOf(wrapped)} ${method} ${filters} >>`
  return writtenPdf([{ objects: { ...smallest, 4: encrypt, ...objects }, trailer: '/Encrypt 4 0 R ' }])
}
const initial = Buffer.alloc(16, 9)
const lockedText = (text: string) => Buffer.concat([initial, aes256(fileKey, Buffer.from(text), initial)])
const stringOf = (value: PdfValue | undefined) => value?.kind === 'string' && textOfBytes(value.bytes)

it('decrypts strings, but never what a signature holds', () => {
  const secret = hexOf(lockedText('a secret'))
  const bytes = lockedByHand({ 5: secret, 6: `<< /ByteRange [0 1 2 3] /Reason ${secret} /Contents <00112233> >>` })
  const [revision] = openPdf(bytes).revisions
  expect(stringOf(revision?.object(5)?.value)).toBe('a secret')
  const signature = revision?.object(6)?.value
  const entries = signature?.kind === 'dictionary' ? signature.entries : undefined
  expect(stringOf(entries?.get('Reason'))).toBe('a secret')
  expect(stringOf(entries?.get('Contents'))).toBe('\u0000\u0011"3')
})

it('leaves as they are the strings and streams of an identity filter', () => {
  const plain = streamOf('plain', '/Filter [/Crypt]')
  const secret = lockedText('locked').toString('latin1')
  const document = openPdf(
    lockedByHand({ 5: '(plain)', 6: plain, 7: streamOf(secret) }, '/StmF /StdCF /StrF /Identity'),
  )
  const [revision] = document.revisions
  expect(stringOf(revision?.object(5)?.value)).toBe('plain')
  const decoded = [6, 7].map((number) => {
    const value = revision?.object(number)?.value
    return value?.kind === 'stream' && textOfBytes(document.decode(value))
  })
  expect(decoded).toEqual(['plain', 'locked'])
})

it.each([
  ['is too short', lockedText('a').subarray(0, 16)],
  ['is cut', lockedText('a').subarray(0, 31)],
  ['is padded wrongly', Buffer.alloc(32, 1)],
])('leaves a string as it is written that %s', (_, data) => {
  const [revision] = openPdf(lockedByHand({ 5: hexOf(data) })).revisions
  expect(stringOf(revision?.object(5)?.value)).toBe(data.toString('latin1'))
})

it('refuses a stream that cannot be decrypted', () => {
  const document = openPdf(lockedByHand({ 5: streamOf('plain') }))
  const stream = document.revisions[0]?.object(5)?.value
  expect(() => stream?.kind === 'stream' && document.decode(stream)).toThrow(
    expect.objectContaining({ code: 'ENCRYPTION' }),
  )
})

it('decrypts RC4 as its oldest example says', () => {
  expect(Buffer.from(rc4(bytesOf('Key'), bytesOf('Plaintext'))).toString('hex')).toBe('bbf316e8d940af0ad3')
})

it.each<[string, string]>([
  ['another handler', '<< /Filter /Adobe.PubSec /V 4 >>'],
  ['an unknown version', '<< /Filter /Standard /V 3 /R 3 /P -1 /O () /U () >>'],
  ['no dictionary', '(encrypted)'],
  ['no key', '<< /Filter /Standard /V 5 /R 6 /P -1 /O () /U () >>'],
])('refuses an encryption of %s', (_, encrypt) => {
  const bytes = writtenPdf([{ objects: { ...smallest, 4: encrypt }, trailer: '/Encrypt 4 0 R ' }])
  expect(() => openPdf(bytes)).toThrow(expect.objectContaining({ code: 'ENCRYPTION' }))
})

it('refuses an update that begins an encryption', () => {
  const begun = writtenPdf([{ objects: smallest }, { objects: { 4: '<< >>' }, trailer: '/Encrypt 4 0 R ' }])
  expect(() => openPdf(begun)).toThrow(expect.objectContaining({ code: 'ENCRYPTION' }))
})
