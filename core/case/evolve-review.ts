import { type Changes, ended, goOn } from './changes.ts'
import { verdictOf } from './event.ts'
import { phaseOf } from './status.ts'

/** How a review changes a case. */
export const reviewChanges: Changes<
  | 'claimed'
  | 'released'
  | 'handed-over'
  | 'item-judged'
  | 'returned'
  | 'rejected'
  | 'call-started'
  | 'call-missed'
  | 'identity-confirmed'
  | 'accepted'
  | 'settled'
  | 'legalised'
> = {
  // A form that waits for its signature is void once it may change.
  claimed: (_, e) => ({
    status: 'in-review',
    verifier: e.secret.verifier,
    form: null,
    signedForm: null,
    ...(e.dueAt !== undefined && { dueAt: e.dueAt }),
  }),
  released: (c) => ({
    status: c.setbacks.at(-1)?.kind === 'returned' && c.manifest !== null ? 'returned' : 'submitted',
    verifier: null,
    call: null,
  }),
  // Two words were agreed with whoever called; nobody else can compare them.
  'handed-over': (_, e) => ({ verifier: e.secret.verifier, call: null }),
  'item-judged': (c, e) => ({ verdicts: { ...c.verdicts, [e.item]: verdictOf(e) } }),
  returned: (c, e) => ({
    status: 'needs-correction',
    owed: e.items,
    dueAt: e.dueAt,
    hoursLeft: e.hoursLeft ?? null,
    verifier: null,
    call: null,
    manifest: null,
    evidence: Object.fromEntries(
      Object.entries(c.evidence).map(([item, list]) => [item, e.items.includes(item) ? [] : list]),
    ),
    finished: c.finished.filter((item) => !e.items.includes(item)),
  }),
  rejected: (_, e) => ({ status: 'rejected', ...ended(e.at, { reason: e.reason, ...e.secret }) }),
  'call-started': (_, e) => ({ call: { words: e.secret.words } }),
  'call-missed': (_, e) => ({ misses: e.misses, ...(e.freezes && { isFrozen: true, call: null }) }),
  'identity-confirmed': (_, e) => ({
    identity: {
      method: e.method,
      ...(e.numberFrom !== undefined && { numberFrom: e.numberFrom }),
      by: e.secret.by,
      at: e.at,
    },
    call: null,
    misses: 0,
    isFrozen: false,
  }),
  accepted: (c, e) => ({
    ...goOn(c, 'review', e.at),
    trail: { ...c.trail, accepted: e.at },
    call: null,
    dueAt: null,
  }),
  settled: (c, e) => ({
    dueAt: e.dueAt,
    call: null,
    isUrgent: false,
    settled: { outcome: e.outcome, ...(e.secret.text !== undefined && { text: e.secret.text }) },
    ...goOn(c, phaseOf(c.status), e.at),
  }),
  legalised: (c, e) => ({
    ...goOn(c, c.status === 'awaiting-signature' ? 'signature' : 'review', e.at),
    manifest: e.manifest,
    legalisedBy: { ...e.secret.by, at: e.at },
    // A case that BSrE sent back is legalised anew, on a sheet of its own.
    ...(c.cover != null && { cover: null }),
    call: null,
    dueAt: null,
  }),
}
