import type { Case } from '../../core/case/case.ts'
import { isRefusal, type Refusal, refuse } from '../../core/case/refusal.ts'
import { rosterOf } from '../../core/handling/identity-work.ts'
import { perform } from '../../core/handling/perform.ts'
import { addToRoster } from '../../core/handling/roster-addition.ts'
import { subjectOf } from '../../core/identity/subject.ts'
import { isHeldBy } from '../../core/ticket/queue.ts'
import { meansStandIn } from '../../core/ticket/stand-in.ts'
import { type Action, actionNamed } from './case-forms.ts'
import type { Outcome, Typed } from './case-view.ts'
import { tryMacro } from './macro-forms.ts'
import { rosterCells } from './roster-form.tsx'
import { isMasked } from './shown-answer.ts'
import { joinForm } from './teamwork-forms.ts'
import { isVerdictField } from './verdict-form.ts'
import type { Desk, Visitor } from './visitor.ts'

/** What a form leads to: another page, or the same one with what came of it. */
export type Answered = { readonly goTo: string } | { readonly after: Case; readonly outcome: Outcome }

/** Carries out what a button of the case's page says. @returns undefined for a button that this role does not have */
export async function answerForm(
  desk: Desk,
  visitor: Visitor,
  c: Case,
  name: string,
  typed: Typed,
): Promise<Answered | undefined> {
  if (name === 'reveal') return reveal(desk, visitor, c, typed)
  if (name === 'roster-number') return rosterNumber(desk, visitor, c, typed)
  if (name === 'add-to-roster') return rosterLine(desk, visitor, c, typed)
  if (name === 'try-macro' && visitor.role === 'agent')
    return { after: c, outcome: { ...(await tryMacro(desk, visitor, c, typed)), action: name } }
  const joined = await joinForm(desk, visitor, c, name, typed)
  if (joined !== undefined) return afterJoining(desk, c, name, typed, joined)
  if (name === 'enter' && visitor.role === 'agent') return { goTo: `/desk/cases/${c.number}` }
  const isStandIn = visitor.role === 'verifier' && meansStandIn(c, desk.ports.agencies, name)
  const action = actionNamed(isStandIn ? 'agent' : visitor.role, name, typed)
  const answered = action && (await carryOut(desk, visitor, c, action, typed))
  if (answered === undefined || !('outcome' in answered)) return answered
  return { ...answered, outcome: { ...answered.outcome, action: name } }
}

async function carryOut(desk: Desk, visitor: Visitor, c: Case, action: Action, typed: Typed): Promise<Answered> {
  const { ports } = desk
  const seen = Number(typed.get('seen') ?? Number.NaN)
  const gap = action.gap?.({ c, typed })
  if (gap !== undefined) return refused(desk, c, action, typed, seen, gap)
  let after = c
  for (const commands of action.commands({ c, typed, seen, ports })) {
    const outcome = await perform(ports, c.id, commands, { staffId: visitor.staff.id, role: visitor.role })
    if (isRefusal(outcome)) return refused(desk, c, action, typed, seen, outcome)
    after = outcome
  }
  if (action.staysOpen === true) return stayOpen(desk, visitor, after, action, typed)
  // Verdicts that outlived a lost claim are shown again with the new one.
  if (action.done === 'claim' && [...typed.keys()].some(isVerdictField))
    return { after, outcome: { section: 'top', typed, done: 'claim' } }
  if (action.done === 'reply' || action.done === 'note')
    await ports.drafts.keepDrafts(visitor.staff.id, c.id, { [action.done]: '' }, ports.now())
  return { goTo: `/desk/cases/${c.number}?done=${action.done}${action.isLast === true ? '&next=1' : ''}` }
}

