/**
 * Where a value's token stands: absolute byte offsets in the file, `end` behind its last byte. Within an object stream they
 * are offsets in the decoded stream; the object's `place` tells.
 */
interface Token {
  readonly start: number
  readonly end: number
}

export interface PdfNull extends Token {
  readonly kind: 'null'
}

export interface PdfBoolean extends Token {
  readonly kind: 'boolean'
  readonly value: boolean
}

/** `isInteger` when it is written without a point and fits 53 bits. */
export interface PdfNumber extends Token {
  readonly kind: 'number'
  readonly value: number
  readonly isInteger: boolean
}

/** `name` has its `#xx` resolved, one sign per byte (ISO 32000-2, 7.3.5). */
export interface PdfName extends Token {
  readonly kind: 'name'
  readonly name: string
}

/** `bytes` are unescaped and, but for a signature's `Contents` and what was never encrypted, decrypted (7.3.4, 7.6.2). */
export interface PdfString extends Token {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly isHex: boolean
}

export interface PdfArray extends Token {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}

/** Of a key that stands twice the first value is kept; `hasDuplicates` tells of two values of one key, of this dictionary alone. */
export interface PdfDictionary extends Token {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
  readonly hasDuplicates: boolean
}

export interface PdfReference extends Token {
  readonly kind: 'reference'
  readonly number: number
  readonly generation: number
}

/** Its encoded bytes are `dataStart..dataEnd` of the file; `number` and `generation` are its object's. */
export interface PdfStream extends Token {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  readonly dataStart: number
  readonly dataEnd: number
  readonly number: number
  readonly generation: number
}

export type PdfValue =
  | PdfNull
  | PdfBoolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfReference
  | PdfStream

/** An integer of a value that must be one: whole, not negative, exact. */
export function wholeOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'number' && value.isInteger && value.value >= 0 ? value.value : undefined
}

/** The name that a value is, if it is one. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'name' ? value.name : undefined
}
