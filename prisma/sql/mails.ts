import type { KeptMail, MailContent, MailState, MailStore } from '../../core/handling/mail-store.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import type { Client } from './client.ts'
import type { Keys } from './keys.ts'
import { isUuid } from './ledger.ts'

const tokenLength = 22
const nothing = new Uint8Array()
const waiting = { state: { in: ['new', 'tray'] } }

/** Mails in PostgreSQL, sealed under the house's key. */
export function sqlMails(client: Client, keys: Keys, sealer: Sealer): MailStore {
  const sizesOf = async (ids: readonly string[]) => {
    const files = await client.mailFile.findMany({
      where: { mailId: { in: [...ids] } },
      select: { mailId: true, n: true, size: true },
      orderBy: { n: 'asc' },
    })
    return (id: string) => files.filter(({ mailId }) => mailId === id).map(({ size }) => size)
  }
  const kept = async (
    rows: readonly { readonly id: string; readonly at: Date; readonly state: string; readonly content: Uint8Array }[],
  ): Promise<readonly KeptMail[]> => {
    await keys.ensure(['house'])
    const sizes = await sizesOf(rows.map(({ id }) => id))
    return rows.map(({ id, at, state, content }) => ({
      id,
      at: at.toISOString(),
      // Written by this store alone.
      state: state as MailState,
      content: keys.open('house', contentPlace(id), content) as MailContent,
      sizes: sizes(id),
    }))
  }
  return {
    tokenOf: (caseId) => sealer.blind('mail-thread', caseId).slice(0, tokenLength),
    async receive({ id, place, likeness, at, content, files }) {
      await keys.ensure(['house'])
      const sealed = Uint8Array.from(keys.seal('house', contentPlace(id), content))
      return client.$transaction(async (tx) => {
        const mail = { id, place, likeness, at: new Date(at), state: 'new', content: sealed }
        const { count } = await tx.mail.createMany({ data: [mail], skipDuplicates: true })
        if (count === 0) return false
        for (const [n, bytes] of files.entries()) {
          const of = Uint8Array.from(keys.sealBytes('house', filePlace(id, n), bytes))
          await tx.mailFile.create({ data: { mailId: id, n, size: bytes.length, bytes: of } })
        }
        return true
      })
    },
    mailsIn: async (state, limit) =>
      kept(await client.mail.findMany({ where: { state }, orderBy: { at: 'asc' }, take: limit })),
    countMails: async (state, most) => client.mail.count({ where: { state }, take: most }),
    async mailById(id) {
      if (!isUuid(id)) return undefined
      return (await kept(await client.mail.findMany({ where: { id, ...waiting } })))[0]
    },
    async filesOfMail(id) {
      if (!isUuid(id)) return []
      await keys.ensure(['house'])
      const found = await client.mailFile.findMany({ where: { mailId: id }, orderBy: { n: 'asc' } })
      return found.map(({ n, bytes }) => new Uint8Array(keys.openBytes('house', filePlace(id, n), bytes)))
    },
    ...endings(client, keys),
  }
}

/** How mails end. */
const endings = (client: Client, keys: Keys): Pick<MailStore, 'endMail' | 'sweepMails'> => ({
  async endMail(id, end) {
    if (!isUuid(id)) return false
    await keys.ensure(['house'])
    const reason = end.state === 'dismissed' ? keys.seal('house', reasonPlace(id), end.reason) : null
    return client.$transaction(async (tx) => {
      const { count } = await tx.mail.updateMany({
        where: { id, state: { in: end.state === 'tray' ? ['new'] : ['new', 'tray'] } },
        data: {
          state: end.state,
          endedAt: new Date(end.at),
          ...(end.state !== 'tray' && { content: nothing, endedBy: end.by ?? null }),
          ...(end.state === 'joined' && { caseId: end.caseId }),
          ...(reason !== null && { reason: Uint8Array.from(reason) }),
        },
      })
      if (count > 0 && end.state !== 'tray') await tx.mailFile.deleteMany({ where: { mailId: id } })
      return count > 0
    })
  },
  async sweepMails(contentBefore, markBefore) {
    const old = { at: { lt: new Date(contentBefore) }, ...waiting }
    const over = await client.mail.findMany({ where: old, select: { id: true }, take: 1000 })
    const ids = over.map(({ id }) => id)
    await client.mailFile.deleteMany({ where: { mailId: { in: ids } } })
    const ended = { state: 'dismissed', content: nothing, endedAt: new Date(contentBefore) }
    await client.mail.updateMany({ where: { id: { in: ids }, ...waiting }, data: ended })
    await client.mail.deleteMany({
      where: { at: { lt: new Date(markBefore) }, state: { in: ['joined', 'dismissed'] } },
    })
    return ids.length
  },
})

const contentPlace = (id: string): string => `mail:content:${id}`
const filePlace = (id: string, n: number): string => `mail_file:bytes:${id}:${n}`
const reasonPlace = (id: string): string => `mail:reason:${id}`
