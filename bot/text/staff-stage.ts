import type { Case } from '../../core/case/case.ts'
import { awaitsCover } from '../../core/case/cover-trust.ts'
import { needsConfirmation } from '../../core/case/form-trust.ts'
import type { Status } from '../../core/case/status.ts'
import { awaitsReissue, closingOf, hasDossier } from '../../core/procedure/course.ts'
import { procedureOf } from '../../core/procedure/registry.ts'

/** Where a case stands for whoever works on it: its status, or what that status means on this case's course. */
export type Stage =
  | Status
  /** In review, to be settled without a dossier. */
  | 'settling'
  /** In review, to be accepted and then signed or revoked. */
  | 'accepting'
  /** The signed form has come back, and counts. */
  | 'form-back'
  /** It has come back, and a verifier has to confirm its signature. */
  | 'form-doubted'
  /** Legalised, as soon as its verifier has signed the cover sheet. */
  | 'cover-unsigned'
  /** Revoked and verified: the new certificate is to be asked for. */
  | 'reissue'
  | 'reissued'
  /** Settled; the rest is the requester's own. */
  | 'own-step'
  /** A question at the contact center. */
  | 'answering'
  /** Completed, and no account that came back. */
  | 'done'

/** What a stage is told by. */
export type Staged = Pick<Case, 'status' | 'procedure' | 'answers' | 'revokesBefore' | 'trail' | 'signedForm' | 'cover'>

export function stageOf(c: Staged): Stage {
  const sendsLink = procedureOf(c.procedure).sendsLink === true
  switch (c.status) {
    case 'in-review':
      return ({ settle: 'settling', accept: 'accepting', legalise: 'in-review' } as const)[closingOf(c)]
    case 'awaiting-signature':
      if (c.signedForm === null) return 'awaiting-signature'
      return needsConfirmation(c.signedForm) ? 'form-doubted' : 'form-back'
    case 'legalised':
      return awaitsCover(c) ? 'cover-unsigned' : 'legalised'
    case 'with-contact-center':
      return hasDossier(c) ? 'with-contact-center' : 'answering'
    case 'awaiting-requester':
      if (sendsLink) return 'awaiting-requester'
      if (c.trail.revoked === undefined) return 'own-step'
      return awaitsReissue(c) ? 'reissue' : 'reissued'
    case 'completed':
      return sendsLink ? 'completed' : 'done'
    default:
      return c.status
  }
}
