import type { Case, Setback } from '../../core/case/case.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { QueueRole } from '../../core/ticket/queue.ts'
import type { Bilingual } from './language.ts'
import { setbackText } from './slack-card.ts'

type Back = Pick<Case, 'status' | 'procedure' | 'setbacks'>

/** What brought a case back to whoever had let it go, once its requester was told to take the last step. */
const newsOf = ({ setbacks }: Back): Exclude<Setback['kind'], 'returned'> | undefined => {
  const kind = setbacks.at(-1)?.kind
  return kind === 'returned' ? undefined : kind
}

/** What to do about it first; undefined where nothing came back. */
export function backStep(role: QueueRole, c: Back): Bilingual | undefined {
  const news = newsOf(c)
  if (news === undefined) return undefined
  if (role === 'verifier') return c.status === 'in-review' || c.status === 'submitted' ? setbackText[news] : undefined
  if (c.status !== 'with-contact-center') return undefined
  return procedureOf(c.procedure).sendsLink === true ? toSend[news] : toHelp
}

const toSend = {
  'link-expired': {
    id: 'Pemohon: tautannya kedaluwarsa. Di AMS: kirim tautan Reset Authenticator sekali lagi, lalu tekan Tautan reset terkirim.',
    en: 'The requester: the link has expired. In AMS: send the Reset Authenticator link once more, then press Reset link sent.',
  },
  trouble: {
    id: 'Pemohon masih terkendala; kalimatnya ada pada Kendala terakhir. Bantu dari AMS, kirim tautan baru bila perlu, lalu tekan Tautan reset terkirim.',
    en: 'The requester is still in trouble; see Last trouble. Help from AMS, send a new link if needed, then press Reset link sent.',
  },
} as const satisfies Record<string, Bilingual>

const toHelp: Bilingual = {
  id: 'Pemohon masih terkendala; kalimatnya ada pada Kendala terakhir. Bantu dari AMS, lalu catat hasilnya di sini.',
  en: 'The requester is still in trouble; see Last trouble. Help from AMS, then note the result here.',
}

/** What a setback is called by where nobody wrote a word about it. */
export const setbackName: Readonly<Record<Setback['kind'], Bilingual>> = {
  returned: { id: 'dikembalikan BSrE', en: 'returned by BSrE' },
  'link-expired': { id: 'tautan kedaluwarsa', en: 'the link has expired' },
  trouble: { id: 'pemohon terkendala', en: 'the requester is in trouble' },
}
