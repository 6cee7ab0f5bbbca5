import { openPdf, type PdfRevision } from '../pdf/document.ts'
import { nameOf, type PdfDictionary, type PdfValue } from '../pdf/value.ts'
import { ReferenceIndex } from './reference-index.ts'

/** What may hide or change what a signed file shows, without breaking its signature (shadow attacks). */
export type Suspicion =
  | 'OPTIONAL_CONTENT'
  | 'JAVASCRIPT'
  | 'OPEN_ACTION'
  | 'EMBEDDED_FILE'
  | 'XFA'
  | 'UNREFERENCED_CONTENT'

const byKey: Readonly<Record<string, Suspicion>> = {
  OCProperties: 'OPTIONAL_CONTENT',
  OC: 'OPTIONAL_CONTENT',
  JS: 'JAVASCRIPT',
  JavaScript: 'JAVASCRIPT',
  AA: 'OPEN_ACTION',
  EF: 'EMBEDDED_FILE',
  EmbeddedFiles: 'EMBEDDED_FILE',
  XFA: 'XFA',
}
const drawn = new Set(['Catalog', 'Pages', 'Page', 'Annot', 'XObject', 'Font'])

/**
 * What is suspicious in the newest revision of a file that was not made here, each once and in order; empty for a plain
 * document. @throws PdfRefused when the file cannot be read strictly
 */
export function suspicionsIn(bytes: Uint8Array): readonly Suspicion[] {
  const revision = openPdf(bytes).revisions.at(-1)
  if (revision === undefined) return []
  const index = new ReferenceIndex(revision)
  const found = new Set<Suspicion>()
  if (hasOpenAction(revision)) found.add('OPEN_ACTION')
  for (const number of revision.numbers()) {
    const value = revision.object(number)?.value
    if (value === undefined) continue
    if (index.isReached(number)) note(value, found)
    else if (isContent(value)) found.add('UNREFERENCED_CONTENT')
  }
  return [...found].toSorted()
}

/** An action when the file is opened; going to a page of it is none. */
function hasOpenAction(revision: PdfRevision): boolean {
  const root = revision.resolve(revision.trailer.entries.get('Root'))
  const action = root?.kind === 'dictionary' ? revision.resolve(root.entries.get('OpenAction')) : undefined
  return action?.kind === 'dictionary' && nameOf(revision.resolve(action.entries.get('S'))) !== 'GoTo'
}

function note(value: PdfValue, found: Set<Suspicion>): void {
  if (value.kind === 'array') for (const item of value.items) note(item, found)
  const dictionary = dictionaryOf(value)
  if (dictionary === undefined) return
  for (const [key, entry] of dictionary.entries) {
    const suspicion = byKey[key]
    if (suspicion !== undefined && entry.kind !== 'null') found.add(suspicion)
    note(entry, found)
  }
}

/** True for what a later revision could show without bringing anything itself: pages, pictures, bare streams. */
function isContent(value: PdfValue): boolean {
  const dictionary = dictionaryOf(value)
  const type = nameOf(dictionary?.entries.get('Type'))
  return type === undefined ? value.kind === 'stream' : drawn.has(type)
}

const dictionaryOf = (value: PdfValue): PdfDictionary | undefined => {
  if (value.kind === 'stream') return value.dictionary
  return value.kind === 'dictionary' ? value : undefined
}
