import type { Role } from './actor.ts'
import type { CommandType } from './command.ts'
import { allStatuses, holderOf, isOpen, phaseOf, type Status } from './status.ts'

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
const beforeRevocation = beforeSending.filter((status) => status !== 'awaiting-revocation')
/** Before anybody has let it through. */
const undecided = ['draft', 'submitted', 'in-review', 'needs-correction'] as const
const atContactCenter = ['with-contact-center', 'approved'] as const

/** Command → by whom → in which status. `docs/lifecycle.md` is printed from here. */
export const rules: Readonly<Record<CommandType, Rule>> = {
  answer: { by: ['requester'], in: filling },
  attach: { by: ['requester'], in: filling },
  'finish-evidence': { by: ['requester'], in: filling },
  'clear-evidence': { by: ['requester'], in: filling },
  'store-evidence': { by: ['system'], in: allStatuses },
  'refuse-evidence': { by: ['system'], in: allStatuses },
  'hold-evidence': { by: ['system'], in: allStatuses },
  submit: { by: ['requester'], in: filling },
  cancel: { by: ['requester', 'agent'], in: open },
  // Out of the hands of the person in charge too, when the form must change.
  claim: { by: ['verifier'], in: ['submitted', 'returned', 'awaiting-signature'] },
  release: { by: ['verifier', 'system'], in: ['in-review'], held: true },
  'hand-over': { by: ['system'], in: ['in-review', 'awaiting-signature'] },
  judge: { by: ['verifier'], in: ['in-review'], held: true },
  return: { by: ['verifier'], in: ['in-review'], held: true },
  reject: { by: ['verifier'], in: ['in-review'], held: true },
  'start-call': { by: ['verifier'], in: ['in-review'], held: true },
  'confirm-call': { by: ['verifier'], in: ['in-review'], held: true },
  'confirm-meeting': { by: ['verifier'], in: ['in-review'], held: true },
  accept: { by: ['verifier'], in: ['in-review'], held: true },
  settle: { by: ['verifier', 'agent'], in: ['in-review', 'with-contact-center'], held: true },
  legalise: { by: ['verifier'], in: ['in-review', 'awaiting-signature'], held: true },
  'issue-form': { by: ['system'], in: ['awaiting-signature'] },
  'attach-signed-form': { by: ['verifier', 'person-in-charge'], in: ['awaiting-signature'] },
  'plan-revocation': { by: ['requester'], in: ['ready-to-revoke'] },
  'ask-revocation': { by: ['requester', 'system'], in: ['ready-to-revoke'] },
  'confirm-revoked': { by: ['verifier', 'former-verifier'], in: ['awaiting-revocation'] },
  'ask-reissue': { by: ['requester', 'verifier'], in: ['awaiting-requester'] },
  'note-certificate': {
    by: ['requester', 'verifier', 'agent', 'system'],
    in: allStatuses.filter((status) => status !== 'draft'),
  },
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
  'ask-code': { by: ['requester'], in: undecided },
  'waive-code': { by: ['requester'], in: undecided },
  prove: { by: ['system'], in: undecided },
  'note-rivals': { by: ['system'], in: open },
  'consult-roster': { by: ['system'], in: open },
  expire: { by: ['system'], in: [...filling, 'awaiting-requester'] },
  reopen: { by: ['requester', 'agent'], in: ['completed', 'expired'] },
  'choose-language': { by: ['requester'], in: open },
}

/** The statuses in which this role may cancel: the requester until the dossier has left, an agent after. */
export const mayCancel = (role: Role, status: Status): boolean =>
  isIn(beforeRevocation, status) === (role === 'requester')

/** A case is held by one part at a time: what both parts may do, only the one whose turn it is does. */
export function isTurnOf(part: Role, { by, held }: Rule, status: Status): boolean {
  const holder = holderOf(status)
  const hasTurn = by.some((role) => role === holder)
  return held !== true || part === 'system' || !hasTurn || part === holder
}

/** What verifiers do in the agents' place where the contact center is outside. Nobody takes such a case. */
export const standInCommands: ReadonlySet<CommandType> = new Set([
  'settle',
  'approve',
  'send-back',
  'send-link',
  'cancel',
  'reopen',
])

const isIn = (list: readonly Status[], status: Status): boolean => list.includes(status)
