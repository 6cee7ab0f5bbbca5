import type { Role } from './actor.ts'
import type { CommandType } from './command.ts'
import { allStatuses, isOpen, phaseOf, type Status } from './status.ts'

/** Who may give a command, and in which status: the whole authorisation of the house. */
export interface Rule {
  readonly by: readonly Role[]
  readonly in: readonly Status[]
  /** The verifier or agent must be the one who holds the case. */
  readonly held?: true
}

const filling = ['draft', 'needs-correction'] as const
const open = allStatuses.filter(isOpen)
const beforeSending = open.filter(
  (status) => !['hand-off', 'action'].includes(phaseOf(status)) || status === 'returned',
)
const atContactCenter = ['with-contact-center', 'approved'] as const

/** Command → by whom → in which status. `docs/lifecycle.md` is printed from here. */
export const rules: Readonly<Record<CommandType, Rule>> = {
  answer: { by: ['requester'], in: filling },
  attach: { by: ['requester'], in: filling },
  'finish-evidence': { by: ['requester'], in: filling },
  'clear-evidence': { by: ['requester'], in: filling },
  'store-evidence': { by: ['system'], in: allStatuses },
  'refuse-evidence': { by: ['system'], in: allStatuses },
  submit: { by: ['requester'], in: filling },
  cancel: { by: ['requester', 'agent'], in: open },
  claim: { by: ['verifier'], in: ['submitted', 'returned'] },
  release: { by: ['verifier', 'system'], in: ['in-review'], held: true },
  judge: { by: ['verifier'], in: ['in-review'], held: true },
  return: { by: ['verifier'], in: ['in-review'], held: true },
  reject: { by: ['verifier'], in: ['in-review'], held: true },
  'start-call': { by: ['verifier'], in: ['in-review'], held: true },
  'confirm-call': { by: ['verifier'], in: ['in-review'], held: true },
  'confirm-meeting': { by: ['verifier'], in: ['in-review'], held: true },
  legalise: { by: ['verifier'], in: ['in-review'], held: true },
  prepare: { by: ['system'], in: ['legalised'] },
  send: { by: ['system'], in: ['ready-to-send'] },
  take: { by: ['agent'], in: atContactCenter },
  'put-back': { by: ['agent', 'system'], in: atContactCenter, held: true },
  'send-back': { by: ['agent'], in: atContactCenter, held: true },
  approve: { by: ['agent'], in: ['with-contact-center'], held: true },
  'send-link': { by: ['agent'], in: atContactCenter, held: true },
  // No link exists before BSrE approved; one that "expired" before that would only jump the queue.
  'receive-link': { by: ['requester'], in: ['approved'] },
  'report-setback': { by: ['requester'], in: ['awaiting-requester'] },
  complete: { by: ['requester'], in: open.filter((status) => status !== 'draft') },
  'consult-roster': { by: ['system'], in: open },
  expire: { by: ['system'], in: filling },
  reopen: { by: ['requester', 'agent'], in: ['completed'] },
  'choose-language': { by: ['requester'], in: open },
}

/** The statuses in which this role may cancel: the requester until the dossier has left, an agent after. */
export const mayCancel = (role: Role, status: Status): boolean =>
  beforeSending.includes(status) === (role === 'requester')
