import { z } from 'zod'
import { targetHours } from '../core/case/deadline.ts'
import { calendarRight, calendarShape, hourRight, hourShape } from './calendar-shape.ts'

/** What `employmentAccepted` may name. */
const employments = ['pns', 'pppk', 'lainnya', 'tni', 'polri'] as const

const text = z.string().min(1)
const day = z.iso.date()
const mail = z.email()
const channel = z.string().regex(/^[CG][A-Z0-9]+$/)
const daysShape = z.number().int().min(1).max(36_500)
const person = z.strictObject({
  name: text,
  nip: text,
  title: text,
  certSha256: text.optional(),
  email: mail.optional(),
  officeEmail: mail.optional(),
})

/** One agency of `AGENCIES_FILE`; options that nobody knows are kept. */
export const agencyShape = z.looseObject({
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().min(2),
  emailDomains: z.array(z.string().regex(/^@?(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}$/i)).min(1),
  personInCharge: person,
  employmentAccepted: z.array(z.enum(employments)).min(1),
  slackChannel: channel.optional(),
  helpdesk: z.strictObject({ phone: text, email: text, hours: text }).optional(),
  fallbackVerifier: text.optional(),
  slaTargets: z
    .record(
      z.string().refine((key) => Object.hasOwn(targetHours, key)),
      z.number().positive(),
    )
    .optional(),
  calendar: calendarShape.optional(),
  quietHours: z.strictObject({ fromHour: hourShape, untilHour: hourShape }).optional(),
  staffNotices: z.enum(['working-hours', 'always']).optional(),
  remindAtPercent: z.array(z.number().int().min(1).max(100)).optional(),
  escalateAfterHours: z.number().positive().optional(),
  contactCenter: z
    .strictObject({ email: z.email().optional(), isOutside: z.boolean().optional(), slackChannel: channel.optional() })
    .optional(),
  revokeBefore: z.enum(['form', 'sending']).optional(),
  retention: z.strictObject({ draft: daysShape, evidence: daysShape, case: daysShape }).partial().optional(),
  challengeCode: z.boolean().optional(),
  evidenceInSlack: z.literal('derivative').optional(),
  legalisation: z.enum(['approval', 'signature']).optional(),
  acting: z
    .array(
      z
        .strictObject({
          name: text,
          nip: text,
          title: text,
          from: day,
          until: day,
          decree: text,
          email: mail.optional(),
        })
        .refine(({ from, until }) => from <= until),
    )
    .optional(),
  letterhead: z.strictObject({ lines: z.array(text).min(1).max(6), logo: text.optional() }).optional(),
  formTemplate: z.strictObject({ file: text, fields: z.record(text, text), signatureField: text }).optional(),
})

/** The keys that an agency may have. */
export const agencyKeys: readonly string[] = Object.keys(agencyShape.shape)

const targets = Object.keys(targetHours).join(', ')
const inQuotes = 'must be text in quotes: as a bare number its last digits are lost.'
const wholeDay = 'must be a day as YYYY-MM-DD.'

/** What is right at each place, by the names on the way to it. */
const right: Readonly<Record<string, string>> = {
  '': 'must be a list of at least one agency, each with code, name, emailDomains, personInCharge and employmentAccepted.',
  code: 'must be 2–40 lower-case letters, digits or hyphens, such as diy.',
  name: 'must be the name of the agency as its people know it.',
  emailDomains: 'must be a list of the mail domains of the agency, such as [jogjaprov.go.id, "*.jogjaprov.go.id"].',
  personInCharge:
    'must have name, nip and title of whoever signs the forms of the agency; email, officeEmail and certSha256 are optional.',
  'personInCharge.email': 'must be a mail address.',
  'personInCharge.officeEmail': 'must be a mail address.',
  'personInCharge.nip': inQuotes,
  employmentAccepted: `must be a list of at least one of ${employments.join(', ')}, in lower case.`,
  slackChannel: 'must be the id of a channel, such as C0123ABCD (in Slack at the end of its details), not its name.',
  helpdesk: 'must have phone, email, hours, each as text.',
  'helpdesk.phone': inQuotes,
  fallbackVerifier: 'must be the mail address of a verifier.',
  slaTargets: `must give working hours, as numbers above 0, to any of ${targets}.`,
  ...calendarRight,
  quietHours: 'must have fromHour and untilHour, such as 21 and 6; equal hours for never.',
  'quietHours.fromHour': hourRight,
  'quietHours.untilHour': hourRight,
  staffNotices: 'must be working-hours or always.',
  remindAtPercent: 'must be a list of whole numbers from 1 to 100, such as [50, 80, 100].',
  escalateAfterHours: 'must be a number of working hours above 0.',
  contactCenter:
    'may have email, one mail address, isOutside, true or false, and slackChannel, the id of the channel of its agents.',
  revokeBefore: 'must be form or sending.',
  challengeCode: 'must be true or false.',
  evidenceInSlack: 'must be derivative, or left out.',
  legalisation: 'must be approval or signature.',
  retention: 'must give days, as whole numbers above 0, to any of draft, evidence, case.',
  acting: 'must be a list of name, nip, title, from, until, decree, with from no later than until; email is optional.',
  'acting.email': 'must be a mail address.',
  letterhead: 'must have lines, a list of at most six; logo, a PNG file, is optional.',
  formTemplate: 'must have file, fields (our key: name of its text field) and signatureField.',
  'acting.nip': inQuotes,
  'acting.from': wholeDay,
  'acting.until': wholeDay,
}

/** The sentence of what is right at a place: its own, or that of what it belongs to. */
export function rightAt(names: readonly string[]): string {
  const own = right[names.join('.')]
  return own ?? rightAt(names.slice(0, -1))
}
