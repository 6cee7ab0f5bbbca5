/** Text as it is compared: lower case without blanks, and where each sign stood in the text it was made of. */
export interface Bare {
  readonly text: string
  readonly at: readonly number[]
  readonly source: string
}

/** Where a wording stands in a bare text. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Readers of pictures lose blanks and make them up, so nothing is compared with them (`evidence.md` §3). */
export function bareOf(source: string): Bare {
  const signs: string[] = []
  const at: number[] = []
  let offset = 0
  for (const sign of source) {
    const plain = sign
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^!-~]/g, '')
    for (const one of plain) {
      signs.push(one)
      at.push(offset)
    }
    offset += sign.length
  }
  return { text: signs.join(''), at, source }
}

/** The letters and digits of a wording, the way a table writes it once and pictures show it in many ways. */
export const plainOf = (wording: string): string => bareOf(wording).text.replace(/[^a-z0-9]/g, '')

/** How many signs of a wording may be misread, lost or added: short words are too like each other for any. */
export const slipsFor = (wording: string): number => (wording.length < 6 ? 0 : wording.length < 13 ? 1 : 2)

/** Every place where a wording stands in a text, but for a few slips; signs that are no letters are read over. */
export function placesOf(bare: Bare, wording: string, slips = slipsFor(plainOf(wording))): readonly Place[] {
  const found: Place[] = []
  let from = 0
  for (;;) {
    const place = firstPlace(bare.text, plainOf(wording), slips, from)
    if (place === undefined) return found
    found.push(place)
    from = place.end
  }
}

/** True when a text holds a wording, but for a few slips. */
export const holds = (bare: Bare, wording: string, slips?: number): boolean => placesOf(bare, wording, slips).length > 0

/** The first of the places that end earliest, with the fewest slips (Sellers' algorithm). */
function firstPlace(text: string, wording: string, slips: number, from: number): Place | undefined {
  if (wording === '') return undefined
  let row = Array.from({ length: wording.length + 1 }, (_, n) => ({ cost: n, start: from }))
  let best: (Place & { readonly cost: number }) | undefined
  for (let n = from; n < text.length; n++) {
    const sign = text[n] ?? ''
    const isLetter = /[a-z0-9]/.test(sign)
    if (isLetter) row = nextRow(row, wording, sign, n)
    const last = row.at(-1)
    if (isLetter && last && last.cost <= slips && (best === undefined || last.cost < best.cost))
      best = { start: last.start, end: n + 1, cost: last.cost }
    // A better ending lies within as many signs as there may be slips.
    if (best !== undefined && (best.cost === 0 || n >= best.end + slips)) break
  }
  return best
}

interface Cell {
  readonly cost: number
  readonly start: number
}

function nextRow(above: readonly Cell[], wording: string, sign: string, n: number): Cell[] {
  const row: Cell[] = [{ cost: 0, start: n + 1 }]
  for (let m = 0; m < wording.length; m++) {
    const [diagonal, up, left] = [above[m], above[m + 1], row[m]]
    if (diagonal === undefined || up === undefined || left === undefined) break
    const start = m === 0 ? n : diagonal.start
    const changed = { cost: diagonal.cost + (wording[m] === sign ? 0 : 1), start }
    const added = { cost: up.cost + 1, start: up.start }
    const lost = { cost: left.cost + 1, start: left.start }
    row.push([changed, added, lost].reduce((one, other) => (other.cost < one.cost ? other : one)))
  }
  return row
}
