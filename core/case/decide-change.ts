import { wibMoment } from '../form/calendar.ts'
import { parseMomentAhead } from '../form/moment.ts'
import { dueAfter } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { staffOf } from './decide-review.ts'
import { refuse } from './refusal.ts'

/** The steps of a change of data between its review and the contact center: the signed form and the revocation. */
export const changeDecisions: Decisions<
  'issue-form' | 'attach-signed-form' | 'plan-revocation' | 'ask-revocation' | 'confirm-revoked' | 'ask-reissue'
> = {
  'issue-form': (c, { formSha256 }, s) =>
    c.form?.sha256 === formSha256 ? [] : [{ type: 'form-issued', formSha256, dueAt: dueAfter(c, 'signature', s) }],

  'attach-signed-form'(c, { form }, s) {
    if (c.form === null) return refuse('not-now', { status: c.status })
    if (form.relation === 'same-bytes') return refuse('unsigned-form')
    if (form.relation === 'other') return refuse('other-form')
    const from = s.actor.role === 'person-in-charge' ? s.actor.role : 'verifier'
    return [{ type: 'signed-form-received', form: { ...form, from }, dueAt: dueAfter(c, 'legalise', s) }]
  },

  'plan-revocation'(c, { on }, { at }) {
    if (on === null) return c.revocationOn === null ? [] : [{ type: 'revocation-planned', on: null }]
    const read = parseMomentAhead(on, wibMoment(Date.parse(at)))
    if (!read.ok) return refuse(read.fault.code)
    return [{ type: 'revocation-planned', on: read.value.date }]
  },

  'ask-revocation': (c, _, s) => [{ type: 'revocation-asked', dueAt: dueAfter(c, 'revocation', s) }],
  'confirm-revoked': (_, __, { actor }) => [{ type: 'revoked', secret: { by: staffOf(actor) } }],
  'ask-reissue'(c) {
    if (c.trail.revoked === undefined) return refuse('not-here')
    return c.trail.reissueAsked === undefined ? [{ type: 'reissue-asked' }] : refuse('already-asked')
  },
}
