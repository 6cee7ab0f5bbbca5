import { activation } from './activation.ts'
import { dataChange } from './data-change.ts'
import { issuance } from './issuance.ts'
import { lostAuthenticator } from './lost-authenticator.ts'
import type { ProcedureName } from './names.ts'
import { passphraseReset } from './passphrase-reset.ts'
import type { Procedure } from './procedure.ts'
import { question } from './question.ts'
import { reactivation } from './reactivation.ts'
import { registration } from './registration.ts'
import { revocation } from './revocation.ts'

const procedures: Readonly<Record<ProcedureName, Procedure>> = {
  reactivation,
  'lost-authenticator': lostAuthenticator,
  'passphrase-reset': passphraseReset,
  'data-change': dataChange,
  registration,
  activation,
  issuance,
  revocation,
  question,
}

/** The procedure of that name: the one place where a name becomes its data. */
export const procedureOf = (name: ProcedureName): Procedure => procedures[name]
