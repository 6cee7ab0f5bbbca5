import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

const [acroForm, fields, kids, parent, title] = ['AcroForm', 'Fields', 'Kids', 'Parent', 'T'].map((key) =>
  PDFName.of(key),
) as [PDFName, PDFName, PDFName, PDFName, PDFName]

const DEPTH_MAX = 8
const FIELDS_MAX = 500
const NAME_MAX_BYTES = 1024

/**
 * True for a form of at most 500 fields, eight deep, with names of at most 1 KB in full, and for a file without a form.
 * Reading a field costs its depth times its name, so this is asked before any field is read.
 */
export async function areFieldsModest(bytes: Uint8Array): Promise<boolean> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const form = document.catalog.lookupMaybe(acroForm, PDFDict)
  let level = dictsIn(form?.lookupMaybe(fields, PDFArray))
  let count = 0
  for (let depth = 1; level.length > 0; depth++) {
    count += level.length
    // A level is looked into only once its size is known: fields may be their own children, many times over.
    if (depth > DEPTH_MAX || count > FIELDS_MAX || !level.every(isNameModest)) return false
    level = level.flatMap((field) => dictsIn(field.lookupMaybe(kids, PDFArray)).slice(0, FIELDS_MAX + 1))
  }
  return true
}

/** Climbs as a reader does, by the parents that the field names, which need not be those that name it. */
function isNameModest(field: PDFDict): boolean {
  let sizeBytes = 0
  let at: PDFDict | undefined = field
  for (let height = 1; at !== undefined; height++) {
    sizeBytes += at.lookupMaybe(title, PDFString, PDFHexString)?.sizeInBytes() ?? 0
    if (height > DEPTH_MAX || sizeBytes > NAME_MAX_BYTES) return false
    at = at.lookupMaybe(parent, PDFDict)
  }
  return true
}

const dictsIn = (array: PDFArray | undefined): readonly PDFDict[] =>
  array === undefined ? [] : Array.from({ length: array.size() }, (_, n) => array.lookup(n, PDFDict))
