import { type Config, ConfigError } from './config.ts'
import type { Finding } from './doctor.ts'
import type { Log } from './log.ts'
import { dayText } from './text/moment.ts'
import { fingerprint, type Trust, type TrustPlaces, trustOf } from './trust.ts'

const soonDays = 90
const dayMs = 86_400_000

/** Which certificates are trusted, until when, and which revocation lists are still in force. */
export function examineTrust(config: TrustPlaces & Pick<Config, 'mark'>, at: string): readonly Finding[] {
  const what = 'trust'
  let trust: Trust
  try {
    trust = trustOf(config)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.map(({ reason }) => ({ what, state: 'bad', say: reason }))
  }
  if (trust.anchors.list.length > 0) return [...anchorsSeen(trust, at), ...listsSeen(trust, at)]
  return config.mark === 'demo'
    ? [{ what, state: 'good', say: "only the simulator's own root, made for tests" }]
    : [{ what, state: 'unknown', say: `${none} (docs/signatures.md)` }]
}

const none = 'TRUST_ANCHORS_DIR is not set: no signature is trusted, so people decide about every signed form'

function anchorsSeen({ anchors }: Trust, at: string): readonly Finding[] {
  return anchors.list.map(({ commonName, sha256, notAfter }) => {
    const leftMs = Date.parse(notAfter) - Date.parse(at)
    const advice = leftMs < 0 ? ' is over: ' : ' ends soon: '
    const isGood = leftMs >= soonDays * dayMs
    const say = `${commonName}, until ${dayText(notAfter, 'en')}, SHA-256 ${fingerprint(sha256)}`
    return isGood
      ? { what: 'trust', state: 'good', say }
      : { what: 'trust', state: 'bad', say: `${say}${advice}put its successor beside it` }
  })
}

function listsSeen({ lists }: Trust, at: string): readonly Finding[] {
  return lists.map(({ file, nextUpdate }) => {
    const until = nextUpdate === null ? 'without an end' : `until ${dayText(nextUpdate, 'en')}`
    return nextUpdate !== null && nextUpdate < at
      ? { what: 'trust', state: 'bad', say: `${file} ended: fetch the next list, else revocation stays unknown` }
      : { what: 'trust', state: 'good', say: `${file}, a revocation list ${until}` }
  })
}

/** Says at the start against what signatures are held: whoever runs the program compares the fingerprints. */
export function sayTrust({ anchors, lists }: Trust, mark: Config['mark'], log: Log): void {
  for (const { commonName, sha256, notAfter } of anchors.list)
    log.info('trust anchor', { commonName, sha256: fingerprint(sha256), notAfter })
  for (const { file, nextUpdate } of lists) log.info('revocation list', { file, nextUpdate: nextUpdate ?? undefined })
  if (anchors.list.length === 0 && mark === 'real') log.warn(none)
}
