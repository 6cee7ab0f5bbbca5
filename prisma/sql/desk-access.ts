import { type DeskAccess, plainTaste } from '../../core/handling/desk-access.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { type Client, rows } from './client.ts'
import { sqlSessions } from './desk-sessions.ts'

/** Links and sessions of the desk in PostgreSQL; tokens are kept only as keyed hashes. */
export function sqlDeskAccess(client: Client, sealer: Sealer): DeskAccess {
  const link = (token: string) => sealer.blind('desk-link', token)
  const formLink = (token: string) => sealer.blind('form-link', token)
  return {
    async saveLink(token, staffId, expiresAt) {
      await client.deskLink.create({ data: { hash: link(token), staffId, expiresAt: new Date(expiresAt) } })
    },
    async spendLink(token, at) {
      // Deleting is spending: of two presses in one moment only one gets the row back.
      const [row] = await rows<{ staff_id: string; is_good: boolean }>(client, SPEND, link(token), at)
      return row?.is_good === true ? row.staff_id : undefined
    },
    async isLinkGood(token, at) {
      return (await client.deskLink.count({ where: { hash: link(token), expiresAt: { gt: new Date(at) } } })) > 0
    },
    async saveFormLink(token, { issuedAt, ...form }, expiresAt) {
      const [hash, until] = [formLink(token), new Date(expiresAt)]
      const data = { hash, ...form, issuedAt: new Date(issuedAt), expiresAt: until }
      // Put back after a failure of ours it is there once, too.
      await client.formLink.upsert({ where: { hash: data.hash }, create: data, update: data })
    },
    async formLink(token, at) {
      const where = { hash: formLink(token), expiresAt: { gt: new Date(at) } }
      const row = await client.formLink.findFirst({ where })
      if (row === null) return undefined
      return { caseId: row.caseId, formSha256: row.formSha256, issuedAt: row.issuedAt.toISOString() }
    },
    async spendFormLink(token, at) {
      const where = { hash: formLink(token), expiresAt: { gt: new Date(at) } }
      // Deleting is spending here too: of two uploads in one moment only one finds the row.
      return (await client.formLink.deleteMany({ where })).count > 0
    },
    ...sqlSessions(client, sealer),
    async shutOut(staffId) {
      await client.deskLink.deleteMany({ where: { staffId } })
      return (await client.deskSession.deleteMany({ where: { staffId } })).count
    },
    async taste(staffId) {
      const row = await client.deskTaste.findUnique({ where: { staffId } })
      if (row === null) return plainTaste
      const { areLettersOff, theme } = row
      return { areLettersOff, theme: theme === 'light' || theme === 'dark' ? theme : undefined }
    },
    async saveTaste(staffId, { areLettersOff, theme }) {
      const data = { staffId, areLettersOff, theme: theme ?? null }
      await client.deskTaste.upsert({ where: { staffId }, create: data, update: data })
    },
    async sweep(at) {
      const where = { expiresAt: { lte: new Date(at) } }
      const links = await client.deskLink.deleteMany({ where })
      const forms = await client.formLink.deleteMany({ where })
      return links.count + forms.count + (await client.deskSession.deleteMany({ where })).count
    },
  }
}

const SPEND = `DELETE FROM "desk_link" WHERE "hash" = $1 RETURNING "staff_id", "expires_at" > $2::timestamptz AS is_good`
