import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAgencies } from '../../bot/agencies.ts'

const agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'X', nip: '1', title: 'Kepala' },
  employmentAccepted: ['pns'],
}
const file = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'pandu-agencies-')), 'agencies')
  writeFileSync(path, content)
  return path
}

it('reads JSON and YAML, and keeps options that it does not know', () => {
  const content = [{ ...agency, slackChannel: 'C1', revokeBefore: 'sending' }]
  expect(readAgencies(file(JSON.stringify(content)))).toEqual(content)
  expect(
    readAgencies(
      file(
        '- {code: diy, name: Pemda DIY, emailDomains: [a.go.id], personInCharge: {name: X, nip: "1", title: T}, employmentAccepted: [pns]}',
      ),
    ),
  ).toMatchObject([{ code: 'diy' }])
})

it.each([
  ['[]', /AGENCIES_FILE/],
  ['{', /cannot be read/],
  [JSON.stringify([{ ...agency, emailDomains: [] }]), /0\.emailDomains/],
  [JSON.stringify([agency, agency]), /diy twice/],
])('refuses %s and says where', (content, words) => {
  expect(() => readAgencies(file(content))).toThrow(words)
})

it('refuses a file that is not there', () => {
  expect(() => readAgencies('/does/not/exist')).toThrow(/cannot be read/)
})
