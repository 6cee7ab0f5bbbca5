import type { Agency } from '../agency/agency.ts'
import type { ReadKind } from '../evidence/facts.ts'
import type { Reading } from '../evidence/reading.ts'
import type { Scan } from '../lab/clamd.ts'
import type { AccessLog } from './access-log.ts'
import type { ApiAccess } from './api-access.ts'
import type { DeskAccess } from './desk-access.ts'
import type { Directory } from './directory.ts'
import type { DraftStore } from './drafts.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import type { EvidencePrints } from './evidence-prints.ts'
import type { Hooks } from './hooks.ts'
import type { Identities } from './identities.ts'
import type { Inbox } from './inbox.ts'
import type { Ledger } from './ledger.ts'
import type { MailStore } from './mail-store.ts'
import type { Outbox } from './outbox.ts'
import type { Reports } from './reports.ts'
import type { Rights } from './rights.ts'
import type { Routing } from './route.ts'
import type { SavedViews } from './saved-views.ts'
import type { CaseSearch } from './search.ts'
import type { Signatures } from './signatures.ts'
import type { SignerPins } from './signer-pins.ts'

/** What a store offers; memory, embedded and server stores keep one contract. */
export interface Store {
  readonly ledger: Ledger
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly directory: Directory
  readonly identities: Identities
  readonly accessLog: AccessLog
  readonly deskAccess: DeskAccess
  readonly rights: Rights
  readonly files: EvidenceFiles
  readonly prints: EvidencePrints
  readonly pins: SignerPins
  readonly drafts: DraftStore
  readonly api: ApiAccess
  readonly hooks: Hooks
  readonly search: CaseSearch
  readonly savedViews: SavedViews
  readonly mails: MailStore
  readonly reports: Reports
}

/** Values that pure code may not make for itself. */
export interface Clockwork {
  /** ISO 8601, UTC. */
  now(): string
  newId(): string
  /** 32 bytes of randomness as base64url: links, sessions. */
  newToken(): string
  /** A whole number from 0 up to, not including, `below`. */
  pick(below: number): number
  sha256(bytes: Uint8Array): string
}

/** All that asynchronous rules need of the world. */
export interface Ports extends Store, Clockwork {
  readonly agencies: readonly Agency[]
  /** Which ways out exist: without Slack verifiers hear by mail, without mail a dossier goes to the desk only. */
  readonly has: Routing['has']
  /** The contact center's own mailbox; a legalised dossier is mailed there too. */
  readonly contactCenterEmail: string | undefined
  /** Looks for malware in what comes in; absent where no scanner is wanted. */
  readonly scan?: Scan
  /** Verifies electronic signatures; absent where nothing does, and then people decide. */
  readonly signatures?: Signatures
  /** Reads what pictures of evidence say (`core/lab/read-pictures.ts`); absent where nobody wants them read. */
  readonly read?: (asked: ReadKind, pictures: readonly Uint8Array[]) => Promise<Reading | null>
  /** Tells the loops that something was committed; `came-in` when only updates were, and nothing is owed yet. */
  wake(what?: 'came-in'): void
}
