import type { Absence } from '../../core/agency/absence.ts'
import type { Agency } from '../../core/agency/agency.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import type { Event } from '../../core/case/event.ts'
import type { Access } from '../../core/handling/access-log.ts'
import type { ApiToken, KeptAnswer } from '../../core/handling/api-access.ts'
import type { DeskSession, DeskTaste, FormLink } from '../../core/handling/desk-access.ts'
import type { DraftKind } from '../../core/handling/drafts.ts'
import type { EvidencePrint } from '../../core/handling/evidence-prints.ts'
import type { Hook, HookDelivery } from '../../core/handling/hooks.ts'
import type { CodeRequest } from '../../core/handling/identities.ts'
import type { Chat } from '../../core/handling/ledger.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { RosterAge } from '../../core/handling/roster-import.ts'
import type { SavedView } from '../../core/handling/saved-views.ts'
import type { Binding } from '../../core/identity/binding.ts'
import type { ErasedCase } from '../../core/privacy/erasure.ts'
import type { SignerPin } from '../../core/signature/pin.ts'
import type { MailRow } from './mails.ts'
import type { NotedWords } from './search.ts'

/** A session by its token, with the token before. */
export interface KeptSession extends DeskSession {
  readonly before: { readonly token: string; readonly until: string } | undefined
}

export interface InboxRow {
  readonly seq: number
  readonly key: string
  readonly chat: string
  readonly payload: unknown
  readonly knock?: string
  readonly receivedAt: string
  attempts: number
  retryAt: string
  isDone: boolean
}

export interface OutboxRow {
  readonly id: number
  owed: OwedRow
  state: 'due' | 'sending' | 'sent' | 'ambiguous' | 'dead'
  notBefore: string
  attempts: number
  leasedAt: string
  leaseUntil: string
  ref?: string
}

export interface CodeRow extends CodeRequest {
  readonly digits?: string
  readonly expiresAt?: string
  readonly tries: number
  readonly spentBy?: string
}

/** Words of the staff that were not sent. */
export interface Draft {
  readonly staffId: string
  readonly caseId: string
  readonly kind: DraftKind
  readonly text: string
  readonly at: string
}

/** All that a store holds, as plain values: the memory store's only state. */
export class State {
  readonly cases = new Map<string, Case>()
  readonly events = new Map<string, Event[]>()
  readonly erased = new Map<string, ErasedCase & { readonly events: number }>()
  /** When which chat opened a case that is erased by now. */
  readonly openings: { readonly chat: string; readonly at: string }[] = []
  readonly leases = new Map<string, string>()
  readonly chats = new Map<string, Chat>()
  readonly inbox: InboxRow[] = []
  readonly outbox: OutboxRow[] = []
  readonly agencies: Agency[] = []
  readonly staff = new Map<string, Staff>()
  readonly absences = new Map<string, Absence>()
  /** By `rosterKey`. */
  readonly roster = new Map<string, RosterLine>()
  readonly rosterAges = new Map<string, RosterAge>()
  readonly accesses: Access[] = []
  readonly files = new Map<string, Uint8Array>()
  readonly links = new Map<string, { readonly staffId: string; readonly expiresAt: string }>()
  readonly formLinks = new Map<string, FormLink & { readonly expiresAt: string }>()
  readonly sessions = new Map<string, KeptSession>()
  readonly tastes = new Map<string, DeskTaste>()
  readonly bindings = new Map<string, Binding>()
  readonly codes = new Map<string, CodeRow>()
  /** By case and file. */
  readonly prints = new Map<string, EvidencePrint>()
  readonly pins: SignerPin[] = []
  /** By case, person and kind. */
  readonly drafts = new Map<string, Draft>()
  /** By the token itself. */
  readonly apiTokens = new Map<string, ApiToken>()
  readonly hooks = new Map<string, Hook>()
  readonly hookDeliveries = new Map<string, HookDelivery>()
  readonly apiAnswers = new Map<string, KeptAnswer>()
  readonly savedViews = new Map<string, readonly SavedView[]>()
  readonly searchWords = new Map<string, NotedWords>()
  readonly mails = new Map<string, MailRow>()
  readonly filesErased = new Map<string, string>()
  readonly claims = new Map<string, { readonly numbers: readonly string[]; readonly isProved: boolean }>()
  serial = 0
}

/** What a roster line is known by: its NIP, or its NIK where there is none. */
export const rosterKey = ({ nip, nik }: Pick<RosterLine, 'nip' | 'nik'>): string => (nip === '' ? `nik:${nik}` : nip)
