import type { PdfDocument } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'
import { nameOf, type PdfDictionary, type PdfValue } from '../pdf/value.ts'
import { childOf, type Pair, type Placed } from './claims.ts'
import { isSameValue } from './same-value.ts'
import type { Step } from './step.ts'

const lists = ['Certs', 'CRLs', 'OCSPs']
const listsOfOne = ['Cert', 'CRL', 'OCSP']

/**
 * Compares document security stores (ISO 32000-2 §12.8.4.3): lists of streams, and for each signature another three.
 * They may gain and lose as they like, but hold nothing else.
 */
export function compareStores(step: Step, { before, after }: Pair): void {
  const sizeBefore = before.value && storeSize(before)
  const sizeAfter = after.value && storeSize(after)
  if (sizeAfter === undefined && after.value !== undefined) step.changes.push({ kind: 'modified' })
  else if (sizeBefore !== sizeAfter || isTouched(step, { before, after })) step.changes.push({ kind: 'stored' })
}

/** How many streams a store holds, having claimed what leads to them; undefined when it is none. */
function storeSize(store: Placed): number | undefined {
  if (!store.keys.every((key) => ['Type', 'VRI', ...lists].includes(key))) return undefined
  const vri = store.child('VRI')
  const ones = vri.keys.filter((key) => key !== 'Type').map((key) => sizeOfOne(vri.child(key)))
  return sum([...lists.map((key) => listSize(store.child(key))), ...ones, vri.keys.length])
}

function sizeOfOne(one: Placed): number | undefined {
  if (!one.keys.every((key) => ['Type', 'TU', 'TS', ...listsOfOne].includes(key))) return undefined
  return sum([...listsOfOne.map((key) => listSize(one.child(key))), one.keys.length])
}

function listSize({ value }: Placed): number | undefined {
  if (value === undefined) return 0
  return value.kind === 'array' && value.items.every(({ kind }) => kind === 'reference')
    ? value.items.length
    : undefined
}

const sum = (sizes: readonly (number | undefined)[]): number | undefined =>
  sizes.reduce<number | undefined>((all, size) => (all === undefined || size === undefined ? undefined : all + size), 0)

function isTouched({ document, touched }: Step, pair: Pair): boolean {
  const { before, after } = pair
  const vri = childOf(pair, 'VRI')
  const holders = [
    after,
    ...lists.map((key) => after.child(key)),
    vri.after,
    ...vri.after.keys.map((key) => vri.after.child(key)),
  ]
  return holders.some(({ number }) => touched.has(number)) || !isSameValue(document.bytes, before.value, after.value)
}

/** What the last revision's store holds, each stream once, as DER. */
export interface StoreContents {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

const itemsMax = 2_000

/** Reads the store of the newest revision; what of it cannot be unpacked is not there. @throws PdfRefused */
export function storeOf(document: PdfDocument): StoreContents {
  const revision = document.revisions.at(-1)
  const inside = (holder: PdfDictionary | undefined, key: string) =>
    dictionaryOf(revision?.resolve(holder?.entries.get(key)))
  const store = inside(inside(revision?.trailer, 'Root'), 'DSS')
  const vri = inside(store, 'VRI')
  const ones = [...(vri?.entries.keys() ?? [])].map((key) => inside(vri, key))
  const read = (key: string, keyOfOne: string) => {
    const arrays = [store?.entries.get(key), ...ones.map((one) => one?.entries.get(keyOfOne))]
    const items = arrays.flatMap((array) => itemsOf(revision?.resolve(array)))
    const streams = new Set(items.slice(0, itemsMax).map((item) => revision?.resolve(item)))
    return [...streams].flatMap((stream) => unpacked(document, stream))
  }
  return { certificates: read('Certs', 'Cert'), crls: read('CRLs', 'CRL'), ocsps: read('OCSPs', 'OCSP') }
}

const dictionaryOf = (value: PdfValue | undefined): PdfDictionary | undefined =>
  value?.kind === 'dictionary' ? value : undefined

const itemsOf = (value: PdfValue | undefined): readonly PdfValue[] => (value?.kind === 'array' ? value.items : [])

function unpacked(document: PdfDocument, stream: PdfValue | undefined): readonly Uint8Array[] {
  if (stream?.kind !== 'stream' || nameOf(stream.dictionary.entries.get('Type')) === 'XRef') return []
  try {
    return [document.decode(stream)]
  } catch (error) {
    if (error instanceof PdfRefused && error.code !== 'BUDGET') return []
    throw error
  }
}
