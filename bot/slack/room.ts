import type { WebClient } from '@slack/web-api'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { Language } from '../text/language.ts'
import type { Circumstances } from './case-facts.ts'
import type { Report } from './clients.ts'
import type { People } from './people.ts'
import type { Views } from './views.ts'

/** What the handlers of this channel share. */
export interface Room {
  readonly ports: Ports
  readonly publicUrl: string
  /** The lane of clicks; posts owed by the outbox have a client of their own. */
  readonly client: WebClient
  readonly views: Views
  readonly people: People
  readonly report: Report
  /** The name of the requesters' bot, without the @; undefined while it is not known. */
  botName(): string | undefined
}

export const circumstances = ({ ports, publicUrl }: Room, language: Language): Circumstances => ({
  at: ports.now(),
  agencies: ports.agencies,
  publicUrl,
  language,
})

/** The verifier's entry that fits a case: somebody may work for several agencies under several entries. */
export const entryFor = (entries: readonly Staff[], { agency }: Pick<Case, 'agency'>): Staff | undefined =>
  entries.find(({ agencies }) => agency !== null && agencies.includes(agency)) ?? entries[0]
