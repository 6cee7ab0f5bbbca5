import { type DraftKind, type DraftStore, draftKinds, draftMax } from '../../core/handling/drafts.ts'
import type { Client } from './client.ts'
import type { Keys } from './keys.ts'
import { isUuid } from './ledger.ts'

/** Unsent words in PostgreSQL; erasing a case deletes its rows. */
export function sqlDrafts(client: Client, keys: Keys): DraftStore {
  return {
    async draftsOf(staffId, caseId) {
      if (!isUuid(caseId)) return {}
      const found = await client.draft.findMany({ where: { staffId, caseId } })
      await keys.ensure([`case:${caseId}`])
      if (!keys.has(`case:${caseId}`)) return {}
      return Object.fromEntries(
        found.map(({ kind, sealed }) => [kind, keys.open(`case:${caseId}`, placeOf(caseId, staffId, kind), sealed)]),
      )
    },
    async keepDrafts(staffId, caseId, words, at) {
      for (const kind of draftKinds) {
        const text = words[kind]
        if (text === undefined) continue
        await (text.trim() === ''
          ? client.draft.deleteMany({ where: { caseId, staffId, kind } })
          : keep({ staffId, caseId, kind, text: text.slice(0, draftMax), at }))
      }
    },
    async sweepDrafts(before) {
      return (await client.draft.deleteMany({ where: { at: { lt: new Date(before) } } })).count
    },
  }

  async function keep(draft: { staffId: string; caseId: string; kind: DraftKind; text: string; at: string }) {
    const { staffId, caseId, kind, text, at } = draft
    await keys.ensure([`case:${caseId}`])
    if (!keys.has(`case:${caseId}`)) return
    const sealed = keys.seal(`case:${caseId}`, placeOf(caseId, staffId, kind), text)
    await client.$executeRawUnsafe(KEEP, caseId, staffId, kind, sealed, at)
  }
}

const placeOf = (caseId: string, staffId: string, kind: string): string => `draft:${caseId}:${staffId}:${kind}`

export const FORGET_DRAFTS = `DELETE FROM "draft" WHERE "case_id" = $1::uuid`

/** Behind the lock of a case that is just being erased, nothing is left of it to write to. */
const KEEP = `INSERT INTO "draft" ("case_id", "staff_id", "kind", "sealed", "at")
  SELECT c."id", $2, $3, $4, $5::timestamptz FROM "case" c WHERE c."id" = $1::uuid AND c."erased_at" IS NULL FOR KEY SHARE
  ON CONFLICT ("case_id", "staff_id", "kind") DO UPDATE SET "sealed" = EXCLUDED."sealed", "at" = EXCLUDED."at"`
