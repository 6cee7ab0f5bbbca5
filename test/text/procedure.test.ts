import { describe, expect, it } from 'vitest'
import { beforeYouStart, questionCount } from '../../bot/text/procedure.ts'
import { procedureNames } from '../../core/procedure/names.ts'

const agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: [],
  personInCharge: { name: 'Budi', nip: '', title: '' },
  employmentAccepted: [],
}

describe('before a request', () => {
  it('the number of questions is that of the case itself', () => {
    expect(questionCount('reactivation', false).count).toBe(questionCount('reactivation', true).count + 1)
    expect(questionCount('reactivation', true).perDevice).toBe(2)
    expect(questionCount('lost-authenticator', true).perDevice).toBe(0)
    for (const name of procedureNames)
      expect(beforeYouStart(name, agency, 'id').join('\n')).toContain(`${questionCount(name, true).count} hal`)
  })

  it('the order of a reactivation is scan, password, authenticator', () => {
    const text = beforeYouStart('reactivation', null, 'id').join('\n')
    const places = ['full scan', 'ganti kata sandi', 'reset authenticator'].map((step) => text.indexOf(step))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('nobody is promised hands that the request does not go through', () => {
    const read = (name: Parameters<typeof beforeYouStart>[0]) => beforeYouStart(name, null, 'id').join('\n')
    expect(read('reactivation')).toContain('petugas contact center meneruskannya ke BSrE')
    expect(read('registration')).toContain('verifikator instansi menanganinya di AMS')
    expect(read('registration')).not.toContain('contact center')
    expect(read('question')).not.toContain('verifikator instansi')
  })

  it('the targets are those of the agency, in its own working days, and are not promised', () => {
    const target = { ...agency, slaTargets: { review: 16, 'contact-center': 3 } }
    const text = beforeYouStart('reactivation', target, 'id').join('\n')
    expect(text).toContain('target 2 hari kerja')
    expect(text).toContain('target 3 jam kerja')
    expect(text).toContain('tidak dapat kami janjikan')
    expect(beforeYouStart('reactivation', null, 'en').join('\n')).toContain('target 1 working day)')
  })
})
