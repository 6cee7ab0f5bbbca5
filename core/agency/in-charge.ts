import { wibMoment } from '../form/calendar.ts'
import type { ActingOfficer, Agency } from './agency.ts'

/** Who signs an agency's forms on a day. */
export interface Officer {
  readonly name: string
  readonly nip: string
  readonly title: string
  /** The order by which somebody acts; undefined for the person in charge. */
  readonly decree?: string
  readonly isActing: boolean
}

/** Whoever is in charge at a moment (ISO 8601): an acting officer within the days of the order, else the person named. */
export function officerAt(agency: Pick<Agency, 'personInCharge' | 'acting'>, at: string): Officer {
  const acting = actingAt(agency, at)
  const { name, nip, title } = acting ?? agency.personInCharge
  return { name, nip, title, isActing: acting !== undefined, ...(acting !== undefined && { decree: acting.decree }) }
}

/** Where the forms that wait for a signature are mailed: to the officer of the day and to the office. */
export function signingMailboxes(agency: Pick<Agency, 'personInCharge' | 'acting'>, at: string): readonly string[] {
  const { email, officeEmail } = agency.personInCharge
  const acting = actingAt(agency, at)
  // Whoever is away gets no forms that somebody else must sign, unless nobody else can be reached.
  const personal = acting === undefined ? email : (acting.email ?? (officeEmail === undefined ? email : undefined))
  return [...new Set([personal, officeEmail].filter((address) => address !== undefined))]
}

function actingAt({ acting = [] }: Pick<Agency, 'acting'>, at: string): ActingOfficer | undefined {
  const today = wibMoment(Date.parse(at)).date
  return acting.find(({ from, until }) => from <= today && today <= until)
}
