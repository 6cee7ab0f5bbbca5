import { badRates, photoRates } from './door-rates.ts'
import type { Line } from './report.ts'

const megabyte = 1024 * 1024
const memoryMaxMb = 512
const lagMaxMs = 50
const slowMaxSeconds = 10

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const line = (bench: string, what: string, unit: string, runs: readonly number[]): Line => ({
  bench,
  what,
  store: '-',
  value: median(runs),
  unit,
  runs,
})

/** B11: letting a photo of 12 megapixels in, beside what the picture library alone takes for it. */
export async function photoLines(rounds: number): Promise<readonly Line[]> {
  const { rounds: rates, cpu, growth, peakBytes } = await photoRates(rounds)
  const ratio = (peer: 'asPreview' | 'asLarge') => rates.map((round) => round.whole / round[peer])
  const work = (peer: 'asPreview' | 'asLarge') => cpu.map((round) => round[peer] / round.whole)
  return [
    line(
      'B11',
      'photos of 12 MP let in, two at once',
      'photos/s',
      rates.map(({ whole }) => whole),
    ),
    { ...line('B11', 'let in ÷ decoded and encoded by sharp', '×', ratio('asLarge')), goal: 0.8 },
    line('B11', 'let in ÷ decoded, resized to 2560 px and encoded by sharp', '×', ratio('asPreview')),
    line('B11', 'the same by processor time, which other work disturbs less', '×', work('asLarge')),
    line('B11', 'the same, resized to 2560 px, by processor time', '×', work('asPreview')),
    { ...line('B11', 'memory with children, photos 51–100 ÷ 1–50', '×', [growth]), goal: 1.1, isMost: true },
    {
      ...line('B11', 'peak memory of the main process', 'MiB', [peakBytes / megabyte]),
      goal: memoryMaxMb,
      isMost: true,
    },
  ]
}

/** Everything bad that somebody may send, in one program. @throws Error when one is not answered as it should be */
export async function badLines(): Promise<readonly Line[]> {
  const { count, wrong, slowestMs, slowest, lagP99Ms, worst, peakBytes } = await badRates()
  if (wrong.length > 0) throw new Error(`not answered as they should be: ${wrong.join('; ')}`)
  const most = { isMost: true } as const
  return [
    line('door', 'bad and odd files, each answered by its code', 'files', [count]),
    { ...line('door', `slowest: ${slowest}`, 's', [slowestMs / 1000]), goal: slowMaxSeconds, ...most },
    {
      ...line('door', `p99 lag of the main loop during the worst: ${worst}`, 'ms', [lagP99Ms]),
      goal: lagMaxMs,
      ...most,
    },
    { ...line('door', 'peak memory of the main process', 'MiB', [peakBytes / megabyte]), goal: memoryMaxMb, ...most },
  ]
}
