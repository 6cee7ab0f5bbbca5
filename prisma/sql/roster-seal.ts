import type { RosterLine } from '../../core/agency/roster.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { canonical } from './chain.ts'
import type { Keys } from './keys.ts'

const placeOf = (key: string): string => `roster:line:${key}`

/** @throws Error when the bytes are not what was sealed under that key */
export const openLine = (keys: Keys, key: string, sealed: Uint8Array): RosterLine =>
  keys.open('house', placeOf(key), new Uint8Array(sealed)) as RosterLine

/** What one line is found by: its NIP, or its NIK where there is none; undefined for an empty value. */
export function blindNumbers(sealer: Sealer, { nip, nik }: { readonly nip?: string; readonly nik?: string }) {
  const hashOf = (kind: string, value = '') => (value === '' ? undefined : sealer.blind(kind, value))
  const byNik = hashOf('nik', nik)
  return { key: hashOf('nip', nip) ?? byNik, nik: byNik }
}

/** A line as its row, hashes and sealed bytes as text. @throws Error without any number to find it by */
export function sealedLine(keys: Keys, sealer: Sealer, line: RosterLine) {
  const { key, nik } = blindNumbers(sealer, line)
  if (key === undefined) throw new Error('a roster line without NIP and NIK')
  return {
    key,
    nik,
    email: line.email === '' ? undefined : sealer.blind('email', line.email.toLowerCase()),
    agency: line.agency,
    digest: sealer.blind('roster-line', canonical(line)),
    sealed: Buffer.from(keys.seal('house', placeOf(key), line)).toString('base64'),
  }
}
