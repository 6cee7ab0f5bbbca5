/**
 * True when what was read of a picture is the code of the case, but for one sign that was misread, lost or added
 * (`evidence.md` §3: six codes of seven are read exactly from a screenshot, two of three from a photo).
 */
export function matchesChallenge(read: string, expected: string): boolean {
  return editDistance(bare(read), bare(expected)) <= 1
}

const bare = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^BSR/, '')

/** How many signs must be changed, added or removed to make one text of the other. */
export function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (const [n, sign] of [...one].entries()) {
    const row = [n + 1]
    for (const [m, otherSign] of [...other].entries())
      row.push(Math.min((row[m] ?? 0) + 1, (above[m + 1] ?? 0) + 1, (above[m] ?? 0) + (sign === otherSign ? 0 : 1)))
    above = row
  }
  return above.at(-1) ?? 0
}
