import type { Pair, Placed } from './claims.ts'
import type { Step } from './step.ts'

const nodesMax = 20_000
const levelsMax = 4

/**
 * Compares structure trees (ISO 32000-2 §14.7.2): a program that tags the widget of a new signature writes them anew. They
 * show nothing, but what they say is not compared either, so that is for people.
 */
export function compareStructures(step: Step, { before, after }: Pair): void {
  const places = [before, after].flatMap((root) => [root, ...placesIn(root)])
  if (places.some(({ number }) => step.touched.has(number) || step.added.has(number)))
    step.changes.push({ kind: 'unclear' })
}

/** The upper levels of both trees: of elements, and from numbers to parents. */
function placesIn(root: Placed): readonly Placed[] {
  const places: Placed[] = []
  let level = [root.child('K'), root.child('ParentTree'), root.child('IDTree')]
  for (let depth = 0; depth < levelsMax && places.length < nodesMax; depth++) {
    places.push(...level)
    level = level.flatMap((place) => [
      ...place.items(),
      ...['K', 'Kids', 'Nums'].flatMap((key) => childrenAt(place, key)),
    ])
  }
  return places
}

function childrenAt(place: Placed, key: string): readonly Placed[] {
  if (place.dictionary?.entries.has(key) !== true) return []
  const child = place.child(key)
  return [child, ...child.items()]
}
