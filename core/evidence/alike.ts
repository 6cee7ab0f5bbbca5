import type { Reading } from './reading.ts'
import { type ReasonCode, reasonsFor } from './reason.ts'

/**
 * Why a file of another case may be the same one, the surest first: its bytes, Telegram's name for the upload, the result
 * that was read in it. `looks-alike` is no more than a candidate to compare by eye: two honest scans of one product look
 * alike to every picture hash (`evidence.md` §2).
 */
export const alikeGrounds = ['same-bytes', 'same-upload', 'same-result', 'looks-alike'] as const
export type AlikeGround = (typeof alikeGrounds)[number]

/** A file of another case that was sent and may be this one. */
export interface Alike {
  readonly caseId: string
  readonly number: string
  readonly fileId: string
  readonly ground: AlikeGround
  /** Sent by the same chat. */
  readonly isSameChat: boolean
}

/** Outlines of two pictures differ in so many of 256 bits at the most to be shown side by side (`evidence.md` §2). */
export const looksBitsMax = 32
/** Outlines older than so many days are not searched. */
export const looksDays = 180
/** Candidates that are shown for one file. */
export const alikeMax = 5

/** True when more than a likeness speaks for it. */
export const isReuse = ({ ground }: Pick<Alike, 'ground'>): boolean => ground !== 'looks-alike'

const reused: ReasonCode = 'R21'

/** True for proofs of one's own. A letter or decree may rightly be about many people at once. */
export const isCompared = (item: string): boolean => reasonsFor[item.split('.')[0] ?? '']?.includes(reused) === true

/** What makes the result of a scan one of a kind; null unless all of it was read. */
export function resultOf(reading: Reading | null | undefined): string | null {
  if (reading?.kind !== 'antivirus-scan') return null
  const { product, scannedOn, scannedAt, filesScanned } = reading.facts
  const parts = [product, scannedOn, scannedAt, filesScanned]
  return parts.every((part) => part !== null) ? parts.join('|') : null
}

/** In how many bits two outlines of 64 hexadecimal digits differ. */
export function bitsApart(a: string, b: string): number {
  let count = 0
  for (let at = 0; at < a.length; at += 8)
    for (let left = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16); left !== 0; )
      [left, count] = [left & (left - 1), count + 1]
  return count
}
