/** The phases a procedure may list; a case walks the listed ones in the order of its list. */
export const phases = ['fill', 'review', 'signature', 'legalise', 'revocation', 'hand-off', 'action', 'end'] as const
export type Phase = (typeof phases)[number]

/** Whose turn it is; `nobody` holds an ended case. */
export type Holder = 'requester' | 'verifier' | 'person-in-charge' | 'agent' | 'system' | 'nobody'

/** Every status with its phase and its holder: the lifecycle at a glance. */
export const statuses = {
  draft: { phase: 'fill', holder: 'requester' },
  submitted: { phase: 'review', holder: 'verifier' },
  'in-review': { phase: 'review', holder: 'verifier' },
  'needs-correction': { phase: 'review', holder: 'requester' },
  'awaiting-signature': { phase: 'signature', holder: 'person-in-charge' },
  legalised: { phase: 'legalise', holder: 'system' },
  'ready-to-revoke': { phase: 'revocation', holder: 'requester' },
  'awaiting-revocation': { phase: 'revocation', holder: 'verifier' },
  'ready-to-send': { phase: 'hand-off', holder: 'system' },
  'with-contact-center': { phase: 'hand-off', holder: 'agent' },
  returned: { phase: 'hand-off', holder: 'verifier' },
  approved: { phase: 'hand-off', holder: 'agent' },
  'awaiting-requester': { phase: 'action', holder: 'requester' },
  completed: { phase: 'end', holder: 'nobody' },
  rejected: { phase: 'end', holder: 'nobody' },
  cancelled: { phase: 'end', holder: 'nobody' },
  expired: { phase: 'end', holder: 'nobody' },
} as const satisfies Record<string, { readonly phase: Phase; readonly holder: Holder }>

export type Status = keyof typeof statuses
export const allStatuses = Object.keys(statuses) as readonly Status[]

export const phaseOf = (status: Status): Phase => statuses[status].phase
export const holderOf = (status: Status): Holder => statuses[status].holder
export const isOpen = (status: Status): boolean => phaseOf(status) !== 'end'

/** The status in which each phase begins. */
const entrance: Readonly<Record<Phase, Status>> = {
  fill: 'draft',
  review: 'submitted',
  signature: 'awaiting-signature',
  legalise: 'legalised',
  revocation: 'ready-to-revoke',
  'hand-off': 'ready-to-send',
  action: 'awaiting-requester',
  end: 'completed',
}

/** The phase after `phase`, by those that a case walks. */
export const nextPhase = (listed: readonly Phase[], phase: Phase): Phase => listed[listed.indexOf(phase) + 1] ?? 'end'

/** The status in which a case goes on after `phase`, by the phases that it walks. */
export function nextStatus(listed: readonly Phase[], phase: Phase): Status {
  const next = nextPhase(listed, phase)
  // Without a legalised dossier there is nothing to prepare and to send: the agent has it at once.
  return next === 'hand-off' && !listed.includes('legalise') ? 'with-contact-center' : entrance[next]
}
