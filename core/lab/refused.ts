/** Why a file is not let in; fixed codes, each with a sentence for the sender (`evidence.md` §9, FAIL). */
export type DoorCode =
  | 'EMPTY'
  | 'TOO_BIG'
  | 'UNSUPPORTED_TYPE'
  | 'CORRUPT'
  | 'TOO_MANY_PIXELS'
  | 'MULTIPAGE'
  | 'ASPECT'
  | 'TOO_SMALL'
  | 'ENCRYPTED'
  | 'ACTIVE_CONTENT'
  | 'TOO_MANY_PAGES'
  | 'MALWARE'

/** A file that stays outside. */
export interface Refused {
  readonly refused: DoorCode
}