async function afterJoining(
  desk: Desk,
  c: Case,
  name: string,
  typed: Typed,
  { done, outcome }: NonNullable<Awaited<ReturnType<typeof joinForm>>>,
): Promise<Answered> {
  if (!isRefusal(outcome)) return { goTo: `/desk/cases/${c.number}?done=${done}` }
  const answered = await refused(desk, c, { section: 'team' }, typed, Number(typed.get('seen') ?? Number.NaN), outcome)
  return 'outcome' in answered ? { ...answered, outcome: { ...answered.outcome, action: name } } : answered
}

async function refused(
  { ports }: Desk,
  c: Case,
  { section }: Pick<Action, 'section'>,
  typed: Typed,
  seen: number,
  refusal: Refusal,
): Promise<Answered> {
  const after = (await ports.ledger.caseById(c.id)) ?? c
  const known = Number.isFinite(seen) ? { seen } : {}
  return { after, outcome: { section, typed: withoutWords(typed), refusal, ...known } }
}

/** Steps towards the identity leave the page as it is; while a call is on, the number called stays in sight. */
async function stayOpen(desk: Desk, visitor: Visitor, after: Case, action: Action, typed: Typed): Promise<Answered> {
  const isMissed = action.done === 'identity' && after.identity === null
  const phone = after.call === null ? undefined : await rosterPhone(desk, visitor, after)
  const outcome: Outcome = {
    section: action.section,
    typed: withoutWords(typed),
    done: isMissed ? 'missed' : action.done,
    ...(phone !== undefined && { rosterPhone: phone }),
  }
  return { after, outcome }
}

// Words read out on the phone are for one try; a page never repeats them.
const withoutWords = (typed: Typed): Typed => new Map([...typed].filter(([name]) => name !== 'words'))

async function reveal(desk: Desk, visitor: Visitor, c: Case, typed: Typed): Promise<Answered> {
  const item = typed.get('item') ?? ''
  if (!isHeldBy(c, visitor.role, visitor.staff.id)) return notYours(c, typed)
  if (!isMasked(item) || c.answers[item] === undefined) return notYours(c, typed)
  await look(desk, visitor, c, item)
  return { after: c, outcome: { section: 'items', typed, revealed: [item] } }
}

async function rosterNumber(desk: Desk, visitor: Visitor, c: Case, typed: Typed): Promise<Answered> {
  if (visitor.role !== 'verifier' || !isHeldBy(c, 'verifier', visitor.staff.id)) return notYours(c, typed)
  const phone = await rosterPhone(desk, visitor, c)
  return { after: c, outcome: { section: 'identity', typed, rosterPhone: phone } }
}

async function rosterLine({ ports }: Desk, visitor: Visitor, c: Case, typed: Typed): Promise<Answered> {
  if (visitor.role !== 'verifier' || !isHeldBy(c, 'verifier', visitor.staff.id)) return notYours(c, typed)
  const added = await addToRoster(ports, c, visitor.staff.id, rosterCells(typed))
  if (added === 'added') return { goTo: `/desk/cases/${c.number}?done=roster-line` }
  const outcome = { section: 'identity', typed } as const
  return {
    after: c,
    outcome: 'faults' in added ? { ...outcome, rosterFaults: added.faults } : { ...outcome, refusal: added },
  }
}

/** The number that the roster has for this person, on record as looked at before it is shown; null when there is none. */
async function rosterPhone(desk: Desk, visitor: Visitor, c: Case): Promise<string | null> {
  const subject = subjectOf(c)
  const line = subject && (await rosterOf(desk.ports, subject))
  // A NIP of another agency, typed into the form, must not open that agency's roster.
  if (line === undefined || line.phone === '' || line.agency !== c.agency) return null
  await look(desk, visitor, c, 'roster-phone')
  return line.phone
}

const look = ({ ports }: Desk, { staff }: Visitor, c: Case, ref: string): Promise<void> =>
  ports.accessLog.record({ staffId: staff.id, caseId: c.id, what: 'number', ref, at: ports.now() })

const notYours = (c: Case, typed: Typed): Answered => ({
  after: c,
  outcome: { section: 'top', typed, refusal: refuse('not-yours') },
})
