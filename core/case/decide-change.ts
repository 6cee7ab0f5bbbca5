import { dateAfter, wibMoment } from '../form/calendar.ts'
import { parseMomentAhead } from '../form/moment.ts'
import { refusalOf } from '../form/read.ts'
import { isProved } from '../identity/proof.ts'
import { staffOf } from './actor.ts'
import { dueAfter } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { formFault, needsConfirmation, signatureFault } from './form-trust.ts'
import { refuse } from './refusal.ts'

/** Certificates are issued for two years (`domain.md` §3); a day beyond three is a slip of the pen. */
const certificateDaysMax = 3 * 366

/** The steps of a change of data between its review and the contact center: the signed form and the revocation. */
export const changeDecisions: Decisions<
  | 'issue-form'
  | 'attach-signed-form'
  | 'confirm-signature'
  | 'plan-revocation'
  | 'ask-revocation'
  | 'confirm-revoked'
  | 'ask-reissue'
  | 'note-certificate'
> = {
  'issue-form': (c, { formSha256 }, s) =>
    c.form?.sha256 === formSha256 ? [] : [{ type: 'form-issued', formSha256, dueAt: dueAfter(c, 'signature', s) }],

  'attach-signed-form'(c, { form }, s) {
    if (c.form === null) return refuse('not-now', { status: c.status })
    const fault = formFault(form) ?? (form.verdict === null ? undefined : signatureFault(form.verdict))
    if (fault !== undefined) return fault
    const from = s.actor.role === 'person-in-charge' ? s.actor.role : 'verifier'
    const dueAt = dueAfter(c, 'legalise', s)
    if (form.verdict === null) return [{ type: 'signed-form-received', form: { ...form, from, verdict: null }, dueAt }]
    const { signer, expected, ...verdict } = form.verdict
    return [{ type: 'signed-form-received', form: { ...form, from, verdict }, dueAt, secret: { signer, expected } }]
  },

  'confirm-signature'({ signedForm }, { isSigner }, { actor }) {
    if (signedForm === null) return refuse('form-missing')
    if (!needsConfirmation(signedForm)) return []
    const { sha256: fileSha256 } = signedForm.file
    // Both names are told apart on the page; what they signed, in the file alone.
    if (actor.role === 'verifier' && !actor.seen.has(fileSha256)) return refuse('not-seen', { count: 1 })
    const pins = isSigner && signedForm.verdict?.signer != null && signedForm.verdict.match !== 'pinned'
    return [{ type: 'signature-confirmed', fileSha256, pins, secret: { by: staffOf(actor) } }]
  },

  'plan-revocation'(c, { on }, { at }) {
    if (on === null) return c.revocationOn === null ? [] : [{ type: 'revocation-planned', on: null }]
    const read = parseMomentAhead(on, wibMoment(Date.parse(at)))
    if (!read.ok) return refusalOf(read.fault)
    return [{ type: 'revocation-planned', on: read.value.date }]
  },

  'ask-revocation': (c, _, s) => [{ type: 'revocation-asked', dueAt: dueAfter(c, 'revocation', s) }],
  'confirm-revoked': (_, __, { actor }) => [{ type: 'revoked', secret: { by: staffOf(actor) } }],

  'note-certificate'(c, { until }, { actor, at }) {
    if (until === null) return c.certificateUntil === null ? [] : [{ type: 'certificate-noted', until: null }]
    // To tell an end date to a chat of which nothing shows whose it is would reveal it.
    if (actor.role !== 'requester' && !isProved(c)) return refuse('identity-missing')
    const now = wibMoment(Date.parse(at))
    const read = parseMomentAhead(until, now)
    if (!read.ok) return refusalOf(read.fault)
    const { date } = read.value
    if (date > dateAfter(now.date, certificateDaysMax)) return refuse('too-far-ahead')
    return date === c.certificateUntil ? [] : [{ type: 'certificate-noted', until: date }]
  },

  'ask-reissue'(c) {
    if (c.trail.revoked === undefined) return refuse('not-here')
    return c.trail.reissueAsked === undefined ? [{ type: 'reissue-asked' }] : refuse('already-asked')
  },
}
