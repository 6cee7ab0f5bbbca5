import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import { temporaryFolder } from '../folder.ts'
import { badPdfs, otherFiles, pdfBombs } from '../lab/bad-others.ts'
import { type BadFile, badPictures, jpeg, oddPictures, unreadablePictures } from '../lab/bad-pictures.ts'
import { textPicture } from '../lab/sample-images.ts'
import { scannedPdf } from '../lab/sample-pdfs.ts'
import type { DoorReport, DoorTask } from './door-worker.ts'

const photosAtOnce = 2
const differentPhotos = 8

/** A process that lets files in, the folder that it writes to, and what it and its children hold in memory. */
class Door {
  readonly folder = temporaryFolder('door')
  readonly #child: ChildProcess = fork(new URL('./door-worker.ts', import.meta.url), [], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })

  /** Lets files in. @returns what it told, and in how many seconds */
  async pass(
    paths: readonly string[],
    atOnce: number,
    bare?: DoorTask['bare'],
  ): Promise<DoorReport & { seconds: number }> {
    const task: DoorTask = { paths, atOnce, folder: join(this.folder, 'sealed'), ...(bare !== undefined && { bare }) }
    const startedAt = performance.now()
    this.#child.send(task)
    const [report]: DoorReport[] = await once(this.#child, 'message')
    if (report === undefined) throw new Error('the door told nothing')
    return { ...report, seconds: (performance.now() - startedAt) / 1000 }
  }

  /** Resident memory of the process and of all that it started, in bytes. */
  memory(): number {
    const own = this.#child.pid ?? 0
    const mine = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && (Number(pid) === own || parentOf(pid) === own),
    )
    return mine.reduce((sum, pid) => sum + residentOf(pid), 0)
  }

  /** Seconds of processor time that the process and all that it started have taken so far. */
  cpuSeconds(): number {
    const own = this.#child.pid ?? 0
    const pids = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid))
    const mine = pids.filter((pid) => Number(pid) === own || parentOf(pid) === own)
    return mine.reduce((sum, pid) => sum + cpuOf(pid), 0)
  }

  close(): void {
    this.#child.kill('SIGKILL')
  }
}

const statusOf = (pid: string, name: string): number => {
  try {
    const [, value = '0'] =
      new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(value)
  } catch {
    // It ended meanwhile.
    return 0
  }
}
/** Of the process and of its children that are over (proc(5): utime, stime, cutime, cstime; a hundredth of a second each). */
function cpuOf(pid: string): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
  } catch {
    return 0
  }
}
const parentOf = (pid: string) => statusOf(pid, 'PPid')
const residentOf = (pid: string) => statusOf(pid, 'VmRSS') * 1024

/** Photos of 12 megapixels with writing and grain, as a telephone makes them. */
async function photosIn(folder: string): Promise<readonly string[]> {
  const [width, height] = [4000, 3000]
  const page = await textPicture({ width, height }).png({ compressionLevel: 1 }).toBuffer()
  const paths: string[] = []
  for (let n = 0; n < differentPhotos; n += 1) {
    const noise = { type: 'gaussian', mean: 128, sigma: 12 + n } as const
    const grain = sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    const photo = sharp(page).composite([
      { input: await grain.png({ compressionLevel: 1 }).toBuffer(), blend: 'soft-light' },
    ])
    paths.push(join(folder, `${n}.jpg`))
    writeFileSync(paths[n] ?? '', await photo.blur(0.8).jpeg({ quality: 88 }).toBuffer())
  }
  return paths
}

/** All of it; decoded and encoded as a preview; decoded and encoded as large as they are. */
type Way = 'whole' | 'asPreview' | 'asLarge'
const ways = { whole: undefined, asPreview: 'preview', asLarge: 'whole' } as const

/** What letting photos in costs, beside what the picture library alone takes for them. */
export interface PhotoRates {
  /** Photos a second. */
  readonly rounds: readonly Readonly<Record<Way, number>>[]
  /** Seconds of processor time for one photo, by the same. */
  readonly cpu: readonly Readonly<Record<Way, number>>[]
  /** Most memory during the second half of a hundred photos, as a multiple of the first half. */
  readonly growth: number
  /** Of the main process, in bytes. */
  readonly peakBytes: number
}

