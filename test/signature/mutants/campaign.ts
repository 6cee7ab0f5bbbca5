import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../../core/lab/signature/verify-pdf.ts'
import type { PdfSignatureReport } from '../../../core/signature/report.ts'
import { Chance } from '../../long/chance.ts'
import type { Base } from './base.ts'
import { type Manipulation, manipulations } from './table.ts'

/** A mutant that was not judged as it must be. */
export interface Finding {
  readonly base: string
  readonly manipulation: string
  readonly seed: number
  readonly said: string
}

export interface Campaign {
  readonly mutants: number
  /** Mutants by verdict. */
  readonly verdicts: ReadonlyMap<string, number>
  readonly findings: readonly Finding[]
  readonly slowestMs: number
  readonly slowest: string
  readonly skipped: ReadonlySet<string>
}

/** The verdict on a file, its base's roots as anchors. */
export const verdictOn = ({ anchors, at }: Pick<Base, 'anchors' | 'at'>, file: Uint8Array): PdfSignatureReport =>
  verifyPdf(file, { anchors: anchorsOf(anchors), crls: [], at })

/** One mutant; the same for the same file and seed. @returns undefined where the file has nothing to work on */
export const mutantOf = ({ pdf, insider }: Base, { operator }: Manipulation, seed: number): Uint8Array | undefined =>
  operator(pdf, new Chance(seed), insider)

/** What a signature says besides its verdict: who signed, how, and when. */
const said = ({ signatures }: PdfSignatureReport): string =>
  JSON.stringify(signatures.map(({ signer, time, signedBytes }) => [signer?.certSha256, time.value, signedBytes]))

/** Judges so many mutants of a file, every manipulation in turn. */
export function manipulate(base: Base, count: number, seed: number, clock: () => number = () => 0): Campaign {
  const [verdicts, skipped] = [new Map<string, number>(), new Set<string>()]
  const findings: Finding[] = []
  const report = verdictOn(base, base.pdf.bytes)
  // Nothing is proven by the refusal of files that were refused before.
  if (report.verdict !== 'VALID') throw new Error(`${base.name} is ${report.verdict}: ${report.reasons.join(' ')}`)
  const truth = said(report)
  let [mutants, slowestMs, slowest] = [0, 0, '']
  for (let n = 0; mutants < count && n < count * 20; n += 1) {
    const one = manipulations[(seed + n) % manipulations.length]!
    const manipulation = `${one.kind}: ${one.name}`
    const file = mutantOf(base, one, seed + n)
    if (file === undefined || Buffer.compare(file, base.pdf.bytes) === 0) {
      skipped.add(manipulation)
      continue
    }
    mutants += 1
    const startedAt = clock()
    const { verdict, wrong } = judged(base, one, file, truth)
    const ms = clock() - startedAt
    if (ms > slowestMs) [slowestMs, slowest] = [ms, `${base.name}, ${manipulation}, ${seed + n}`]
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    if (wrong !== undefined) findings.push({ base: base.name, manipulation, seed: seed + n, said: wrong })
  }
  return { mutants, verdicts, findings, slowestMs, slowest, skipped }
}

function judged(base: Base, { mayKeepValid }: Manipulation, file: Uint8Array, truth: string) {
  try {
    const report = verdictOn(base, file)
    const isFooled = report.verdict === 'VALID' && !(mayKeepValid && said(report) === truth)
    return { verdict: report.verdict, wrong: isFooled ? `VALID ${report.reasons.join(' ')}` : undefined }
  } catch (error) {
    return { verdict: 'thrown', wrong: `${error}` }
  }
}
