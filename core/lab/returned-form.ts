import { PDFDocument, PDFSignature } from '@cantoo/pdf-lib'
import type { FormRelation } from '../case/case.ts'
import { acroName } from '../form/layout.ts'
import { type FormValues, formValues } from './form-values.ts'
import { type PageBox, pageChange, wordsIn } from './page-change.ts'
import { suspicionsIn } from './signature/suspicion.ts'

/**
 * How a file that came back relates to the form that was issued, by its fields and by what its pages show. What its
 * signature is worth, and what was done after signing, is for the verifier of signatures: it is given the signed
 * revision alone.
 */
export interface ReturnedForm {
  readonly relation: FormRelation
  /** Names of the fields whose value is not the issued one, missing and added ones too; never their values. */
  readonly differing: readonly string[]
  /** All that was issued is there, and something visible was added outside of the signature's box. */
  readonly isStamped: boolean
  /** Something in it that the issued form has not may hide or change what it shows (shadow attacks). */
  readonly isSuspicious: boolean
}

/** What the house issued cannot be read as a form: a defect of ours, whatever came back. */
export class NoForm extends Error {}

/**
 * Compares a returned file, one that was let in (`admit`), with the bytes that were issued. `same-bytes`: nothing was
 * added, so nobody signed it. `appended`: it begins with the issued bytes, as signing adds to a file. `rewritten`: written
 * anew, with the same case number, content hash, values and text. `flattened`: without our fields, all values in its text.
 * `other`: anything else, also a scan.
 * @throws PdfRefused when the returned file is none that can be read safely
 */
export async function returnedForm(issued: Uint8Array, returned: Uint8Array): Promise<ReturnedForm> {
  const [ours, theirs] = [Buffer.from(issued), Buffer.from(returned)]
  if (ours.equals(theirs)) return { relation: 'same-bytes', differing: [], isStamped: false, isSuspicious: false }
  const before = issuedValues(issued)
  const after = formValues(returned)
  const names = new Set([...before.values.keys(), ...after.values.keys()])
  const differing = [...names].filter((name) => before.values.get(name) !== after.values.get(name)).toSorted()
  const other = { relation: 'other', differing, isStamped: false, isSuspicious: false } as const
  // Without a number and a hash to agree on, two forms without fields would be the same form.
  const isMarked = [acroName('number'), acroName('sha256')].every((name) => before.values.has(name))
  const isBare = ![...before.values.keys()].some((name) => after.values.has(name))
  const isAppended = ours.equals(theirs.subarray(0, ours.length))
  if (!isAppended && !isMarked) return other
  if (differing.length > 0 && !isBare) return isAppended ? { ...other, relation: 'appended' } : other
  const { change, words } = await pageChange(issued, returned, await signatureBoxes(issued))
  if (change === 'other') return other
  const known = new Set(suspicionsIn(issued))
  const isSuspicious = suspicionsIn(returned).some((one) => !known.has(one))
  const looks = { isStamped: change === 'added', isSuspicious }
  if (differing.length === 0) return { relation: isAppended ? 'appended' : 'rewritten', differing, ...looks }
  return isMarked && hasAll(words, before.texts) ? { relation: 'flattened', differing: [], ...looks } : other
}

function issuedValues(issued: Uint8Array): FormValues {
  try {
    return formValues(issued)
  } catch (cause) {
    throw new NoForm('what was issued is no form', { cause })
  }
}

/** True when every word of the texts is among the words, as often as they say it. */
function hasAll(words: readonly string[], texts: readonly string[]): boolean {
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  return texts.flatMap(wordsIn).every((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
}

/** Where the signatures of a form that the house made are shown. */
async function signatureBoxes(bytes: Uint8Array): Promise<readonly PageBox[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = document.getPages()
  return document
    .getForm()
    .getFields()
    .filter((field) => field instanceof PDFSignature)
    .flatMap(({ acroField }) => acroField.getWidgets())
    .map((widget) => ({ page: pages.findIndex(({ ref }) => ref === widget.P()), ...widget.getRectangle() }))
}
