import type { Identities } from '../../core/handling/identities.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { type Binding, coolDownMs } from '../../core/identity/binding.ts'
import { afterMiss, codeRules, type Guessed } from '../../core/identity/code.ts'
import type { Subject } from '../../core/identity/subject.ts'
import { type Client, rows } from './client.ts'
import { ARM, BIND, BINDING, CLAIM_NUMBERS, GUESS, REQUEST, RIVALS } from './identity-statements.ts'

interface BindingRow {
  readonly chat: string
  readonly since: Date
  readonly by: string
  readonly cools_until: Date | null
  readonly previous: string | null
  readonly key: string
}

interface GuessRow {
  readonly counted: boolean
  readonly is_right: boolean
  readonly is_mine: boolean
  readonly is_spent: boolean
  readonly is_over: boolean
  readonly tries: number
}

/** Claims, codes and bindings in PostgreSQL: numbers and codes only as keyed hashes. */
export function sqlIdentities(client: Client, sealer: Sealer): Identities {
  const blind = ({ kind, value }: Subject) => sealer.blind(kind, value)
  // Bound to the request, so that equal digits of two requests are not seen to be equal.
  const hash = (key: string, digits: string) => sealer.blind('code', `${key}:${digits}`)
  return {
    async requestCode({ key, chat, caseId, subject, at }) {
      const since = later(at, -codeRules.windowMs)
      const done = await rows(client, REQUEST, key, chat, caseId, blind(subject), at, since, codeRules.asksMax)
      return done.length > 0
    },
    async armCode({ key, subject, digits, at }) {
      const until = later(at, codeRules.lifeMs)
      return (await rows(client, ARM, key, hash(key, digits), until, blind(subject))).length > 0
    },
    async guess({ key, chat, caseId, subject, digits, at }) {
      const about = [chat, caseId, blind(subject)] as const
      const [code] = await rows<{ key: string }>(client, NEWEST, ...about)
      if (code === undefined) return { is: 'none' }
      const guessed = [code.key, hash(code.key, digits), key, at, codeRules.triesMax] as const
      const found = await rows<GuessRow>(client, GUESS, ...guessed)
      return judged(found.find(({ counted }) => counted) ?? found[0])
    },
    async bind(subject, { chat, by, at, key }) {
      const coolsUntil = later(at, coolDownMs)
      const [row] = await rows<BindingRow>(client, BIND, blind(subject), chat, at, by, coolsUntil, key)
      if (row === undefined) throw new Error('a binding came to nothing')
      return bindingOf(row)
    },
    async binding(subject) {
      const [row] = await rows<BindingRow>(client, BINDING, blind(subject))
      return row && bindingOf(row)
    },
    async claim(caseId, numbers, isProved) {
      await client.$executeRawUnsafe(CLAIM_NUMBERS, caseId, numbers.map(blind), isProved)
    },
    rivalsOf: async (caseId, limit) => (await rows<{ id: string }>(client, RIVALS, caseId, limit)).map(({ id }) => id),
    async sweep(at) {
      const old = { askedAt: { lte: new Date(later(at, -codeRules.windowMs)) } }
      const codes = await client.code.deleteMany({ where: old })
      return codes.count + (await client.$executeRawUnsafe(FREE, at))
    },
  }
}

const NEWEST = `SELECT "key" FROM "code" WHERE "chat" = $1 AND "case_id" = $2::uuid AND "subject" = $3 AND "hash" IS NOT NULL
  ORDER BY "asked_at" DESC LIMIT 1`

/** A wait for nobody that is over. */
const FREE = `DELETE FROM "binding" WHERE "chat" = '' AND "cools_until" <= $1::timestamptz`

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

function judged(row: GuessRow | undefined): Guessed {
  if (row === undefined) return { is: 'none' }
  if (row.counted) return row.is_right ? { is: 'right' } : afterMiss(row.tries)
  if (row.is_mine) return { is: 'right' }
  if (row.is_spent || !row.is_over) return { is: 'used-up' }
  return row.tries >= codeRules.triesMax ? { is: 'used-up' } : { is: 'expired' }
}

export function bindingOf({ chat, since, by, cools_until, previous, key }: BindingRow): Binding {
  if (by !== 'code' && by !== 'call' && by !== 'meeting') throw new Error(`a binding by ${by}`)
  return { chat, since: since.toISOString(), by, coolsUntil: cools_until?.toISOString() ?? null, previous, key }
}
