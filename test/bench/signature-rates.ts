import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../folder.ts'
import { type Base, signedForm } from '../signature/mutants/base.ts'
import { verdictOn } from '../signature/mutants/campaign.ts'
import { streamOf } from '../signature/mutants/document.ts'
import { signedUpdate } from '../signature/mutants/signing.ts'
import type { Line } from './report.ts'

const megabyte = 1024 * 1024
const pictureBytes = 256 * 1024
const sizesMb = [1, 20] as const
const signers = [1, 2] as const

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const line = (what: string, unit: string, runs: readonly number[]): Line => ({
  bench: 'B12',
  what,
  store: '-',
  value: median(runs),
  unit,
  runs,
})

/** What fills a document besides its form: pictures, or small objects by the thousand. */
const fillings: Readonly<Record<string, (bytes: number) => Readonly<Record<number, string>>>> = {
  pictures: (bytes) =>
    numbered(Math.round(bytes / pictureBytes), () => streamOf(randomBytes(pictureBytes).toString('latin1'))),
  'small objects': (bytes) =>
    numbered(Math.round(bytes / 1_000), (n) => streamOf('0 0 m 9 9 l S '.repeat(65), `/Type /XObject /Nomor ${n}`)),
}

/** Objects that the second page draws with. */
function numbered(count: number, object: (n: number) => string): Readonly<Record<number, string>> {
  const all = Array.from({ length: count }, (_, n) => [14 + n, object(n)] as const)
  const names = all.map(([number]) => `/X${number} ${number} 0 R`).join(' ')
  return {
    9: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 13 0 R >>',
    13: `<< /XObject << ${names} >> >>`,
    ...Object.fromEntries(all),
  }
}

/** B12: our verdict on a signed file in process, and `pdfsig` on the same file, in turn. */
export function signatureLines(rounds: number): readonly Line[] {
  if (spawnSync('pdfsig', ['-v']).error !== undefined) {
    process.stderr.write('SKIPPED: no pdfsig on this machine (poppler-utils).\n')
    return []
  }
  const folder = temporaryFolder('signatures')
  const all = sizesMb.flatMap((size) => Object.keys(fillings).map((filling) => [size, filling] as const))
  return all.flatMap(([size, filling]) =>
    signers.flatMap((count) => {
      const what = `${size} MB of ${filling}, ${count === 1 ? 'one signature' : 'two signatures'}`
      const file = signedFile(fillings[filling]?.(size * megabyte) ?? {}, count)
      const path = join(folder, `${what}.pdf`)
      writeFileSync(path, file.bytes)
      const spans = Array.from({ length: rounds + 2 }, () => ({ ours: ownMs(file), peer: peerMs(path, count) }))
      // The first rounds warm the compilers and the disk.
      const counted = spans.slice(2)
      const ratios = counted.map(({ ours, peer }) => peer / ours)
      return [
        line(
          `verdict on ${what}`,
          'ms',
          counted.map(({ ours }) => ours),
        ),
        { ...line(`as fast as pdfsig, ${what}`, '×', ratios), floor: 1, goal: 2 },
      ]
    }),
  )
}

interface SignedFile extends Pick<Base, 'anchors' | 'at'> {
  readonly bytes: Buffer
}

/** Signed once or twice; nothing of how it was made is kept in memory. */
function signedFile(objects: Readonly<Record<number, string>>, count: 1 | 2): SignedFile {
  const { pdf, insider, anchors, at } = signedForm(objects)
  const bytes = count === 1 ? pdf.bytes : signedUpdate(pdf, insider)
  if (bytes === undefined) throw new Error('the form takes no second signature')
  return { bytes, anchors, at }
}

function ownMs(file: SignedFile): number {
  const startedAt = performance.now()
  const { verdict, reasons } = verdictOn(file, file.bytes)
  const ms = performance.now() - startedAt
  if (verdict !== 'VALID') throw new Error(`${verdict}: ${reasons.join(' ')}`)
  return ms
}

/** Wall time of the whole process; who issued the certificate is left out, as pdfsig knows no anchors here. */
function peerMs(path: string, count: number): number {
  const startedAt = performance.now()
  const { stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
  const ms = performance.now() - startedAt
  if (stdout.match(/Signature is Valid/g)?.length !== count) throw new Error(`pdfsig said: ${stdout}`)
  return ms
}
