import type { Screen } from './screen.ts'
import { ahead, behind, numberAhead, numberBehind } from './screen-number.ts'
import { type Bare, bareOf, holds, placesOf } from './wording.ts'

/** Labels with their number behind them. */
const labels = [
  'detected threats',
  'threats detected',
  'number of detections',
  'infected items',
  'infected objects',
  'virus detected',
  'viruses detected',
  'ancaman terdeteksi',
  'jumlah deteksi',
  'jumlah ancaman',
  'virus terdeteksi',
  'item terinfeksi',
]
/** Said with a number or a "no" before them; without either they mean that there are some. */
const sayings = [
  'threats found',
  'threat found',
  'threats detected',
  'threat detected',
  'virus found',
  'viruses found',
  'infections found',
  'ancaman ditemukan',
  'virus ditemukan',
]
/** Wordings that mean nothing without a "no" before them. */
const headings = ['current threats', 'active threats', 'ancaman saat ini', 'ancaman aktif']
const clean = ['your system is clean', 'tidak ada ancaman', 'tidak ada virus', 'tidak ada deteksi']
/** A scan that is under way or was given up has counted nothing yet. */
const unfinished = [
  'in progress',
  'scanning in progress',
  'scan cancelled',
  'scan canceled',
  'scan stopped',
  'scan interrupted',
  'sedang berlangsung',
  'sedang memindai',
  'pemindaian dibatalkan',
  'pemindaian dihentikan',
]
const NO_THREATS = /(?:^|[^a-z])n[o0]\s+threats?(?![a-z])/i
const NO = /(?:^|[^a-z])n[o0]\s*$/i

/** What one place of a screen says of threats: a number, `some` without a number, or nothing. */
type Saying = number | 'some' | null

/**
 * How many threats a screen tells of. Everything that it says of them must agree: "0" beside "threats found" is as
 * unknown as no word at all, because a zero that is none costs the most (`evidence.md` §3).
 */
export function threatsOf({ rows }: Screen): number | null {
  const bare = rows.map(bareOf)
  if (bare.some((row) => unfinished.some((wording) => holds(row, wording)))) return null
  const said = new Set(bare.flatMap(sayingsIn).filter((one) => one !== null))
  if (said.size !== 1) return said.size === 2 && said.has('some') && !said.has(0) ? numberAmong(said) : null
  const [one] = said
  return typeof one === 'number' ? one : null
}

const numberAmong = (said: ReadonlySet<Saying>): number | null =>
  [...said].find((one) => typeof one === 'number') ?? null

function sayingsIn(row: Bare): readonly Saying[] {
  const read = (wordings: readonly string[], meaning: (before: string, rest: string) => Saying) =>
    wordings.flatMap((wording) => placesOf(row, wording).map((place) => meaning(ahead(row, place), behind(row, place))))
  return [
    ...read(labels, (before, rest) => numberBehind(rest) ?? denied(before) ?? numberAhead(before)),
    ...read(sayings, (before, rest) => denied(before) ?? numberAhead(before) ?? numberBehind(rest) ?? 'some'),
    ...read(headings, denied),
    ...(NO_THREATS.test(row.source) || clean.some((wording) => holds(row, wording)) ? [0] : []),
  ]
}

const denied = (before: string): 0 | null =>
  NO.test(before) || holds(bareOf(before.slice(-12)), 'tidak ada') ? 0 : null
