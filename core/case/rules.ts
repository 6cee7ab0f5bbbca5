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

/** A requester, or at the counter whoever acts for one. */
const byRequester = ['requester', 'counter'] as const
const filling = ['draft', 'needs-correction'] as const
const open = allStatuses.filter(isOpen)
const beforeSending = open.filter(
  (status) => !['hand-off', 'action'].includes(phaseOf(status)) || status === 'returned',
)
const beforeRevocation = beforeSending.filter((status) => status !== 'awaiting-revocation')
/** Before anybody has let it through. */
const undecided = ['draft', 'submitted', 'in-review', 'needs-correction'] as const
const atContactCenter = ['with-contact-center', 'approved'] as const
/** Where one person of the staff works on it. */
const inHand = ['in-review', ...atContactCenter] as const

/** What was never sent is nobody's business but its requester's. */
const sentOff = allStatuses.filter((status) => status !== 'draft')

/** Command → by whom → in which status. `docs/lifecycle.md` is printed from here. */
export const rules: Readonly<Record<CommandType, Rule>> = {
  answer: { by: byRequester, in: filling },
  attach: { by: byRequester, in: filling },
  'finish-evidence': { by: byRequester, in: filling },
  'clear-evidence': { by: byRequester, in: filling },
  'store-evidence': { by: ['system'], in: allStatuses },
  'refuse-evidence': { by: ['system'], in: allStatuses },
  'hold-evidence': { by: ['system'], in: allStatuses },
  'compare-evidence': { by: ['system'], in: open },
  submit: { by: byRequester, in: filling },
  cancel: { by: [...byRequester, 'agent'], in: open },
  // Out of the hands of the person in charge too, when the form must change.
  claim: { by: ['verifier'], in: ['submitted', 'returned', 'awaiting-signature'] },
  release: { by: ['verifier', 'system'], in: ['in-review'], held: true },
  'hand-over': { by: ['system'], in: ['in-review', 'awaiting-signature'] },
  'take-over': { by: ['verifier'], in: ['in-review', 'awaiting-signature'] },
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
  'confirm-signature': { by: ['verifier'], in: ['awaiting-signature'], held: true },
  'plan-revocation': { by: byRequester, in: ['ready-to-revoke'] },
  'ask-revocation': { by: [...byRequester, 'system'], in: ['ready-to-revoke'] },
  'confirm-revoked': { by: ['verifier', 'former-verifier'], in: ['awaiting-revocation'] },
  'ask-reissue': { by: [...byRequester, 'verifier'], in: ['awaiting-requester'] },
  'note-certificate': {
    by: ['requester', 'verifier', 'agent', 'system'],
    in: allStatuses.filter((status) => status !== 'draft'),
  },
  'issue-cover': { by: ['system'], in: ['legalised'] },
  'sign-cover': { by: ['verifier'], in: ['legalised'], held: true },
  'withdraw-legalisation': { by: ['verifier'], in: ['legalised'] },
  prepare: { by: ['system'], in: ['legalised'] },
  send: { by: ['system'], in: ['ready-to-send'] },
  take: { by: ['agent'], in: atContactCenter },
  'put-back': { by: ['agent', 'system'], in: atContactCenter, held: true },
  assign: { by: ['agent'], in: atContactCenter },
  snooze: { by: ['agent'], in: atContactCenter, held: true },
  wake: { by: ['agent', 'system'], in: atContactCenter, held: true },
  escalate: { by: ['verifier', 'agent'], in: inHand, held: true },
  link: { by: ['verifier', 'agent', 'system'], in: sentOff },
  merge: { by: ['verifier', 'agent'], in: inHand, held: true },
  'send-back': { by: ['agent'], in: atContactCenter, held: true },
  approve: { by: ['agent'], in: ['with-contact-center'], held: true },
  'send-link': { by: ['agent'], in: atContactCenter, held: true },
  // No link exists before BSrE approved; one that "expired" before that would only jump the queue.
  'receive-link': { by: byRequester, in: ['approved'] },
  'report-setback': { by: byRequester, in: ['awaiting-requester'] },
  complete: { by: byRequester, in: open.filter((status) => status !== 'draft') },
  'ask-code': { by: ['requester'], in: undecided },
  'waive-code': { by: ['requester'], in: undecided },
  prove: { by: ['system'], in: undecided },
  'note-rivals': { by: ['system'], in: open },
  'consult-roster': { by: ['system'], in: open },
  expire: { by: ['system'], in: [...filling, 'awaiting-requester'] },
  reopen: { by: [...byRequester, 'agent'], in: ['completed', 'expired'] },
  'owe-telling': { by: ['system'], in: allStatuses },
  tell: { by: ['counter'], in: allStatuses },
  reply: { by: ['verifier', 'agent'], in: sentOff },
  note: { by: ['verifier', 'agent'], in: sentOff },
  write: { by: ['requester'], in: sentOff },
  'miss-reply': { by: ['system'], in: sentOff },
  'ask-rating': { by: ['system'], in: ['completed'] },
  rate: { by: ['requester'], in: ['completed'] },
  'receive-mail': { by: ['system', 'agent'], in: sentOff },
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
