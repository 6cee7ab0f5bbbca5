import { describe, expect, it } from 'vitest'
import { noticeOf } from '../../bot/dialogue/notice.ts'
import { languages } from '../../bot/text/language.ts'
import { diy, Story, sari } from '../case/given.ts'

const helpdesk = { phone: '0274-111', email: 'bantuan@jogjaprov.go.id', hours: 'Senin–Jumat 08.00–16.00 WIB' }
const reader = (language: 'id' | 'en', agency = { ...diy, helpdesk }) => ({
  language,
  agencies: [agency],
  at: '2026-11-23T03:00:00.000Z',
  linkDomains: ['bssn.go.id'],
  bot: undefined,
})
const { case: c } = new Story().claimed().when({ type: 'reject', reason: 'R22' }, sari)

describe('whoever is stuck', () => {
  it.each(['frozen', 'rejected', 'cancelled-by-agent', 'substitute'] as const)('is told whom to ring: %s', (code) => {
    for (const language of languages)
      for (const word of Object.values(helpdesk))
        expect(noticeOf(code, { as: 'nobody' }, c, reader(language))?.text).toContain(word)
  })

  it('is told without one where the agency has none, and others are not told', () => {
    expect(noticeOf('rejected', {}, c, reader('id', diy as never))?.text).not.toContain('Hubungi verifikator atau')
    expect(noticeOf('submitted', {}, c, reader('id'))?.text).not.toContain(helpdesk.phone)
  })
})

describe('a new verifier', () => {
  it('is named, and a case without one is said to be back in the queue', () => {
    const held = new Story().claimed().case
    expect(noticeOf('new-verifier', {}, held, reader('id'))?.text).toContain('sekarang diperiksa Sari')
    expect(noticeOf('new-verifier', {}, { ...held, verifier: null }, reader('id'))?.text).toContain(
      'kembali ke antrean',
    )
  })

  it('of another agency is named to the requester, else whoever was told', () => {
    const told = (as: string) => noticeOf('substitute', { as, name: 'Joko' }, c, reader('id'))?.text
    expect(told('verifier')).toContain('verifikator cadangan: Joko')
    expect(told('agent')).toContain('Joko')
    expect(told('nobody')).toContain('Hubungi instansi Anda')
  })
})
