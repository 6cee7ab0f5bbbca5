import { lostAuthenticator } from './lost-authenticator.ts'
import type { ProcedureName } from './names.ts'
import type { Procedure } from './procedure.ts'
import { reactivation } from './reactivation.ts'

const procedures: Readonly<Record<ProcedureName, Procedure>> = {
  reactivation,
  'lost-authenticator': lostAuthenticator,
}

/** The procedure of that name: the one place where a name becomes its data. */
export const procedureOf = (name: ProcedureName): Procedure => procedures[name]
