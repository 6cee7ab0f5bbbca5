import { acceptsEmployment } from '../agency/agency.ts'
import { isSameRoster } from '../agency/roster.ts'
import { filesPerCaseMax, filesPerItemMax } from '../evidence/kind.ts'
import { wibMoment } from '../form/calendar.ts'
import type { Answer } from '../form/field.ts'
import { factsOfNip } from '../form/nip.ts'
import { readAnswer } from '../form/read.ts'
import { isLoss, phasesOf } from '../procedure/course.ts'
import { procedureOf } from '../procedure/registry.ts'
import { staffOf } from './actor.ts'
import type { Case } from './case.ts'
import type { CommandOf } from './command.ts'
import { mayHearByMail } from './counter.ts'
import { dueAfter, dueAgain, type Target } from './deadline.ts'
import type { Circumstances, Decisions } from './decide.ts'
import { filesOf, isBeforeScan, isChecking, isHeld, isOptional, missing } from './missing.ts'
import { challengeIn, placeOfReading } from './place-of-reading.ts'
import { type Question, questionsOf } from './question.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

const answers = (c: Case, command: CommandOf<'answer'>, circumstances: Circumstances) => {
  const question = asked(c, command.item)
  if (isRefusal(question)) return question
  if (question.field === null) return refuse('unknown-item')
  const answer = readAnswer(question, command.said, c, circumstances)
  if (answer !== null && typeof answer === 'object' && 'refused' in answer) return answer
  if (question.key === 'passwordChangedAt' && isBeforeScan(c, answer)) return refuse('password-before-scan')
  if (question.key === 'nip' && c.answers.employment === 'pns' && isOfPppk(answer))
    return refuse('bad-appointment-month', { at: 13, employment: 'pns' })
  const { replaces } = question.field
  const replaced = replaces === 'agency' ? c.agency : c.answers[replaces ?? '']
  if (replaces !== undefined && answer !== null && replaced === answer) return refuse('unchanged', { of: replaces })
  if (isOwnDeath(c, question.key, answer)) return refuse('no-such-option')
  if (isUntaken(c, question.key, answer, circumstances)) return refuse('employment-not-accepted')
  const value: Answer = answer
  return [{ type: 'answered', item: question.key, secret: { answer: value } }] as const
}

/** True for a number of a contract employee: a code stands where a civil servant's has the month. @source domain.md §3 */
const isOfPppk = (answer: Answer): boolean => typeof answer === 'string' && factsOfNip(answer).employment === 'PPPK'

/** True where a certificate would be one's own and its owner dead. */
function isOwnDeath({ answers: held }: Case, item: string, answer: Answer): boolean {
  const reason = item === 'revocationReason' ? answer : held.revocationReason
  const owner = item === 'revocationFor' ? answer : held.revocationFor
  return (item === 'revocationReason' || item === 'revocationFor') && reason === 'deceased' && owner === 'self'
}

/** True when the agency does not take people of that employment status, for a procedure that depends on it. */
function isUntaken(c: Case, item: string, answer: Answer, { agencies }: Circumstances): boolean {
  if (procedureOf(c.procedure).checksEmployment !== true || (item !== 'employment' && item !== 'agency')) return false
  const code = item === 'agency' ? answer : c.agency
  const employment = item === 'employment' ? answer : c.answers.employment
  const agency = agencies.find((one) => one.code === code)
  return agency !== undefined && typeof employment === 'string' && !acceptsEmployment(agency, employment)
}

/** What the requester does while filling in or correcting. */
export const fillDecisions: Decisions<
  | 'answer'
  | 'attach'
  | 'finish-evidence'
  | 'clear-evidence'
  | 'store-evidence'
  | 'refuse-evidence'
  | 'hold-evidence'
  | 'submit'
  | 'consult-roster'
  | 'expire'
  | 'choose-language'
