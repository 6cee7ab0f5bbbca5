import { z } from 'zod'
import { targetHours } from '../core/case/deadline.ts'

/** What `employmentAccepted` may name. */
const employments = ['pns', 'pppk', 'lainnya', 'tni', 'polri'] as const

const text = z.string().min(1)
const day = z.iso.date()
const person = z.strictObject({ name: text, nip: text, title: text, certSha256: text.optional() })
const calendar = z
  .strictObject({
    days: z.array(z.number().int().min(0).max(6)).min(1),
    opensAtHour: z.number().min(0).max(24),
    closesAtHour: z.number().min(0).max(24),
    holidays: z.array(day).default([]),
  })
  .refine(({ opensAtHour, closesAtHour }) => opensAtHour < closesAtHour)

/** One agency of `AGENCIES_FILE`; options that nobody knows are kept. */
export const agencyShape = z.looseObject({
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().min(2),
  emailDomains: z.array(z.string().regex(/^@?(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}$/i)).min(1),
  personInCharge: person,
  employmentAccepted: z.array(z.enum(employments)).min(1),
  slackChannel: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/)
    .optional(),
  helpdesk: z.strictObject({ phone: text, email: text, hours: text }).optional(),
  fallbackVerifier: text.optional(),
  slaTargets: z
    .record(
      z.string().refine((key) => Object.hasOwn(targetHours, key)),
      z.number().positive(),
    )
    .optional(),
  calendar: calendar.optional(),
  contactCenter: z.strictObject({ email: z.email().optional() }).optional(),
  revokeBefore: z.enum(['form', 'sending']).optional(),
  acting: z
    .array(z.strictObject({ name: text, nip: text, title: text, from: day, until: day, decree: text }))
    .optional(),
})

/** The keys that an agency may have. */
export const agencyKeys: readonly string[] = Object.keys(agencyShape.shape)

const targets = Object.keys(targetHours).join(', ')
const inQuotes = 'must be text in quotes: as a bare number its last digits are lost.'
const wholeDay = 'must be a day as YYYY-MM-DD.'
const hour = 'must be an hour as a number from 0 to 24; 7.5 is half past seven.'

/** What is right at each place, by the names on the way to it. */
const right: Readonly<Record<string, string>> = {
  '': 'must be a list of at least one agency, each with code, name, emailDomains, personInCharge and employmentAccepted.',
  code: 'must be 2–40 lower-case letters, digits or hyphens, such as diy.',
  name: 'must be the name of the agency as its people know it.',
  emailDomains: 'must be a list of the mail domains of the agency, such as [jogjaprov.go.id, "*.jogjaprov.go.id"].',
  personInCharge: 'must have name, nip and title of whoever signs the forms of the agency; certSha256 is optional.',
  'personInCharge.nip': inQuotes,
  employmentAccepted: `must be a list of at least one of ${employments.join(', ')}, in lower case.`,
  slackChannel: 'must be the id of a channel, such as C0123ABCD (in Slack at the end of its details), not its name.',
  helpdesk: 'must have phone, email, hours, each as text.',
  'helpdesk.phone': inQuotes,
  fallbackVerifier: 'must be the mail address of a verifier.',
  slaTargets: `must give working hours, as numbers above 0, to any of ${targets}.`,
  calendar: 'must have days, opensAtHour and closesAtHour, with opensAtHour before closesAtHour; holidays is optional.',
  'calendar.days': 'must be a list of weekdays from 0 (Sunday) to 6 (Saturday), such as [1, 2, 3, 4, 5].',
  'calendar.opensAtHour': hour,
  'calendar.closesAtHour': hour,
  'calendar.holidays': 'must be a list of days as YYYY-MM-DD.',
  contactCenter: 'may have email, one mail address.',
  revokeBefore: 'must be form or sending.',
  acting: 'must be a list of name, nip, title, from, until, decree.',
  'acting.nip': inQuotes,
  'acting.from': wholeDay,
  'acting.until': wholeDay,
}

/** The sentence of what is right at a place: its own, or that of what it belongs to. */
export function rightAt(names: readonly string[]): string {
  const own = right[names.join('.')]
  return own ?? rightAt(names.slice(0, -1))
}
