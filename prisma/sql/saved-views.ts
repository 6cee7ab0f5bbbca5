import { type SavedView, type SavedViews, savedViewsMax } from '../../core/handling/saved-views.ts'
import type { Client } from './client.ts'
import type { Keys } from './keys.ts'

/** Lists of the staff in PostgreSQL. */
export function sqlSavedViews(client: Client, keys: Keys): SavedViews {
  return {
    async viewsOf(staffId) {
      await keys.ensure(['house'])
      const found = await client.savedView.findMany({ where: { staffId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
      return found.map(({ id, sealed }) => ({ id, ...opened(staffId, id, sealed) }))
    },
    async keepView(staffId, { id, ...said }, at) {
      await keys.ensure(['house'])
      const sealed = keys.seal('house', placeOf(staffId, id), said)
      return client.$transaction(async (tx) => {
        // One after another, or two at once would be one too many.
        await tx.$executeRawUnsafe(`SELECT FROM "staff" WHERE "id" = $1 FOR NO KEY UPDATE`, staffId)
        return (await tx.$executeRawUnsafe(KEEP, staffId, id, sealed, at, savedViewsMax)) > 0
      })
    },
    async dropView(staffId, id) {
      await client.savedView.deleteMany({ where: { staffId, id } })
    },
  }

  // Sealed by us as name and query, and the seal says that it is unchanged.
  function opened(staffId: string, id: string, sealed: Uint8Array): Omit<SavedView, 'id'> {
    return keys.open('house', placeOf(staffId, id), new Uint8Array(sealed)) as Omit<SavedView, 'id'>
  }
}

const placeOf = (staffId: string, id: string): string => `saved_view:${staffId}:${id}`

const KEEP = `
INSERT INTO "saved_view" ("staff_id", "id", "sealed", "at")
SELECT $1, $2, $3, $4::timestamptz
WHERE EXISTS (SELECT 1 FROM "saved_view" WHERE "staff_id" = $1 AND "id" = $2)
  OR (SELECT count(*) FROM "saved_view" WHERE "staff_id" = $1) < $5::int
ON CONFLICT ("staff_id", "id") DO UPDATE SET "sealed" = excluded."sealed"`
