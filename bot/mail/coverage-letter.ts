import type { Staff } from '../../core/agency/staff.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { coverageMail } from '../text/mail-coverage.ts'
import { dayText } from '../text/moment.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

const textOf = (payload: unknown, key: string): string =>
  typeof payload === 'object' && payload !== null ? String(Reflect.get(payload, key) ?? '') : ''

/** Warns an admin that an agency has, or will have, too few verifiers. */
export function coverageLetter(
  { agencies }: Pick<Ports, 'agencies'>,
  payload: unknown,
  { email }: Staff,
): Pick<Letter, 'to' | 'subject' | 'text'> {
  const [agency = '', on = '', present = ''] = ['agency', 'on', 'present'].map((key) => textOf(payload, key))
  const name = agencies.find(({ code }) => code === agency)?.name ?? agency
  const { subject, body, advice, from } = coverageMail
  const text = bothLanguages((say, language) => [
    say(body),
    '',
    `${say(coverageMail.agency)}: ${name}`,
    `${say(from)}: ${dayText(`${on}T01:00:00.000Z`, language)}`,
    `${say(coverageMail.present)}: ${present}`,
    '',
    say(advice),
  ])
  return { to: email, subject: oneLine(`[Pandu] ${name}: ${subject.id} / ${subject.en}`), text }
}
