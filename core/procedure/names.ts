/** Every procedure by its stored name; names are only added, never renamed. */
export const procedureNames = [
  'reactivation',
  'lost-authenticator',
  'passphrase-reset',
  'data-change',
  'registration',
  'activation',
  'issuance',
  'revocation',
  'question',
] as const
export type ProcedureName = (typeof procedureNames)[number]

export const isProcedureName = (name: string): name is ProcedureName => procedureNames.some((known) => known === name)
