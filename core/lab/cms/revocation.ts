import type { Revocation } from '../../signature/report.ts'
import type { Certificate } from './certificate.ts'
import { type Crl, crlOf, entryOf, isListOf, maySignLists } from './crl.ts'
import { childrenOf, Fields, tags, unlessRefused } from './der.ts'
import { isAbout } from './list-scope.ts'
import { answerAbout, isStrong, type Ocsp, ocspOf } from './ocsp.ts'
import { once } from './once.ts'
import type { Attributes } from './signer-info.ts'

/** Lists and answers from wherever they come: each is believed only for who signed it. */
export interface Evidence {
  readonly crls: readonly Crl[]
  readonly ocsps: readonly Ocsp[]
}

/** When a certificate was used, in milliseconds, and whether that is proven; `now` is the time of validation. */
export interface UsedAt {
  readonly at: number
  readonly isProven: boolean
  readonly now: number
}

/** What one list or answer says of one certificate; times in milliseconds. */
interface Statement {
  readonly status: 'good' | 'revoked'
  readonly revokedAt: number
  readonly thisUpdate: number
  readonly nextUpdate: number
  readonly isStrong: boolean
}

const revocationInfoArchival = '1.2.840.113583.1.1.8'
const listOf = once(crlOf)
const answersOf = once(ocspOf)
const evidenceMax = 200
const skewMs = 5 * 60_000
/** An answer that names no next one (RFC 6960 §2.4) is believed as long as a form takes to come back. */
const answerLifeMs = 7 * 24 * 3_600_000

/** Reads what can be read; the rest proves nothing. */
export function evidenceOf(crls: readonly Uint8Array[], ocsps: readonly Uint8Array[]): Evidence {
  return {
    crls: crls.slice(0, evidenceMax).flatMap((bytes) => unlessRefused(() => listOf(bytes)) ?? []),
    ocsps: ocsps.slice(0, evidenceMax).flatMap((bytes) => unlessRefused(() => answersOf(bytes)) ?? []),
  }
}

/** What Adobe's signed attribute holds (ISO 32000-2 §12.8.3.3.2): lists under `[0]`, answers under `[1]`. */
export function archivedIn(attributes: Attributes): {
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
} {
  const [value] = attributes.get(revocationInfoArchival) ?? []
  const fields = value && unlessRefused(() => new Fields(value, tags.SEQUENCE))
  const listIn = (n: number) =>
    unlessRefused(() => {
      const list = fields?.explicit(n)
      return list && childrenOf(list, tags.SEQUENCE).map(({ raw }) => raw)
    }) ?? []
  return { crls: listIn(0), ocsps: listIn(1) }
}

/**
 * What is known of a certificate's revocation. Whatever says that it was revoked counts, however old; good is said only
 * by what is fresh: not yet superseded when the certificate was used (ETSI EN 319 102-1 §5.2.5).
 * Revocation later than the proven time does no harm, whatever its reason (§5.5.4), unless the key was no longer its
 * holder's before (invalidity date).
 */
export function revocationOf(
  certificate: Certificate,
  issuer: Certificate,
  evidence: Evidence,
  used: UsedAt,
): Revocation {
  const statements = [
    ...evidence.crls.flatMap((crl) => listed(crl, certificate, issuer)),
    ...evidence.ocsps.flatMap((ocsp) => answered(ocsp, certificate, issuer)),
  ]
  const revoked = statements.filter(({ status }) => status === 'revoked').map(({ revokedAt }) => revokedAt)
  if (revoked.some((at) => !used.isProven || at <= used.at)) return 'REVOKED'
  if (revoked.length > 0) return 'REVOKED_LATER'
  const isGood = statements.some((statement) => isFresh(statement, certificate, used))
  return isGood ? 'GOOD' : 'UNKNOWN'
}

function isFresh({ isStrong, thisUpdate, nextUpdate }: Statement, { notAfter }: Certificate, used: UsedAt): boolean {
  // Lists drop certificates that have expired.
  const speaksOfIt = thisUpdate <= notAfter
  const isHere = thisUpdate <= Math.max(used.at, used.now) + skewMs
  return isStrong && speaksOfIt && isHere && nextUpdate >= used.at
}

function listed(crl: Crl, certificate: Certificate, issuer: Certificate): readonly Statement[] {
  if (!crl.scope.isWhole || !isListOf(crl, issuer)) return []
  const entry = entryOf(crl, certificate.serial)
  const { thisUpdate, nextUpdate = thisUpdate } = crl
  const times = { thisUpdate, nextUpdate, isStrong: !crl.isWeak && maySignLists(issuer) }
  if (entry === undefined)
    return isAbout(crl.scope, certificate) ? [{ status: 'good', revokedAt: Number.POSITIVE_INFINITY, ...times }] : []
  const revokedAt = Math.min(entry.revokedAt, entry.invalidSince ?? entry.revokedAt)
  return [{ status: 'revoked', revokedAt, ...times }]
}

function answered(ocsp: Ocsp, certificate: Certificate, issuer: Certificate): readonly Statement[] {
  const answer = answerAbout(ocsp, certificate, issuer)
  if (answer === undefined || answer.status === 'unknown') return []
  const { status, thisUpdate, revokedAt = Number.POSITIVE_INFINITY, nextUpdate = thisUpdate + answerLifeMs } = answer
  return [{ status, revokedAt, thisUpdate, nextUpdate, isStrong: isStrong(ocsp) }]
}
