// Lets files in as the program does, in a process of its own, and tells what each cost its main loop.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import sharp from 'sharp'
import { previewPart } from '../../core/handling/evidence-files.ts'
import { admit } from '../../core/lab/admit.ts'
import { clamdAt } from '../../core/lab/clamd.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { diskEvidenceFiles } from '../../prisma/evidence-files.ts'
import type { Keys } from '../../prisma/sql/keys.ts'

/** Files to let in, so many at once, into a folder. */
export interface DoorTask {
  readonly paths: readonly string[]
  readonly atOnce: number
  readonly folder: string
  /** Where a malware scanner listens. */
  readonly scanner?: string
  /** Instead of all that: decode with sharp, and encode at the size of a preview or at its own. */
  readonly bare?: 'preview' | 'whole'
}

/** What one file cost. */
export interface Passage {
  readonly path: string
  /** `OK`, a code, or what was thrown. */
  readonly said: string
  readonly ms: number
  /** Of the main loop, while this file (and those beside it) was on its way. */
  readonly lagP99Ms: number
  readonly lagMaxMs: number
  readonly rssBytes: number
}

export interface DoorReport {
  readonly passages: readonly Passage[]
  readonly peakBytes: number
}

const caseId = '5f0e3d9c-0000-4000-8000-000000000001'
const sealer = createSealer(randomBytes(32))
const key = sealer.newKey('case')
// The keys of a database, without one.
const keys = {
  ensure: async () => {},
  sealBytes: (_: string, place: string, plain: Uint8Array) => sealer.seal(key, 'case', place, plain),
} as unknown as Keys

async function pass(path: string, { folder, scanner, bare }: DoorTask): Promise<string> {
  const bytes = await readFile(path)
  if (bare !== undefined) return barely(bytes, bare)
  const admitted = await admit(bytes, scanner === undefined ? undefined : clamdAt(scanner).scan)
  if ('refused' in admitted) return admitted.refused
  if ('unscanned' in admitted) return `SCAN_ERROR (${admitted.unscanned})`
  const files = diskEvidenceFiles(folder, keys, sealer, randomUUID)
  const { sha256, preview, thumbnail, remarks } = admitted
  await files.put(caseId, sha256, 'original', bytes)
  await files.put(caseId, sha256, 'thumbnail', thumbnail)
  for (const [n, page] of preview.entries()) await files.put(caseId, sha256, previewPart(n + 1), page)
  return remarks.length === 0 ? 'OK' : remarks.join(' ')
}

/** What the picture library alone takes for it. */
async function barely(bytes: Uint8Array, size: NonNullable<DoorTask['bare']>): Promise<string> {
  sharp.cache(false)
  sharp.concurrency(1)
  const input = sharp(bytes, { failOn: 'error' }).autoOrient()
  const fitted = size === 'whole' ? input : input.resize({ width: 2560, height: 2560, fit: 'inside' })
  await fitted.jpeg({ quality: 88 }).toBuffer()
  return 'OK'
}

async function measured(path: string, task: DoorTask): Promise<Passage> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  const said = await pass(path, task).catch((error: unknown) => `THROWN ${String(error)}`)
  const ms = performance.now() - startedAt
  delay.disable()
  return {
    path,
    said,
    ms,
    lagP99Ms: delay.percentile(99) / 1e6,
    lagMaxMs: delay.max / 1e6,
    rssBytes: process.memoryUsage.rss(),
  }
}

// Not `resourceUsage`: a forked process inherits the peak of the one that forked it.
function peakRss(): number {
  const [, kib = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kib) * 1024
}

process.on('message', async (task: DoorTask) => {
  const passages: Passage[] = []
  const left = [...task.paths]
  const walk = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) passages.push(await measured(path, task))
  }
  await Promise.all(Array.from({ length: task.atOnce }, walk))
  const report: DoorReport = { passages, peakBytes: peakRss() }
  process.send?.(report)
})
process.on('disconnect', () => process.exit())
