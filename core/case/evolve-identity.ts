import type { Changes } from './changes.ts'

/** How claims and their proofs change a case. */
export const identityChanges: Changes<'code-asked' | 'code-waived' | 'proved' | 'rivals-noted'> = {
  'code-asked': (_, e) => ({ codeAskedAt: e.at, waived: null }),
  'code-waived': (_, e) => ({ waived: e.because }),
  proved: (_, e) => ({ proof: { at: e.at, coolsUntil: e.coolsUntil }, waived: null }),
  'rivals-noted': (_, e) => ({ rivals: e.rivals }),
}
