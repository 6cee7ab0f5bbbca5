import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import type { PdfValue } from '../pdf/value.ts'
import { type FieldNode, fieldNode } from './field-node.ts'

/** The form of a revision as a tree (ISO 32000-2 §12.7.3); without nodes when there is none. */
export interface Form {
  /** Every dictionary of it, each object once, parents before kids. */
  readonly nodes: readonly FieldNode[]
  readonly byNumber: ReadonlyMap<number, FieldNode>
  /** Of nodes that have one of their own. */
  readonly names: ReadonlySet<string>
  /** The objects that say what the form is. */
  readonly numbers: ReadonlySet<number>
}

/** In all revisions together: some hundred signatures of a long form. */
const nodesMax = 200_000
const depthMax = 50

/** The forms of all revisions; one that a revision left alone is the same object. @throws PdfRefused */
export function formsOf({ revisions }: PdfDocument): readonly Form[] {
  const forms: Form[] = []
  let count = 0
  for (const revision of revisions) {
    const before = forms.at(-1)
    if (before !== undefined && isLeftAlone(before, revision)) {
      forms.push(before)
      continue
    }
    const form = formIn(revision, nodesMax - count)
    count += form.nodes.length
    forms.push(form)
  }
  return forms
}

/** True when a revision writes nothing that says what a form is. */
function isLeftAlone({ numbers }: Form, { trailer, defines }: PdfRevision): boolean {
  const root = trailer.entries.get('Root')
  if (root?.kind !== 'reference' || !numbers.has(root.number)) return false
  for (const number of defines.keys()) if (numbers.has(number)) return false
  return true
}

/** Resolves within one revision, and notes whatever it came by. */
class Reading {
  readonly numbers = new Set<number>()
  readonly #revision: PdfRevision

  constructor(revision: PdfRevision) {
    this.#revision = revision
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    for (let at = value; at?.kind === 'reference'; at = this.#revision.object(at.number, at.generation)?.value) {
      if (this.numbers.has(at.number)) break
      this.numbers.add(at.number)
    }
    return this.#revision.resolve(value)
  }

  kids(value: PdfValue | undefined): readonly PdfValue[] {
    const kids = this.resolve(value)
    return kids?.kind === 'array' ? kids.items : []
  }
}

function formIn(revision: PdfRevision, nodesLeft: number): Form {
  const reading = new Reading(revision)
  const root = reading.resolve(revision.trailer.entries.get('Root'))
  if (root?.kind !== 'dictionary') throw new PdfRefused('TRAILER')
  const form = reading.resolve(root.entries.get('AcroForm'))
  const top = form?.kind === 'dictionary' ? reading.kids(form.entries.get('Fields')) : []
  const nodes = nodesBelow(reading, top, nodesLeft)
  const numbered = nodes.flatMap((node) => (node.number === undefined ? [] : [[node.number, node] as const]))
  const named = nodes.filter(({ hasOwnName }) => hasOwnName).map(({ name }) => name)
  return { nodes, byNumber: new Map(numbered), names: new Set(named), numbers: reading.numbers }
}

interface Waiting {
  readonly value: PdfValue
  readonly depth: number
  readonly parent: FieldNode | undefined
}

function nodesBelow(reading: Reading, top: readonly PdfValue[], nodesLeft: number): readonly FieldNode[] {
  const nodes: FieldNode[] = []
  const seen = new Set<number>()
  const waiting: Waiting[] = top.map((value) => ({ value, depth: 0, parent: undefined }))
  // What is found on the way is added behind.
  for (const { value, depth, parent } of waiting) {
    const number = value.kind === 'reference' ? value.number : undefined
    const dictionary = reading.resolve(value)
    if (dictionary?.kind !== 'dictionary' || (number !== undefined && seen.has(number))) continue
    if (number !== undefined) seen.add(number)
    const node = fieldNode(dictionary, number, parent, (entry) => reading.resolve(entry))
    nodes.push(node)
    if (depth > depthMax || nodes.length > nodesLeft) throw new PdfRefused('BUDGET')
    for (const kid of reading.kids(dictionary.entries.get('Kids')))
      waiting.push({ value: kid, depth: depth + 1, parent: node })
  }
  return nodes
}