> = {
  answer: answers,

  attach(c, { item, file }) {
    const question = asked(c, item)
    if (isRefusal(question)) return question
    if (question.field !== null) return refuse('unknown-item')
    if (filesOf(c, item).length >= filesPerItemMax) return refuse('too-many-files', { max: filesPerItemMax })
    if (c.received >= filesPerCaseMax) return refuse('too-many-files', { max: filesPerCaseMax })
    const { id, name, sizeBytes, source, uniqueId } = file
    const secret = { name, source, ...(uniqueId !== undefined && { uniqueId }) }
    return [{ type: 'evidence-received', item, fileId: id, sizeBytes, secret }]
  },

  'finish-evidence'(c, { item }) {
    const question = asked(c, item)
    if (isRefusal(question)) return question
    return filesOf(c, item).length === 0 && !isOptional(item)
      ? refuse('incomplete')
      : [{ type: 'evidence-finished', item }]
  },

  'clear-evidence'(c, { item }) {
    const question = asked(c, item)
    return isRefusal(question) ? question : [{ type: 'evidence-cleared', item }]
  },

  'store-evidence'(c, { fileId, stored, remarks, reading }, { agencies }) {
    const item = itemOfPending(c, fileId)
    if (item === undefined) return []
    const to = placeOfReading(c, item, reading)
    const isMoved = to !== undefined && !isRefusal(asked(c, to))
    const challenge = challengeIn(c, isMoved ? to : item, reading, agencies)
    return [
      {
        type: 'evidence-stored',
        item,
        fileId,
        stored,
        remarks,
        ...(challenge !== undefined && { challenge }),
        ...(reading !== undefined && { secret: { reading } }),
      },
      ...(isMoved ? [{ type: 'evidence-moved', item, fileId, to } as const] : []),
    ]
  },

  'refuse-evidence'(c, { fileId, code }) {
    const item = itemOfPending(c, fileId)
    return item === undefined ? [] : [{ type: 'evidence-refused', item, fileId, code }]
  },

  'hold-evidence'(c, { fileId }) {
    const item = itemOfPending(c, fileId)
    const file = c.evidence[item ?? '']?.find(({ id }) => id === fileId)
    return item === undefined || file?.isHeld === true ? [] : [{ type: 'evidence-held', item, fileId }]
  },

  submit(c, { consent, declared }, circumstances) {
    if (missing(c).length > 0) return refuse('incomplete', { count: missing(c).length })
    if (isChecking(c)) return refuse('still-checking', isHeld(c) ? { because: 'scanner-away' } : undefined)
    if (consent.version === '') return refuse('consent-missing')
    const { at, agencies, actor } = circumstances
    const isAtCounter = actor.role === 'counter'
    if (isAtCounter && declared === undefined) return refuse('consent-missing')
    if (isAtCounter && declared?.hears === 'mail' && !mayHearByMail(c)) return refuse('not-here')
    const target = isLoss(c) ? 'urgent' : firstTarget(c)
    const dueAt = c.hoursLeft === null ? dueAfter(c, target, circumstances) : dueAgain(c, c.hoursLeft, circumstances)
    const revokesBefore = agencies.find(({ code }) => code === c.agency)?.revokeBefore
    return [
      // Who declares to have the requester before them has met them.
      ...(isAtCounter
        ? [{ type: 'identity-confirmed', method: 'meeting', secret: { by: staffOf(actor) } } as const]
        : []),
      {
        type: 'submitted',
        consent: { ...consent, at },
        dueAt,
        isUrgent: isLoss(c) || isDeadlineNear(c, dueAt),
        ...(revokesBefore !== undefined && { revokesBefore }),
        ...(isAtCounter && declared !== undefined && { hears: declared.hears }),
      },
    ]
  },

  // Asked twice after a crash, the roster says the same: no news.
  'consult-roster': ({ roster }, { facts }) =>
    roster !== null && isSameRoster(roster, facts) ? [] : [{ type: 'roster-consulted', facts }],
  expire: () => [{ type: 'expired' }],
  'choose-language': (c, { language }) => (c.language === language ? [] : [{ type: 'language-chosen', language }]),
}

/** Whose clock runs first: a verifier's, or without a review the agent's. */
const firstTarget = (c: Case): Target => (phasesOf(c).includes('review') ? 'review' : 'contact-center')

/** The question behind an item, if it may be answered now: in a correction only what was asked again. */
function asked(c: Case, item: string): Question | Refusal {
  const question = questionsOf(c).find(({ key }) => key === item)
  if (question === undefined) return refuse('unknown-item')
  if (c.status === 'draft' || missing(c).some(({ key }) => key === item) || wasReturned(c, item)) return question
  return refuse('item-settled')
}

const wasReturned = (c: Case, item: string): boolean => c.verdicts[item] === undefined || !c.verdicts[item].ok

const itemOfPending = (c: Case, fileId: string): string | undefined =>
  Object.keys(c.evidence).find((item) =>
    c.evidence[item]?.some(({ id, state }) => id === fileId && state === 'pending'),
  )

/** Urgent when documents wait to be signed before the verifier's target is over. */
function isDeadlineNear(c: Case, dueAt: string): boolean {
  const deadline = c.answers.signingDeadline
  return (
    typeof deadline === 'object' &&
    deadline !== null &&
    'date' in deadline &&
    deadline.date <= wibMoment(Date.parse(dueAt)).date
  )
}
