import { factsOfNik } from './nik.ts'
import { factsOfNip } from './nip.ts'

/** What a verifier should look at; a NIK is never re-issued to match, so neither is a reason to refuse. */
export type IdentityRemark = 'birth-date-differs' | 'sex-differs'

/** Where a right NIP and a right NIK tell different things about their holder. */
export function identityRemarks(nip: string, nik: string): readonly IdentityRemark[] {
  const [fromNip, fromNik] = [factsOfNip(nip), factsOfNik(nik)]
  const [year, month, day] = fromNip.birthDate.split('-').map(Number)
  const sameBirth =
    day === fromNik.birthDay && month === fromNik.birthMonth && (year ?? 0) % 100 === fromNik.birthYearOfCentury
  return [
    ...(sameBirth ? [] : (['birth-date-differs'] as const)),
    ...(fromNip.sex === fromNik.sex ? [] : (['sex-differs'] as const)),
  ]
}
