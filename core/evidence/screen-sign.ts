import type { Screen } from './screen.ts'

// Readers put blanks around the hyphen, and take S for 5 and B for 8.
const CODE = /(?:^|[^a-z0-9])([b8][s5]r) ?[-–—] ?([a-z0-9]{6})(?![a-z0-9])/gi
const HOST =
  /(?:^|[^a-z0-9])((?:laptop|desktop|win|pc|nb|notebook|komputer|vm|ws) ?- ?[a-z0-9]{3,12}(?:-[a-z0-9]{2,12})*)(?![a-z0-9-])/gi
const NAMED =
  /(?:computer|komputer|device name|nama perangkat|nama komputer|host ?name) ?[:|]+ ?([a-z0-9]+(?: ?- ?[a-z0-9]+)*)/gi

/** The challenge codes that a screen shows, as they were read: one, or null. */
export const codeOf = (screen: Screen): string | null =>
  theUsual(everywhere(screen, CODE).map(([, , signs = '']) => `BSR-${signs.toUpperCase()}`))

/** The name of the device: behind its label, or else written the way systems name themselves. */
export const deviceOf = (screen: Screen): string | null =>
  theUsual(everywhere(screen, NAMED).map(nameIn)) ?? theUsual(everywhere(screen, HOST).map(nameIn))

const everywhere = ({ rows }: Screen, pattern: RegExp): readonly RegExpMatchArray[] =>
  rows.flatMap((row) => [...row.matchAll(pattern)])

const nameIn = ([, name = '']: RegExpMatchArray): string => name.replace(/\s/g, '').toUpperCase()

// Names and codes have no meaning to check them by: of several readings the one that was read most often counts.
function theUsual(found: readonly string[]): string | null {
  const counts = [...new Set(found)].map((one) => ({ one, count: found.filter((other) => other === one).length }))
  const most = Math.max(0, ...counts.map(({ count }) => count))
  const [usual, ...others] = counts.filter(({ count }) => count === most)
  return usual === undefined || others.length > 0 ? null : usual.one
}
