// Runs in a process of its own, which the lab may kill: reading text takes seconds and some 350 MB, and now and then hangs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import eng from '@tesseract.js-data/eng'
import ind from '@tesseract.js-data/ind'
import { createWorker, type Lang, OEM, PSM, type Worker } from 'tesseract.js'
import type { ReadKind } from '../evidence/facts.ts'
import { passwordFactsOf } from '../evidence/password-facts.ts'
import { isSelfEvident, type Reading } from '../evidence/reading.ts'
import { scanFactsOf } from '../evidence/scan-facts.ts'
import { type Piece, type Screen, screenOf } from '../evidence/screen.ts'
import type { Told } from './killable.ts'
import { forReading } from './ocr-picture.ts'

/** Pictures of one item of evidence, and what they may show: the kind that was asked for first. */
export interface OcrTask {
  readonly kinds: readonly [ReadKind, ...ReadKind[]]
  readonly pictures: readonly Uint8Array[]
}

/** What the pictures say of the first of those kinds that they show, of the first one when of none; or what went wrong. */
export type OcrReport = { readonly reading: Reading } | { readonly failed: string }

let reader: Promise<Worker> | undefined

async function report({ kinds, pictures }: OcrTask): Promise<OcrReport> {
  reader ??= startReader()
  const worker = await reader
  const plain = await read(worker, pictures, false)
  const [asked] = kinds
  if (factsOf[asked](plain).isWhole) return { reading: readingOf(asked, plain) }
  // A second look costs as much as the first one. What only one of them saw counts, what they see differently does not.
  const evened = await read(worker, pictures, true)
  const both = { cells: [...plain.cells, ...evened.cells], rows: [...plain.rows, ...evened.rows] }
  const readings = kinds.map((kind) => readingOf(kind, factsOf[kind](plain).isWhole ? plain : both))
  return { reading: readings.find(isSelfEvident) ?? readingOf(asked, both) }
}

// The facts are of that kind, which the compiler cannot follow.
const readingOf = (kind: ReadKind, screen: Screen) => ({ kind, facts: factsOf[kind](screen).facts }) as Reading

const factsOf = {
  'antivirus-scan': (screen: Screen) => {
    const facts = scanFactsOf(screen)
    const { product, scanMode, threats, scannedOn } = facts
    return { facts, isWhole: ![product, scanMode, threats, scannedOn].includes(null) }
  },
  'email-password-change': (screen: Screen) => {
    const facts = passwordFactsOf(screen)
    return { facts, isWhole: ![facts.address, facts.changedOn, facts.changed].includes(null) }
  },
}

// Languages come from packages and nothing is kept: the reader neither asks the network nor writes beside the program.
async function startReader(): Promise<Worker> {
  const loaded = [eng.code]
  // Its types forget that a language may be told by its code alone.
  const named = loaded as unknown as Lang[]
  const worker = await createWorker(named, OEM.LSTM_ONLY, { langPath: eng.langPath, cacheMethod: 'none' })
  // The reader loads languages of one folder only, and keeps this very list as what it has loaded already.
  const indonesian = gunzipSync(readFileSync(join(ind.langPath, `${ind.code}.traineddata.gz`)))
  await worker.FS('writeFile', [`${ind.code}.traineddata`, indonesian])
  loaded.push(ind.code)
  await worker.reinitialize(loaded.join('+'), OEM.LSTM_ONLY)
  // A screen is no page: pieces of text stand anywhere on it.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '150' })
  return worker
}

async function read(worker: Worker, pictures: readonly Uint8Array[], isEvened: boolean): Promise<Screen> {
  const screens: Screen[] = []
  for (const picture of pictures) screens.push(screenOf(await piecesOf(worker, await forReading(picture, isEvened))))
  return { cells: screens.flatMap(({ cells }) => cells), rows: screens.flatMap(({ rows }) => rows) }
}

async function piecesOf(worker: Worker, picture: Uint8Array): Promise<readonly Piece[]> {
  const { data } = await worker.recognize(Buffer.from(picture), {}, { text: false, blocks: true })
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
  return lines.map(({ text, bbox: { x0, y0, x1, y1 } }) => ({ text, left: x0, top: y0, right: x1, bottom: y1 }))
}

process.on('message', async (task: OcrTask) => {
  const answer = await report(task).catch((error): OcrReport => ({ failed: String(error) }))
  const told: Told<OcrReport> = { answer, isSpent: 'failed' in answer }
  process.send?.(told)
})
process.on('disconnect', () => process.exit())
