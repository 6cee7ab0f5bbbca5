import { appended, type Draft, draftOf, withEntry } from './revision.ts'
import { type Signing, signedData } from './signed-data.ts'

/** Bytes kept for the signature; what is left over stays zero. */
const roomBytes = 8192
const placeholder = (name: string): string => `[0 ${name.repeat(10)} ${name.repeat(10)} ${name.repeat(10)}]`

/**
 * A PDF with an electronic signature in its first empty signature field, added behind its bytes as signing programs do it
 * (ISO 32000-2 §12.8, ETSI EN 319 142). Of a PKI that nobody trusts: for the simulator and for tests.
 * @throws Error when no signature field is empty
 */
export function signPdf(bytes: Uint8Array, signing: Signing): Buffer {
  const draft = draftOf(bytes)
  const field = draft.fields.find(({ type, value }) => type === 'Sig' && value === undefined)
  if (field === undefined) throw new Error('no signature field is empty')
  const objects = new Map<number, Uint8Array>([
    [field.object.number, withEntry(bytes, field.dictionary, 'V', `${draft.free} 0 R`)],
    [draft.free, signatureSource(signing)],
    ...flagged(draft),
  ])
  return filled(appended(draft, objects), bytes.length, signing)
}

/** The same form with a field's value replaced behind the signature: what nobody may do. */
export function editedPdf(signed: Uint8Array, name: string, text: string): Buffer {
  const draft = draftOf(signed)
  const field = draft.fields.find((one) => one.name === name)
  if (field === undefined) throw new Error(`no field ${name}`)
  const value = `<${Buffer.from(text, 'latin1').toString('hex')}>`
  return appended(draft, new Map([[field.object.number, withEntry(signed, field.dictionary, 'V', value)]]))
}

const signatureSource = ({ signer, at }: Signing): Buffer => {
  const day = at.replace(/[-:T]|\.\d+Z/g, '')
  const name = Buffer.from(signer.commonName, 'utf16le').swap16().toString('hex')
  return Buffer.from(
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n/M (D:${day}Z) /Name <feff${name}>\n` +
      `/ByteRange ${placeholder('*')}\n/Contents <${'0'.repeat(2 * roomBytes)}> >>`,
  )
}

/** `SigFlags` of the form: signatures exist, and the file only grows (§12.7.3). */
function flagged({ bytes, revision }: Draft): readonly (readonly [number, Uint8Array])[] {
  const root = revision.resolve(revision.trailer.entries.get('Root'))
  const reference = root?.kind === 'dictionary' ? root.entries.get('AcroForm') : undefined
  const form = revision.resolve(reference)
  if (reference?.kind !== 'reference' || form?.kind !== 'dictionary') return []
  return [[reference.number, withEntry(bytes, form, 'SigFlags', '3')]]
}

/** Names the signed ranges in the file, signs them, and puts the signature into the gap between them. */
function filled(file: Buffer, from: number, signing: Signing): Buffer {
  const gap = file.indexOf(`/Contents <${'0'.repeat(64)}`, from) + '/Contents '.length
  const end = gap + 2 * roomBytes + 2
  const mark = placeholder('*')
  const range = `[0 ${gap} ${end} ${file.length - end}]`
  file.write(range.padEnd(mark.length), file.indexOf(mark, from), 'latin1')
  const signature = signedData(Buffer.concat([file.subarray(0, gap), file.subarray(end)]), signing)
  if (signature.length > roomBytes) throw new RangeError('no room for the signature')
  file.write(signature.toString('hex'), gap + 1, 'latin1')
  return file
}
