import type { PdfDocument, PdfObject, PdfRevision } from './document.ts'
import { PdfRefused } from './refused.ts'
import { textOf } from './text.ts'
import { nameOf, type PdfDictionary, type PdfValue, wholeOf } from './value.ts'

/** A field of a form, with what it inherits from the fields above it (ISO 32000-2, 12.7.4). */
export interface FormField {
  /** All partial names from the root, with dots between. */
  readonly name: string
  /** `FT`, such as `Tx`, `Btn`, `Ch`, `Sig`; undefined when no field above says it either. */
  readonly type: string | undefined
  /** `V`, resolved; undefined when there is none or it is null. */
  readonly value: PdfValue | undefined
  /** `V` as it is written, which is a reference where it should be. */
  readonly valueEntry: PdfValue | undefined
  /** `Ff`; 0 when absent. */
  readonly flags: number
  readonly dictionary: PdfDictionary
  readonly object: PdfObject
  /** Itself when it is its own widget, otherwise its kids. */
  readonly widgets: readonly PdfObject[]
}

/** What a field hands down. */
interface Inherited {
  readonly names: readonly string[]
  readonly type: PdfValue | undefined
  readonly value: PdfValue | undefined
  readonly flags: PdfValue | undefined
}

const DEPTH_MAX = 32

/**
 * The fields that have no fields below them, in the order of the form, as one revision sees them.
 * @throws PdfRefused with `FORM` when a field stands twice in the tree, or is no indirect dictionary
 */
export function formFields(document: PdfDocument, revision: PdfRevision): readonly FormField[] {
  const root = revision.resolve(revision.trailer.entries.get('Root'))
  const form = root?.kind === 'dictionary' ? revision.resolve(root.entries.get('AcroForm')) : undefined
  const list = form?.kind === 'dictionary' ? revision.resolve(form.entries.get('Fields')) : undefined
  const walk = new FieldWalk(document, revision)
  for (const object of walk.objects(list)) walk.field(object, nothing, 0)
  return walk.found
}

const nothing: Inherited = { names: [], type: undefined, value: undefined, flags: undefined }

class FieldWalk {
  readonly found: FormField[] = []
  readonly #document: PdfDocument
  readonly #revision: PdfRevision
  readonly #seen = new Set<number>()

  constructor(document: PdfDocument, revision: PdfRevision) {
    this.#document = document
    this.#revision = revision
  }

  /** What an array of references leads to; what is free there is not there. */
  objects(list: PdfValue | undefined): readonly PdfObject[] {
    if (list === undefined || list.kind === 'null') return []
    if (list.kind !== 'array') throw new PdfRefused('FORM', list.start)
    const objects: PdfObject[] = []
    for (const item of list.items) {
      const object = item.kind === 'reference' ? this.#revision.object(item.number, item.generation) : undefined
      if (object !== undefined) objects.push(object)
      else if (item.kind !== 'reference' && item.kind !== 'null') throw new PdfRefused('FORM', item.start)
    }
    return objects
  }

  field(object: PdfObject, above: Inherited, depth: number): void {
    const dictionary = this.#visited(object, depth)
    const own = this.#inherited(dictionary, above)
    const kids = this.objects(this.#revision.resolve(dictionary.entries.get('Kids')))
    const fields = kids.filter(({ value }) => value.kind === 'dictionary' && value.entries.has('T'))
    for (const kid of fields) this.field(kid, own, depth + 1)
    if (fields.length > 0) return
    for (const kid of kids) this.#visited(kid, depth)
    this.found.push({
      name: own.names.join('.'),
      type: nameOf(this.#revision.resolve(own.type)),
      value: withoutNull(this.#revision.resolve(own.value)),
      valueEntry: own.value,
      flags: wholeOf(this.#revision.resolve(own.flags)) ?? 0,
      dictionary,
      object,
      widgets: kids.length > 0 ? kids : [object],
    })
  }

  #visited({ number, value }: PdfObject, depth: number): PdfDictionary {
    this.#document.spending.field()
    if (value.kind !== 'dictionary' || this.#seen.has(number)) throw new PdfRefused('FORM', value.start)
    if (depth > DEPTH_MAX) throw new PdfRefused('BUDGET', value.start)
    this.#seen.add(number)
    return value
  }

  #inherited({ entries }: PdfDictionary, above: Inherited): Inherited {
    const partial = this.#revision.resolve(entries.get('T'))
    return {
      names: partial?.kind === 'string' ? [...above.names, textOf(partial.bytes)] : above.names,
      type: entries.get('FT') ?? above.type,
      value: entries.get('V') ?? above.value,
      flags: entries.get('Ff') ?? above.flags,
    }
  }
}

const withoutNull = (value: PdfValue | undefined) => (value?.kind === 'null' ? undefined : value)
