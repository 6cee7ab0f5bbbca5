import type { Agency } from '../../core/agency/agency.ts'
import type { RosterFault } from '../../core/agency/roster-line.ts'
import { isTheirs } from '../../core/case/authorise.ts'
import type { Case, StaffRef } from '../../core/case/case.ts'
import { awaitsCover } from '../../core/case/cover-trust.ts'
import type { Event } from '../../core/case/event.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { type RemarkCode, remarksOf } from '../../core/evidence/remark.ts'
import type { Drafts } from '../../core/handling/drafts.ts'
import { actorFor } from '../../core/handling/people.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { SignerPin } from '../../core/signature/pin.ts'
import { showsEnd } from '../../core/ticket/certificate.ts'
import { isHeldBy } from '../../core/ticket/queue.ts'
import type { DoneCode } from '../text/desk-case.ts'
import type { Trial } from './macro-forms.ts'
import type { Present } from './presence.ts'
import type { Screen } from './screen.ts'
import { type ShownRival, shownRival } from './shown-rival.ts'
import type { Desk, Visitor } from './visitor.ts'

/** What a form held, by the names of its fields. */
export type Typed = ReadonlyMap<string, string>

/** The part of the page that a refusal belongs to. */
export type Section =
  | 'top'
  | 'items'
  | 'decide'
  | 'identity'
  | 'reject'
  | 'agent'
  | 'form'
  | 'cover'
  | 'revocation'
  | 'certificate'
  | 'talk'
  | 'team'

/** What came of a form that is shown again on the same page. */
export interface Outcome {
  readonly section: Section
  readonly typed: Typed
  readonly refusal?: Refusal
  /** The button that was pressed, by its name. */
  readonly action?: string
  /** Why a file that was uploaded was not even looked at: the code of its check. */
  readonly unfit?: string
  readonly done?: DoneCode
  /** The steps of a macro that was tried out. */
  readonly trials?: readonly Trial[]
  /** The decision number that the form had seen. */
  readonly seen?: number
  /** Items whose value is shown this once; the look is on record already. */
  readonly revealed?: readonly string[]
  /** The roster's number, on record as looked at; null when the roster has none. */
  readonly rosterPhone?: string | null
  /** What is wrong with a line that was to be added to the roster. */
  readonly rosterFaults?: readonly RosterFault[]
}

/** Everything that the page of one case shows to one person. */
export interface CaseView {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly c: Case
  readonly agencies: readonly Agency[]
  readonly history: readonly Event[]
  readonly remarks: ReadonlyMap<string, readonly RemarkCode[]>
  /** SHA-256 of every file that this person has opened. */
  readonly seen: ReadonlySet<string>
  readonly isHolder: boolean
  /** The verifier who holds the case may write verdicts into the page. */
  readonly isReviewing: boolean
  readonly leaseUntil: string | undefined
  readonly outcome: Outcome | undefined
  /** What this person wrote here and did not send. */
  readonly drafts: Drafts
  readonly done: DoneCode | undefined
  readonly next: Case | undefined
  /** Colleagues who have it open just now. */
  readonly others: readonly Present[]
  readonly rivals: readonly ShownRival[]
  /** Agents whom a case can be given to, for an agent. */
  readonly colleagues: readonly StaffRef[]
  /** Certificates that are known as the agency's officers', while its form is out. */
  readonly pins: readonly SignerPin[]
  /** False where no certificate of an authority is trusted, so that people decide about signatures. */
  readonly verifiesSignatures: boolean
  /** When its evidence was deleted because its time was over. */
  readonly filesErasedAt: string | null
}

/** The case of that number, if it is this person's to see; nobody learns whether another one exists. */
export async function caseFor({ ports, report }: Desk, visitor: Visitor, number: string): Promise<Case | undefined> {
  const c = await ports.ledger.caseByNumber(number)
  if (c === undefined) return undefined
  const { staff, role } = visitor
  const actor = await actorFor(ports, { staffId: staff.id, role }, c)
  if (actor !== undefined && isTheirs(c, actor)) return c
  report({ what: 'desk-denied', staffId: staff.id, number: c.number })
  return undefined
}

type Extras = Partial<Pick<CaseView, 'outcome' | 'done' | 'next' | 'others'>>

export async function caseView(
  ports: Ports,
  c: Case,
  visitor: Visitor,
  screen: Screen,
  extras: Extras,
): Promise<CaseView> {
  const { staff, role } = visitor
  const [history, seen, leaseUntil, rivals, kept, pins, drafts, agents] = await Promise.all([
    ports.ledger.history(c.id),
    ports.accessLog.seenBy(staff.id, c.id),
    ports.ledger.leaseUntil(c.id),
    Promise.all(c.rivals.map((rival) => shownRival(ports, visitor, rival))),
    ports.rights.keptCase(c.id),
    c.status === 'awaiting-signature' && c.agency !== null ? ports.pins.pinsIn(c.agency) : [],
    ports.drafts.draftsOf(staff.id, c.id),
    role === 'agent' ? ports.directory.staffOf('agent', c.agency ?? '') : [],
  ])
  const colleagues = agents.filter(({ id }) => id !== staff.id)
  const isHolder = isHeldBy(c, role, staff.id)
  const isReviewing = isHolder && role === 'verifier'
  const loaded = { screen, visitor, c, history, seen, leaseUntil, rivals, pins, drafts, colleagues }
  return {
    ...loaded,
    agencies: ports.agencies,
    isHolder,
    isReviewing,
    remarks: remarksOf(c, screen.at),
    outcome: extras.outcome && inSight(extras.outcome, c, isReviewing),
    done: extras.done ?? extras.outcome?.done,
    next: extras.next,
    others: extras.others ?? [],
    verifiesSignatures: ports.signatures?.hasAnchors === true,
    filesErasedAt: kept?.filesErasedAt ?? null,
  }
}

/** A refusal whose form is gone from the page, because the case moved on, is said at its top. */
function inSight(outcome: Outcome, c: Case, isReviewing: boolean): Outcome {
  const { section } = outcome
  const isGone =
    section === 'form'
      ? c.status !== 'awaiting-signature'
      : section === 'cover'
        ? !awaitsCover(c)
        : section === 'certificate'
          ? !showsEnd(c)
          : !isReviewing && ['decide', 'reject', 'identity'].includes(section)
  return isGone ? { ...outcome, section: 'top' } : outcome
}

/** What stood in a field of the form that is shown again. */
export const typedIn = ({ outcome }: CaseView, name: string): string | undefined => outcome?.typed.get(name)

/** Where the forms of a case go. */
export const actionOf = ({ c }: Pick<CaseView, 'c'>, action: string): string => `/desk/cases/${c.number}/${action}`
