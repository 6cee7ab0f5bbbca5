import { expect, it } from 'vitest'
import { readRoster, rosterHeader } from '../../bot/roster-file.ts'

const at = '2026-11-23T02:00:00.000Z'
const good = '198504122010012005,3404015204850001,Rina,rina@jogjaprov.go.id,081234567890,PNS,Aplikasi,Pranata,diy'
const read = (...lines: readonly string[]) =>
  readRoster(Buffer.from([rosterHeader.join(','), ...lines].join('\n')), ['diy'], at)

it('takes good lines as they are meant', () => {
  expect(read(good).lines).toMatchObject([
    { nip: '198504122010012005', phone: '+6281234567890', employment: 'pns', agency: 'diy' },
  ])
})

it.each([
  ['a short NIP', good.replace('198504122010012005', '1985'), /NIP: wrong-count/],
  ['a wrong NIK', good.replace('3404015204850001', '3404017204850001'), /NIK: bad-day/],
  ['a missing name', good.replace('Rina', ''), /name/],
  ['no address', good.replace('rina@jogjaprov.go.id', 'rina'), /e-mail/],
  ['an unknown agency', good.replace(/diy$/, 'kemenag'), /agency "kemenag"/],
  ['a missing column', good.split(',').slice(1).join(','), /8 columns instead of 9/],
])('refuses a line with %s and says why, without its numbers', (_, line, reason) => {
  const { lines, faults } = read(good, line)
  expect(lines).toHaveLength(1)
  expect(faults).toMatchObject([{ lineNumber: 3, reason: expect.stringMatching(reason) }])
  expect(JSON.stringify(faults)).not.toMatch(/\d{8}/)
})

it('refuses the same NIP twice', () => {
  expect(read(good, good)).toMatchObject({ lines: [{}], faults: [{ lineNumber: 3 }] })
})

it('is no roster without the header, or in another encoding', () => {
  expect(() => readRoster(Buffer.from(good), ['diy'], at)).toThrow(/first line must read: nip,nik/)
  expect(() => readRoster(Buffer.from([0xff, 0xfe, 0x41]), ['diy'], at)).toThrow(/UTF-8/)
})
