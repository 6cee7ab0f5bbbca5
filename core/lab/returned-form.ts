import { PDFDocument, PDFName, PDFSignature, PDFTextField } from '@cantoo/pdf-lib'
import { acroName } from '../form/layout.ts'

/**
 * How a file that came back relates to the form that was issued. `same-bytes`: nothing was added, so nobody signed it.
 * `appended`: it begins with the issued bytes, as signing adds to a file. `rewritten`: written anew, with the same case
 * number, content hash and values in all fields. `other`: anything else, also a form that was flattened or scanned.
 */
export type FormMatch = 'same-bytes' | 'appended' | 'rewritten' | 'other'

/**
 * What the fields say, and no more: whether anybody signed, and whether what else is on the pages was changed, is for
 * the verification of the signature. Whoever verifies keeps its verdict beside this; there is none until then.
 */
export interface ReturnedForm<Verdict = never> {
  readonly match: FormMatch
  /** Names of the fields whose last value is not the issued one, missing and added ones too; never their values. */
  readonly differing: readonly string[]
  readonly verdict?: Verdict
}

/** Compares a returned file, one that was let in (`admit`), with the bytes that were issued. */
export async function returnedForm(issued: Uint8Array, returned: Uint8Array): Promise<ReturnedForm> {
  const [ours, theirs] = [Buffer.from(issued), Buffer.from(returned)]
  if (ours.equals(theirs)) return { match: 'same-bytes', differing: [] }
  const before = await valuesIn(issued)
  if (before === undefined) throw new Error('what was issued is no form')
  const after = await valuesIn(returned)
  const names = new Set([...before.keys(), ...(after?.keys() ?? [])])
  const differing = [...names].filter((name) => before.get(name) !== after?.get(name)).toSorted()
  if (ours.equals(theirs.subarray(0, ours.length))) return { match: 'appended', differing }
  // Without a number and a hash to agree on, two forms without fields would be the same form.
  const isOurs = [acroName('number'), acroName('sha256')].every((name) => before.has(name))
  return { match: isOurs && differing.length === 0 ? 'rewritten' : 'other', differing }
}

/** The value of every field but signatures, as a text that is equal for equal values; undefined when it is no readable PDF. */
async function valuesIn(bytes: Uint8Array): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const values = new Map<string, string>()
    for (const field of document.getForm().getFields()) {
      if (field instanceof PDFSignature) continue
      const value =
        field instanceof PDFTextField
          ? `text ${field.getText() ?? ''}`
          : `${field.constructor.name} ${field.acroField.dict.lookup(PDFName.of('V'))}`
      // Of two fields of one name a reader shows either.
      const known = values.get(field.getName())
      values.set(field.getName(), known === undefined || known === value ? value : `${known}\u0000${value}`)
    }
    return values
  } catch {
    // A file that cannot be read has none of our values: that says all there is to say.
    return undefined
  }
}
