import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAgencies } from '../../bot/agencies.ts'
import { ConfigError } from '../../bot/config.ts'
import { temporaryFolder } from '../folder.ts'

const agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'X', nip: '197005121995031002', title: 'Kepala' },
  employmentAccepted: ['pns'],
}
const file = (content: string) => {
  const path = join(temporaryFolder('agencies'), 'agencies')
  writeFileSync(path, content)
  return path
}
const of = (...agencies: readonly unknown[]) => file(JSON.stringify(agencies))
const faultsOf = (path: string) => {
  try {
    readAgencies(path)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.map(({ variable, reason }) => `${variable} ${reason}`)
  }
}

it('reads JSON and YAML, with every key that is known', () => {
  const content = [
    {
      ...agency,
      employmentAccepted: ['pns', 'pppk', 'lainnya', 'tni', 'polri'],
      emailDomains: ['jogjaprov.go.id', '*.jogjaprov.go.id'],
      slackChannel: 'C0VERIF',
      revokeBefore: 'sending',
      slaTargets: { review: 8, 'contact-center': 16.5 },
      calendar: { days: [1, 2, 3, 4, 5], opensAtHour: 7.5, closesAtHour: 16, holidays: ['2026-12-25'] },
      helpdesk: { phone: '0274-555000', email: 'helpdesk@jogjaprov.go.id', hours: 'Senin–Jumat' },
      fallbackVerifier: 'sari@jogjaprov.go.id',
      contactCenter: { email: 'cc@example.go.id' },
      acting: [
        { name: 'Y', nip: '197005121995031003', title: 'Plt.', from: '2026-11-01', until: '2026-12-31', decree: '1' },
      ],
    },
  ]
  expect(readAgencies(of(...content))).toEqual(content)
  expect(
    readAgencies(
      file(
        '- {code: diy, name: Pemda DIY, emailDomains: [a.go.id], personInCharge: {name: X, nip: "1", title: T}, employmentAccepted: [pns]}',
      ),
    ),
  ).toMatchObject([{ code: 'diy' }])
})

describe('A wrong file', () => {
  it.each([
    ['that is empty', '[]', /a list of at least one agency/],
    ['that is one agency instead of a list', JSON.stringify(agency), /a list of at least one agency/],
    ['that cannot be parsed', '{', /cannot be read/],
    ['with a code twice', JSON.stringify([agency, agency]), /diy twice/],
    ['that is not there', undefined, /cannot be read/],
  ])('%s is said', (_, content, words) => {
    expect(faultsOf(content === undefined ? '/does/not/exist' : file(content))).toEqual([expect.stringMatching(words)])
  })

  it('is told whole, in sentences that say the place and what is right', () => {
    const { name: _, ...nameless } = agency
    const second = {
      ...nameless,
      code: 'Bantul',
      emailDomains: 'bantulkab.go.id',
      personInCharge: { name: 'Y', nip: 197005121995031, title: '' },
      slackChannel: '#verifikator',
      employmentAccepted: ['PNS', 'honorer'],
      revokeBefore: 'never',
      slaTargets: { review: 0, verify: 3 },
      calendar: { days: ['senin'], opensAtHour: '08.00', closesAtHour: 16, holidays: ['25-12-2026'] },
      contactCenter: { email: 'nobody' },
    }
    const told = faultsOf(of(agency, second)).join('\n')
    expect(told).toMatchInlineSnapshot(`
      "AGENCIES_FILE agency 2 (Bantul), code: "Bantul" will not do; it must be 2–40 lower-case letters, digits or hyphens, such as diy.
      AGENCIES_FILE agency 2 (Bantul), name: is missing; it must be the name of the agency as its people know it.
      AGENCIES_FILE agency 2 (Bantul), emailDomains: "bantulkab.go.id" will not do; it must be a list of the mail domains of the agency, such as [jogjaprov.go.id, "*.jogjaprov.go.id"].
      AGENCIES_FILE agency 2 (Bantul), personInCharge.nip: must be text in quotes: as a bare number its last digits are lost.
      AGENCIES_FILE agency 2 (Bantul), personInCharge.title: must have name, nip and title of whoever signs the forms of the agency; email, officeEmail and certSha256 are optional.
      AGENCIES_FILE agency 2 (Bantul), employmentAccepted: "PNS" will not do; it must be a list of at least one of pns, pppk, lainnya, tni, polri, in lower case.
      AGENCIES_FILE agency 2 (Bantul), employmentAccepted: "honorer" will not do; it must be a list of at least one of pns, pppk, lainnya, tni, polri, in lower case.
      AGENCIES_FILE agency 2 (Bantul), slackChannel: "#verifikator" will not do; it must be the id of a channel, such as C0123ABCD (in Slack at the end of its details), not its name.
      AGENCIES_FILE agency 2 (Bantul), slaTargets.review: 0 will not do; it must give working hours, as numbers above 0, to any of review, urgent, signature, legalise, revocation, contact-center, link, correction.
      AGENCIES_FILE agency 2 (Bantul), slaTargets.verify: 3 will not do; it must give working hours, as numbers above 0, to any of review, urgent, signature, legalise, revocation, contact-center, link, correction.
      AGENCIES_FILE agency 2 (Bantul), calendar.days: "senin" will not do; it must be a list of weekdays from 0 (Sunday) to 6 (Saturday), such as [1, 2, 3, 4, 5].
      AGENCIES_FILE agency 2 (Bantul), calendar.holidays: "25-12-2026" will not do; it must be a list of days as YYYY-MM-DD.
      AGENCIES_FILE agency 2 (Bantul), contactCenter.email: may have email, one mail address, isOutside, true or false, and slackChannel, the id of the channel of its agents.
      AGENCIES_FILE agency 2 (Bantul), revokeBefore: must be form or sending."
    `)
    expect(told).not.toMatch(/expected|received|invalid/i)
  })

  it.each([
    [{ slackChanel: 'C1' }, /diy.* slackChanel.*mean slackChannel/],
    [{ sla_targets: { review: 8 } }, /diy.* sla_targets.*mean slaTargets/],
    [{ helpdesk: { phone: '1', email: 'a@b.id', hours: 'x', fax: '2' } }, /helpdesk.* fax.*phone, email, hours/],
    [{ calendar: { days: [1], opensAtHour: 16, closesAtHour: 8 } }, /calendar.*opensAtHour.*before closesAtHour/],
  ])('with %j is told which key or order is right', (more, words) => {
    expect(faultsOf(of({ ...agency, ...more }))).toEqual([expect.stringMatching(words)])
  })
})

it('an option that nobody knows is named, and no reason to refuse', () => {
  const notes: string[] = []
  readAgencies(of({ ...agency, parkingLot: 'B2' }), (note) => notes.push(note))
  expect(notes).toEqual([expect.stringMatching(/diy.*parkingLot/)])
})
