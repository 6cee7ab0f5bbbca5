import type { ArrivingMail, KeptMail, MailEnd, MailStore } from '../../core/handling/mail-store.ts'
import type { State } from './state.ts'

/** A mail with what became of it. */
export interface MailRow {
  readonly id: string
  readonly place: string
  readonly likeness: string
  readonly at: string
  mail: ArrivingMail | undefined
  end: MailEnd | undefined
}

export function memoryMails({ mails }: State): MailStore {
  const stateOf = ({ end }: MailRow) => end?.state ?? 'new'
  const kept = (row: MailRow): KeptMail | undefined =>
    row.mail && {
      id: row.id,
      at: row.at,
      state: stateOf(row),
      content: row.mail.content,
      sizes: row.mail.files.map(({ length }) => length),
    }
  const inState = (state: string) =>
    [...mails.values()].filter((row) => stateOf(row) === state).toSorted((a, b) => a.at.localeCompare(b.at))
  return {
    tokenOf: (caseId) => `token-${caseId.replace(/[^\w-]/g, '')}`.padEnd(22, '0').slice(-22),
    async receive(mail) {
      const { id, place, likeness, at } = mail
      const isKnown = [...mails.values()].some((row) => row.place === place || row.likeness === likeness)
      if (!isKnown) mails.set(id, { id, place, likeness, at, mail, end: undefined })
      return !isKnown
    },
    async mailsIn(state, limit) {
      return inState(state)
        .slice(0, limit)
        .flatMap((row) => kept(row) ?? [])
    },
    countMails: async (state, most) => Math.min(most, inState(state).length),
    async mailById(id) {
      const row = mails.get(id)
      return row && kept(row)
    },
    filesOfMail: async (id) => mails.get(id)?.mail?.files ?? [],
    async endMail(id, end) {
      const row = mails.get(id)
      if (row === undefined || row.mail === undefined || row.end?.state === end.state) return false
      row.end = end
      if (end.state !== 'tray') row.mail = undefined
      return true
    },
    async sweepMails(contentBefore, markBefore) {
      const over = [...mails.values()].filter((row) => row.mail !== undefined && row.at < contentBefore)
      for (const row of over) {
        row.mail = undefined
        row.end = { state: 'dismissed', reason: '', by: '', at: contentBefore }
      }
      for (const row of [...mails.values()]) if (row.at < markBefore) mails.delete(row.id)
      return over.length
    },
  }
}
