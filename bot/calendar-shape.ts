import { z } from 'zod'

const minutesAnHour = 60

/** An hour of the day as a number from 0 to 24, or as text such as "07:30". */
export const hourShape = z.union([
  z.number().min(0).max(24),
  z
    .string()
    .regex(/^(?:[01]?\d|2[0-3])[:.][0-5]\d$|^24[:.]00$/)
    .transform((written) => {
      const [hour = 0, minute = 0] = written.split(/[:.]/).map(Number)
      return hour + minute / minutesAnHour
    }),
])

const day = z.iso.date()
const weekday = z.number().int().min(0).max(6)
const hours = { opensAtHour: hourShape, closesAtHour: hourShape }
const isInOrder = ({ opensAtHour, closesAtHour }: { readonly opensAtHour: number; readonly closesAtHour: number }) =>
  opensAtHour < closesAtHour
const pause = z
  .strictObject({ fromHour: hourShape, untilHour: hourShape, days: z.array(weekday).min(1).optional() })
  .refine(({ fromHour, untilHour }) => fromHour < untilHour)
const dated = z
  .strictObject({
    from: day,
    until: day,
    ...hours,
    days: z.array(weekday).min(1).optional(),
    breaks: z.array(pause).optional(),
  })
  .refine(isInOrder)
  .refine(({ from, until }) => from <= until)

/** The calendar of an agency, as `AGENCIES_FILE` has it: `holidaysFile` is still to be read. */
export const calendarShape = z
  .strictObject({
    days: z.array(weekday).min(1),
    ...hours,
    holidays: z.array(day).default([]),
    holidaysFile: z.string().min(1).optional(),
    breaks: z.array(pause).optional(),
    weekdays: z.record(z.string().regex(/^[0-6]$/), z.strictObject(hours).refine(isInOrder)).optional(),
    exceptions: z.array(dated).optional(),
  })
  .refine(isInOrder)

/** What is right of an hour. */
export const hourRight = 'must be an hour from 0 to 24: a number (7.5 is half past seven) or text such as "07:30".'
const weekdays = 'must be a list of weekdays from 0 (Sunday) to 6 (Saturday), such as [1, 2, 3, 4, 5].'
const wholeDay = 'must be a day as YYYY-MM-DD.'

/** What is right at each place of a calendar. */
export const calendarRight: Readonly<Record<string, string>> = {
  calendar:
    'must have days, opensAtHour and closesAtHour, with opensAtHour before closesAtHour; holidays, holidaysFile, breaks, weekdays and exceptions are optional.',
  'calendar.days': weekdays,
  'calendar.opensAtHour': hourRight,
  'calendar.closesAtHour': hourRight,
  'calendar.holidays': 'must be a list of days as YYYY-MM-DD.',
  'calendar.holidaysFile': 'must be the path of a file with a day as YYYY-MM-DD and its name on each line.',
  'calendar.breaks': 'must be a list of fromHour before untilHour, with days where it is not every day.',
  'calendar.breaks.fromHour': hourRight,
  'calendar.breaks.untilHour': hourRight,
  'calendar.breaks.days': weekdays,
  'calendar.weekdays': 'must give opensAtHour before closesAtHour to weekdays from 0 (Sunday) to 6 (Saturday).',
  'calendar.exceptions':
    'must be a list of from and until (days), opensAtHour before closesAtHour; days and breaks are optional.',
  'calendar.exceptions.from': wholeDay,
  'calendar.exceptions.until': wholeDay,
  'calendar.exceptions.opensAtHour': hourRight,
  'calendar.exceptions.closesAtHour': hourRight,
  'calendar.exceptions.days': weekdays,
}
