import type { Staff } from '../../core/agency/staff.ts'
import type { DeskSession, DeskTaste } from '../../core/handling/desk-access.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { QueueRole } from '../../core/ticket/queue.ts'
import type { Language } from '../text/language.ts'
import type { Live } from './live.ts'
import type { Presence } from './presence.ts'
import type { SsoRefusal } from './sso-login.tsx'
import type { Assets } from './static-files.ts'

/** Somebody signed in at the desk, as the directory knows them at this very request. */
export interface Visitor {
  readonly staff: Staff
  readonly role: QueueRole
  readonly session: DeskSession
  readonly token: string
  readonly taste: DeskTaste
}

/** What every route of the desk has before it. */
export interface DeskEnv {
  readonly Variables: {
    language: Language
    visitor: Visitor | undefined
    /** What changes were counted by before anything was read for the answer. */
    mark: string
  }
}

/** What operators may want to know of; ids and codes only, nothing personal. */
export type DeskReport =
  | { readonly what: 'desk-denied'; readonly staffId: string; readonly number: string }
  | { readonly what: 'desk-refused-request'; readonly why: 'origin' | 'csrf' }
  | { readonly what: 'desk-signed-out'; readonly staffId: string; readonly by: string }
  | { readonly what: 'desk-sso-refused'; readonly why: SsoRefusal }
  | { readonly what: 'desk-failed'; readonly error: unknown }

/** The parts that the rooms of the desk share. */
export interface Desk {
  readonly ports: Ports
  /** Without a slash at its end. */
  readonly publicUrl: string
  readonly isSecure: boolean
  /** True where a login service is configured. */
  readonly hasSso: boolean
  /** True where mail comes in: only then there is a tray. */
  readonly hasMailIn: boolean
  readonly assets: Assets
  readonly live: Live
  readonly presence: Presence
  report(report: DeskReport): void
}
