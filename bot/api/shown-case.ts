import { z } from 'zod'
import type { Case } from '../../core/case/case.ts'
import type { Event, EventType } from '../../core/case/event.ts'
import { allStatuses, holderOf } from '../../core/case/status.ts'
import type { Answer } from '../../core/form/field.ts'
import { maskDigits, maskEmail, maskName, maskPhone } from '../../core/privacy/mask.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { eventText } from '../text/desk-timeline.ts'
import { statusText } from '../text/status.ts'
import { caseNumber, moment } from './route-parts.ts'

const sentence = z.object({ id: z.string(), en: z.string() })

/** What another helpdesk may know of a case; personal values masked as on cards. */
export const shownCase = z.object({
  number: caseNumber,
  procedure: z.enum(procedureNames),
  agency: z.string(),
  status: z.enum(allStatuses as [(typeof allStatuses)[number]]),
  statusText: sentence,
  turn: z.enum(['requester', 'verifier', 'person-in-charge', 'agent', 'system', 'nobody']),
  /** Id of the agent who has it. */
  agent: z.string().nullable(),
  isUrgent: z.boolean(),
  openedAt: moment,
  submittedAt: moment.nullable(),
  dueAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Number of the last decision: what a command expects. */
  version: z.int(),
  requester: z.object({
    name: z.string().nullable(),
    nip: z.string().nullable(),
    nik: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  /** How many files each item of evidence has. */
  evidence: z.array(z.object({ item: z.string(), files: z.int() })),
})

const masked = (answer: Answer | undefined, mask: (value: string) => string): string | null =>
  typeof answer === 'string' && answer !== '' ? mask(answer) : null

export const showCase = (c: Case): z.infer<typeof shownCase> => ({
  number: c.number,
  procedure: c.procedure,
  agency: c.agency ?? '',
  status: c.status,
  statusText: statusText[c.status].name,
  turn: holderOf(c.status),
  agent: c.agent?.id ?? null,
  isUrgent: c.isUrgent,
  openedAt: c.openedAt,
  submittedAt: c.submittedAt,
  dueAt: c.dueAt,
  endedAt: c.endedAt,
  version: c.decision,
  requester: {
    name: masked(c.answers.name, maskName),
    nip: masked(c.answers.nip, maskDigits),
    nik: masked(c.answers.nik, maskDigits),
    email: masked(c.answers.email, maskEmail),
    phone: masked(c.answers.phone, maskPhone),
  },
  evidence: Object.entries(c.evidence).map(([item, files]) => ({ item, files: files.length })),
})

/** One fact of a history: its open part alone, without the words and names that are sealed. */
export const shownEvent = z.object({
  n: z.int(),
  at: moment,
  type: z.enum(Object.keys(eventText) as [EventType]),
  text: sentence,
  by: z.enum(['requester', 'verifier', 'agent', 'counter', 'former-verifier', 'person-in-charge', 'system']),
})

export const showEvent = ({ type, at, author }: Event, n: number): z.infer<typeof shownEvent> => ({
  n,
  at,
  type,
  text: eventText[type],
  by: author.role,
})
