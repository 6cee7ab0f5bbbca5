import type { Case } from '../../core/case/case.ts'
import { phasesOf } from '../../core/procedure/course.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { NoticeFacts } from '../text/telegram-panel.ts'

/** What notices of a change of data say of the certificate and of signing. */
export const changeFacts = (c: Case): Pick<NoticeFacts, 'revokesFirst' | 'signing'> => ({
  revokesFirst: phasesOf(c).includes('revocation') && c.trail.revoked === undefined,
  signing: signingAfter(c),
})

/** A certificate that is revoked on the way has notices of its own. */
function signingAfter(c: Case): NoticeFacts['signing'] {
  if (procedureOf(c.procedure).signing !== 'off-on-the-way') return undefined
  if (c.status === 'completed') return c.trail.sent === undefined ? undefined : 'returns'
  return phasesOf(c).includes('revocation') ? undefined : 'stops'
}
