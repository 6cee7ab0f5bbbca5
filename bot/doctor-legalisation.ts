import { readAgencies } from './agencies.ts'
import type { Config } from './config.ts'
import type { Finding } from './doctor.ts'

/** How verifiers legalise: recorded at the desk, or by their own signature where an agency chose so. */
export function legalisations({
  AGENCIES_FILE,
  TRUST_ANCHORS_DIR,
}: Pick<Config, 'AGENCIES_FILE' | 'TRUST_ANCHORS_DIR'>): Finding {
  const what = 'legalisation'
  const agencies = AGENCIES_FILE === undefined ? [] : readAgencies(AGENCIES_FILE)
  const signing = agencies.filter(({ legalisation }) => legalisation === 'signature').map(({ code }) => code)
  if (signing.length === 0) return { what, state: 'good', say: 'is recorded at the desk' }
  const say = `is the verifier's own signature on the cover sheet: ${signing.join(', ')}`
  return TRUST_ANCHORS_DIR === undefined
    ? {
        what,
        state: 'bad',
        say: `${say}; without TRUST_ANCHORS_DIR no signature is accepted, and their cases stand still`,
      }
    : { what, state: 'good', say }
}
