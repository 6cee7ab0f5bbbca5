/**
 * Cases by number, after $1, $2 of them, each with its whole history as of one moment: lists of the same length, in order,
 * and the sealed parts one after the other in hexadecimal digits. As text, because rows of many values cost the driver
 * more than the check does.
 */
export const PAGE = `
SELECT c."id"::text, c."number", encode(c."key", 'hex') AS key, encode(c."state", 'hex') AS state, c."chain", c."erased_at" IS NOT NULL AS erased, l.*
FROM "case" c CROSS JOIN LATERAL (
  SELECT json_agg("revision")::text AS revisions, '[' || string_agg("open"::text, ',') || ']' AS opens,
    json_agg("hash")::text AS hashes, json_agg("sealed_digest")::text AS digests,
    json_agg(octet_length("sealed"))::text AS sizes, encode(string_agg("sealed", ''), 'hex') AS seals
  FROM (SELECT * FROM "event" e WHERE e."case_id" = c."id" ORDER BY e."revision") e
) l WHERE c."number" > $1 ORDER BY c."number" LIMIT $2::int`

export interface PageRow {
  readonly id: string
  readonly number: string
  readonly key: string
  readonly state: string
  readonly chain: string
  readonly erased: boolean
  /** Null, as the other lists are, for a case without events. */
  readonly revisions: string | null
  readonly opens: string | null
  readonly hashes: string | null
  readonly digests: string | null
  readonly sizes: string | null
  readonly seals: string | null
}

/** A case's row and all its events, as they are stored. */
export interface StoredHistory {
  readonly id: string
  readonly number: string
  readonly key: Uint8Array
  readonly state: Uint8Array
  readonly chain: string
  /** Its key was dropped: of the sealed parts only the digests can be checked. */
  readonly isErased: boolean
  readonly links: readonly {
    readonly revision: number
    readonly open: Record<string, unknown>
    readonly hash: string
    readonly sealedDigest: string | null
    readonly sealed: Uint8Array | null
  }[]
}

export function historyIn({ id, number, chain, erased: isErased, ...row }: PageRow): StoredHistory {
  const opens = listOf<Record<string, unknown>>(row.opens)
  const [revisions, hashes] = [listOf<number>(row.revisions), listOf<string>(row.hashes)]
  const [digests, sizes] = [listOf<string | null>(row.digests), listOf<number | null>(row.sizes)]
  const seals = fromHex(row.seals ?? '')
  let end = 0
  const links = opens.map((open, n) => {
    const size = sizes[n] ?? null
    end += size ?? 0
    const sealed = size === null ? null : seals.subarray(end - size, end)
    return { revision: revisions[n] ?? 0, open, hash: hashes[n] ?? '', sealedDigest: digests[n] ?? null, sealed }
  })
  return { id, number, key: fromHex(row.key), state: fromHex(row.state), chain, isErased, links }
}

const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex')

// PAGE makes the lists of columns of these types.
const listOf = <T>(text: string | null): readonly T[] => (text === null ? [] : (JSON.parse(text) as T[]))