/** B11, and a hundred photos one after another. */
export async function photoRates(rounds: number): Promise<PhotoRates> {
  const door = new Door()
  try {
    const photos = await photosIn(door.folder)
    const run = async (way: Way) => {
      const before = door.cpuSeconds()
      const { seconds } = await door.pass(photos, photosAtOnce, ways[way])
      return { rate: photos.length / seconds, cpu: (door.cpuSeconds() - before) / photos.length }
    }
    await run('whole')
    const all: Record<Way, Awaited<ReturnType<typeof run>>>[] = []
    for (let round = 0; round < rounds; round += 1)
      all.push({ whole: await run('whole'), asPreview: await run('asPreview'), asLarge: await run('asLarge') })
    const each = (what: 'rate' | 'cpu') =>
      all.map(({ whole, asPreview, asLarge }) => ({
        whole: whole[what],
        asPreview: asPreview[what],
        asLarge: asLarge[what],
      }))
    return { rounds: each('rate'), cpu: each('cpu'), ...(await aHundred(photos)) }
  } finally {
    door.close()
  }
}

const halfHundred = 50
const lookEveryMs = 50

async function aHundred(photos: readonly string[]): Promise<Pick<PhotoRates, 'growth' | 'peakBytes'>> {
  const door = new Door()
  const half = Array.from({ length: halfHundred }, (_, n) => photos[n % photos.length] ?? '')
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, door.memory())
  }, lookEveryMs)
  try {
    await door.pass(half, photosAtOnce)
    const first = most
    most = 0
    const { peakBytes } = await door.pass(half, photosAtOnce)
    return { growth: most / first, peakBytes }
  } finally {
    clearInterval(look)
    door.close()
  }
}

/** Everything bad of `test/lab`, let in by one program. */
export interface BadRates {
  readonly count: number
  /** Which were not told what they should be. */
  readonly wrong: readonly string[]
  readonly slowestMs: number
  readonly slowest: string
  /** The highest 99th percentile of the main loop's lag during any one of them. */
  readonly lagP99Ms: number
  readonly worst: string
  readonly peakBytes: number
}

const catalogue: readonly BadFile[] = [
  ...oddPictures,
  ...unreadablePictures,
  ...badPictures,
  ...badPdfs,
  ...otherFiles,
  ...pdfBombs,
  ['a JPEG of nearly 20 MB', 'OK', () => Buffer.concat([jpeg, randomBytes(fileSizeMaxBytes - jpeg.length)])],
  ['a PDF of nearly 20 MB', 'OK', async () => scannedPdf(Buffer.concat([jpeg, randomBytes(19_900_000)]))],
  ['a JPEG of 49 megapixels', 'OK', () => textPicture({ width: 8000, height: 6125 }).jpeg().toBuffer()],
]
/** A percentile of a few samples says nothing: what is over sooner is judged by what came with it. */
const longEnoughMs = 100

export async function badRates(): Promise<BadRates> {
  const door = new Door()
  try {
    const files = join(door.folder, 'bad')
    mkdirSync(files)
    const paths = catalogue.map((_, n) => join(files, `${n}`))
    for (const [n, [, , make]] of catalogue.entries()) writeFileSync(paths[n] ?? '', await make())
    const { passages, peakBytes } = await door.pass(paths, 1)
    const what = (path: string) => catalogue[paths.indexOf(path)] ?? ['', '']
    const wrong = passages.filter(({ path, said }) => said !== what(path)[1])
    const [slowest] = passages.toSorted((a, b) => b.ms - a.ms)
    const [worst] = passages.filter(({ ms }) => ms >= longEnoughMs).toSorted((a, b) => b.lagP99Ms - a.lagP99Ms)
    if (slowest === undefined || worst === undefined) throw new Error('nothing was let in')
    return {
      count: passages.length,
      wrong: wrong.map(({ path, said }) => `${what(path)[0]}: ${said}`),
      slowestMs: slowest.ms,
      slowest: what(slowest.path)[0],
      lagP99Ms: worst.lagP99Ms,
      worst: what(worst.path)[0],
      peakBytes,
    }
  } finally {
    door.close()
  }
}
