// Runs in a process of its own, which the lab may kill: a picture is decoded where no key and no other case is.
import { type ReadImage, readImage } from './image.ts'
import type { Told } from './killable.ts'
import type { Refused } from './refused.ts'

/** A picture to be read. */
export interface ImageTask {
  readonly bytes: Uint8Array
  /** Of a type whose first page counts. */
  readonly isPaged: boolean
}

process.on('message', async ({ bytes, isPaged }: ImageTask) => {
  const answer = await readImage(bytes, isPaged)
  // A picture that was not what it seems may have done something to whoever read it.
  const told: Told<ReadImage | Refused> = { answer, isSpent: 'refused' in answer && answer.refused === 'CORRUPT' }
  process.send?.(told)
})
process.on('disconnect', () => process.exit())
