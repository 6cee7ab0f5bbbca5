import type { Snooze } from '../../core/case/case.ts'
import type { Span } from '../../core/case/snooze.ts'
import type { cannedReplies } from './canned.ts'
import { snoozeWhy, spanName } from './desk-teamwork.ts'
import type { Bilingual } from './language.ts'

/** One step of a macro; what it says to the requester is a canned reply. */
export type MacroStep =
  | { readonly does: 'take' | 'put-back' }
  | { readonly does: 'reply'; readonly canned: keyof typeof cannedReplies }
  | { readonly does: 'snooze'; readonly span: Span; readonly why: Snooze['why'] }

/** Several steps by one press, all of them or none; none of them decides a case. */
export interface Macro {
  readonly title: Bilingual
  readonly steps: readonly MacroStep[]
}

/** The house's own macros, for agents. */
export const macros = {
  forwarded: {
    title: { id: 'Diteruskan ke BSrE, tunggu sehari', en: 'Passed on to BSrE, wait for a day' },
    steps: [{ does: 'take' }, { does: 'reply', canned: 'forwarded' }, { does: 'snooze', span: 'day', why: 'bsre' }],
  },
  outage: {
    title: { id: 'Gangguan di BSrE, tunggu sejam', en: 'An outage at BSrE, wait for an hour' },
    steps: [{ does: 'take' }, { does: 'reply', canned: 'outage' }, { does: 'snooze', span: 'hour', why: 'bsre' }],
  },
  acknowledged: {
    title: { id: 'Kabari sudah diterima, kembalikan ke antrean', en: 'Say that we have it, put it back' },
    steps: [{ does: 'take' }, { does: 'reply', canned: 'received' }, { does: 'put-back' }],
  },
} as const satisfies Record<string, Macro>

export type MacroName = keyof typeof macros
export const isMacroName = (name: string): name is MacroName => Object.hasOwn(macros, name)

export const macroText = {
  choose: { id: 'Makro', en: 'Macro' },
  try: { id: 'Coba dulu', en: 'Try it out' },
  trial: { id: 'Inilah yang akan terjadi (belum dijalankan)', en: 'This is what would happen (nothing is done yet)' },
  run: { id: 'Jalankan semuanya', en: 'Do all of it' },
  fine: { id: 'dapat dijalankan', en: 'can be done' },
  notReached: { id: 'tidak akan dijalankan', en: 'would not be done' },
  take: { id: 'Ambil pengajuan', en: 'Take the case' },
  'put-back': { id: 'Kembalikan ke antrean', en: 'Put it back into the queue' },
  reply: { id: 'Balas pemohon', en: 'Reply to the requester' },
  snooze: { id: 'Tunda', en: 'Snooze' },
} as const satisfies Record<string, Bilingual>

/** What was just done. */
export const macroDone = {
  trial: { id: 'Belum dijalankan: periksa langkah-langkahnya.', en: 'Nothing is done yet: look at its steps.' },
  macro: { id: 'Semua langkah makro dijalankan.', en: 'All steps of the macro are done.' },
} as const satisfies Record<string, Bilingual>

/** A step in words. */
export function stepWords(step: MacroStep): Bilingual {
  const name = macroText[step.does]
  if (step.does !== 'snooze') return name
  const [span, why] = [spanName[step.span], snoozeWhy[step.why]]
  return { id: `${name.id} ${span.id}, ${why.id}`, en: `${name.en} for ${span.en}: ${why.en}` }
}
