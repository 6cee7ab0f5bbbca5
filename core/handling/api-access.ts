/** What a token of the API may be for. */
export const apiScopes = ['cases:read', 'cases:write', 'cases:talk', 'hooks'] as const
export type ApiScope = (typeof apiScopes)[number]

/** A key by which another helpdesk acts as one member of staff. */
export interface ApiToken {
  /** Names it in lists and logs; opens nothing. */
  readonly id: string
  readonly staffId: string
  /** What it is for, in the words of whoever made it. */
  readonly label: string
  readonly scopes: readonly ApiScope[]
  /** Role and agencies of its person when it was made: it never does more, and nothing once one of them was lost. */
  readonly grants: readonly string[]
  readonly since: string
  /** Exact to some minutes; null when never used. */
  readonly usedAt: string | null
  readonly expiresAt: string
  readonly revokedAt: string | null
}

/** What a write was answered, kept with what it did: the same request again gets it again and does nothing. */
export interface KeptAnswer {
  /** Digest of token and idempotency key. */
  readonly key: string
  /** Digest of method, address and body. */
  readonly request: string
  readonly status: number
  /** JSON; a store seals it. */
  readonly body: string
  readonly expiresAt: string
}

/** Lists of tokens never hold more. */
export const apiTokensMax = 200

/** Port: tokens of the API, kept only as keyed hashes, and what writes were answered. */
export interface ApiAccess {
  saveApiToken(token: string, kept: ApiToken): Promise<void>
  /** @returns undefined for one that is unknown, revoked or expired */
  apiToken(token: string, at: string): Promise<ApiToken | undefined>
  /** The latest first, revoked and expired ones included. */
  apiTokens(): Promise<readonly ApiToken[]>
  /** @returns false when there is none that could be revoked */
  revokeApiToken(id: string, at: string): Promise<boolean>
  noteApiUse(id: string, at: string): Promise<void>
  /** What a request was answered; undefined when none came, or too long ago. */
  keptAnswer(key: string, at: string): Promise<KeptAnswer | undefined>
  /** For a write that left no commit to keep it in; the first answer stands. */
  keepAnswer(answer: KeptAnswer): Promise<void>
  /** Removes answers that are over at `at`, and tokens that ended thirty days before. @returns how many */
  sweepApi(at: string): Promise<number>
}
