import type { Rights } from '../../core/handling/rights.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import type { ErasedCase, Erasure } from '../../core/privacy/erasure.ts'
import type { KeptCase } from '../../core/privacy/retention.ts'
import { type Client, rows } from './client.ts'
import type { Heads } from './commit-rows.ts'
import { blanked, eraseCase, eraseChat, erasedType } from './erase.ts'
import { sqlErasureRequests } from './erasure-requests.ts'
import { FORGET_PRINTS } from './evidence-prints.ts'
import { bindingOf } from './identities.ts'
import type { Keys } from './keys.ts'
import { isUuid, openCase } from './ledger.ts'

interface KeptRow {
  readonly id: string
  readonly key: Uint8Array
  readonly state: Uint8Array
  readonly hold: string | null
  readonly files_erased_at: Date | null
}

interface ErasedRow {
  readonly id: string
  readonly number: string
  readonly agency: string | null
  /** Written by `eraseCase`, and unchanged by the chain. */
  readonly open: { readonly at: string; readonly author: Erasure['by']; readonly because: Erasure['because'] }
}

/** Rights of the people in the store, in PostgreSQL. */
export function sqlRights(client: Client, keys: Keys, heads: Heads, sealer: Sealer, now: () => string): Rights {
  const kept = async (where: string, ...values: readonly unknown[]): Promise<readonly KeptCase[]> =>
    (await rows<KeptRow>(client, `${KEPT} ${where}`, ...values)).map((row) => ({
      case: openCase(keys, row),
      hold: row.hold,
      filesErasedAt: row.files_erased_at?.toISOString() ?? null,
    }))
  return {
    chatRef: (chatId) => sealer.blind('chat', chatId),
    casesOf: (chat) => (chat === '' ? Promise.resolve([]) : kept(OF_CHAT, chat)),
    keptCase: async (caseId) => (isUuid(caseId) ? (await kept(BY_ID, caseId))[0] : undefined),
    walk: ({ after, limit, endedBefore }) => kept(WALK, after, limit, endedBefore ?? null),
    erase: (c, erasure, owed) => eraseCase({ client, keys, heads, now: now() }, c, erasure, owed),
    async erased(idOrNumber) {
      const [row] = await rows<ErasedRow>(client, ERASED, idOrNumber, isUuid(idOrNumber) ? idOrNumber : null)
      return row && erasedOf(row)
    },
    eraseChat: (chat) => eraseChat({ client, keys, now: now() }, chat),
    eraseSubject: ({ kind, value }) => client.$executeRawUnsafe(ERASE_SUBJECT, sealer.blind(kind, value), now()),
    eraseRosterLine: async ({ kind, value }) =>
      value !== '' && (await client.$executeRawUnsafe(ERASE_LINE[kind], sealer.blind(kind, value))) > 0,
    setHold: async (caseId, why) => isUuid(caseId) && (await client.$executeRawUnsafe(HOLD, caseId, why)) > 0,
    async markFilesErased(caseId, at) {
      await client.$transaction(async (tx) => {
        await tx.$executeRawUnsafe(MARK_FILES, caseId, at)
        await tx.$executeRawUnsafe(FORGET_PRINTS, caseId)
      })
    },
    silentChats: async (before, limit) =>
      (await rows<{ ref: string }>(client, SILENT, before, limit)).map(({ ref }) => ref),
    bindingsOf: async (chat) =>
      (await rows<Parameters<typeof bindingOf>[0]>(client, BINDINGS, chat)).map((row) => bindingOf(row)),
    looksAt: async (caseId) =>
      (await client.access.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(
        ({ staffId, what, ref, at }) =>
          // Written from an Access, by `record` alone.
          ({ staffId, caseId, what, ref, at: at.toISOString() }) as Awaited<ReturnType<Rights['looksAt']>>[number],
      ),
    ...sqlErasureRequests(client, sealer),
  }
}

const erasedOf = ({ open, ...row }: ErasedRow): ErasedCase => ({
  id: row.id,
  number: row.number,
  agency: row.agency,
  erasure: { at: open.at, by: open.author, because: open.because },
})

const KEPT = `SELECT "id"::text, "key", "state", "hold", "files_erased_at" FROM "case" WHERE "erased_at" IS NULL AND`
const OF_CHAT = `"requester" = $1 ORDER BY "opened_at" DESC`
const BY_ID = `"id" = $1::uuid`
const WALK = `"number" > $1 AND ($3::timestamptz IS NULL OR "ended_at" < $3::timestamptz) ORDER BY "number" LIMIT $2::int`
const ERASED = `SELECT c."id"::text, c."number", c."agency", e."open" FROM "case" c
  JOIN "event" e ON e."case_id" = c."id" AND e."revision" = c."revision" AND e."type" = '${erasedType}'
  WHERE c."erased_at" IS NOT NULL AND (c."number" = $1 OR c."id" = $2::uuid) LIMIT 1`
const ERASE_SUBJECT = `WITH
  b AS (DELETE FROM "binding" WHERE "subject" = $1 AND coalesce("cools_until" <= $2::timestamptz, true) RETURNING 1),
  w AS (UPDATE "binding" SET "chat" = '', "previous" = NULL, "by" = 'code', "key" = ''
    WHERE "subject" = $1 AND "cools_until" > $2::timestamptz AND "chat" <> '' RETURNING 1),
  ${blanked('k', 'WHERE k."subject" = $1')}, c AS (DELETE FROM "claim" WHERE "subject" = $1 RETURNING 1)
  SELECT 1 FROM b UNION ALL SELECT 1 FROM w UNION ALL SELECT 1 FROM k UNION ALL SELECT 1 FROM c`
const ERASE_LINE = {
  nip: `DELETE FROM "roster" WHERE "nip" = $1`,
  nik: `DELETE FROM "roster" WHERE "nip" = $1 OR "nik" = $1`,
} as const
const HOLD = `UPDATE "case" SET "hold" = $2 WHERE "id" = $1::uuid AND "erased_at" IS NULL`
const MARK_FILES = `UPDATE "case" SET "files_erased_at" = $2::timestamptz WHERE "id" = $1::uuid AND "erased_at" IS NULL`
const BINDINGS = `SELECT "chat", "since", "by", "cools_until", "previous", "key" FROM "binding" WHERE "chat" = $1 ORDER BY "since"`
const SILENT = `SELECT c."ref" FROM "chat" c
  WHERE NOT EXISTS (SELECT 1 FROM "case" k WHERE k."requester" = c."ref")
    AND NOT EXISTS (SELECT 1 FROM "binding" b WHERE b."chat" = c."ref")
    AND (SELECT max(i."received_at") FROM "inbox" i WHERE i."chat" = c."ref") <= $1::timestamptz
    AND NOT EXISTS (SELECT 1 FROM "erasure_request" r WHERE r."chat" = c."ref" AND r."decided_at" IS NULL)
  ORDER BY c."ref" LIMIT $2::int`
