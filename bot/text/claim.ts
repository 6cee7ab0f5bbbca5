import type { Case } from '../../core/case/case.ts'
import { asksCode, coolingUntil, isCooling, proofOf, untilMet, type Waiver } from '../../core/identity/proof.ts'
import type { Bilingual, Language } from './language.ts'
import { timeText } from './moment.ts'

/** Why there is no code. */
const waiverText: Readonly<Record<Waiver, Bilingual>> = {
  'no-mailbox': {
    id: 'email dinas belum aktif atau tidak bisa dibuka',
    en: 'office mail not active or cannot be opened',
  },
  newcomer: { id: 'pegawai baru atau baru pindah', en: 'new or just transferred' },
  later: { id: 'pemohon melanjutkan tanpa kode', en: 'went on without a code' },
}

export const claimText = {
  proved: { id: 'terbukti lewat kode email dinas', en: 'proved by a code to the office mail' },
  unproved: { id: 'IDENTITAS BELUM TERBUKTI', en: 'IDENTITY NOT PROVED' },
  provedRival: { id: 'terbukti', en: 'proved' },
  unprovedRival: { id: 'belum terbukti', en: 'not proved' },
  rivals: { id: 'Pengajuan lain atas nomor yang sama', en: 'Other requests about the same number' },
  elsewhere: { id: 'instansi lain', en: 'another agency' },
  ended: { id: 'sudah berakhir', en: 'ended' },
} as const satisfies Record<string, Bilingual>

const heldUntil: Readonly<Record<Language, (until: string) => string>> = {
  id: (until) => `obrolan baru menggantikan yang lama; tertahan sampai ${until}, kecuali setelah tatap muka`,
  en: (until) => `a new chat took the place of an older one; held until ${until} unless you meet the person`,
}

const heldUntilMet: Bilingual = {
  id: 'obrolan lain kini terikat pada orang ini; tertahan sampai tatap muka',
  en: 'another chat is tied to this person now; held until you meet the person',
}

/** What a code has shown of the requester, or that nothing has; undefined where a call or meeting says more. */
export function proofLine(c: Case, language: Language): string | undefined {
  const proof = proofOf(c)
  if (proof === 'code') return claimText.proved[language]
  if (proof !== 'none' || !asksCode(c)) return undefined
  return `${claimText.unproved[language]}${c.waived === null ? '' : ` (${waiverText[c.waived][language]})`}`
}

/** Until when nothing is let through because the chat is new to the person. */
export function coolingLine(c: Case, at: string, language: Language): string | undefined {
  const until = coolingUntil(c)
  if (until === null || !isCooling(c, at)) return undefined
  return until === untilMet ? heldUntilMet[language] : heldUntil[language](timeText(until, language))
}

/** A card has room for so many. */
const shownMax = 5

/** Other open cases about the same person, as one line. */
export function rivalsLine({ rivals }: Pick<Case, 'rivals'>, language: Language): string | undefined {
  if (rivals.length === 0) return undefined
  const list = rivals
    .slice(0, shownMax)
    .map(({ number, isProved }) => `${number} (${claimText[isProved ? 'provedRival' : 'unprovedRival'][language]})`)
  return `${claimText.rivals[language]}: ${list.join(', ')}${rivals.length > shownMax ? ', …' : ''}`
}
