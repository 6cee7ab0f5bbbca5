import type { PasswordFacts } from './facts.ts'
import type { Screen } from './screen.ts'
import { dayOf } from './screen-day.ts'
import { isIndonesian } from './screen-language.ts'
import { theOnly } from './screen-number.ts'
import { bareOf, holds } from './wording.ts'

const ADDRESS = /[a-z0-9](?:[a-z0-9._%+-]|\. )*[a-z0-9]? ?@ ?[a-z0-9-]+(?: ?\. ?[a-z0-9-]+)+/gi
/** A reader that loses a point leaves half of the address: what stands before it must be a word that may. */
const KNOWN_AHEAD =
  /(?:^|[^a-z0-9.,_%+\s-]|(?:^|[^a-z])(?:for|of|account|e-?mail|user|zimbra|google|untuk|akun|surel|pengguna|alamat))\s*$/i
/** Only forms that say that it is done: "Change password" and "Ubah kata sandi" head the page where it is not yet. */
const DONE = /changed|has been updated|has been reset|diubah|diganti|diperbarui|berubah|terganti/
const UNDONE =
  /\bnot\b|n't\b|\bnever\b|\bfail|cannot|unable|\bmust\b|should|\bwill\b|when|\bif\b|gagal|belum|tidak|harus|perlu|akan|jika|setelah|sebelum/i

/** What the screen of a changed mail password says; null is what it does not say, or not twice the same. */
export function passwordFactsOf(screen: Screen): PasswordFacts {
  const changed = screen.rows.some(saysChanged) ? true : null
  const day = dayOf(screen, null, isIndonesian(screen))
  return {
    address: addressOf(screen),
    changedOn: day?.day ?? null,
    changedOnOtherwise: day?.otherwise ?? null,
    changed,
  }
}

function saysChanged(row: string): boolean {
  const bare = bareOf(row)
  const isAbout = holds(bare, 'password') || holds(bare, 'kata sandi') || holds(bare, 'sandi', 0)
  return isAbout && DONE.test(bare.text) && !UNDONE.test(row)
}

const addressOf = ({ rows }: Screen): string | null =>
  theOnly(
    rows
      .flatMap((row) => [...row.matchAll(ADDRESS)])
      .filter(({ index, input }) => KNOWN_AHEAD.test(input.slice(0, index)))
      .map(([text]) => text.replace(/\s/g, '').toLowerCase()),
  )
