import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerText } from '../../bot/text/answer.ts'
import { consentText, dataConsent, truthStatement } from '../../bot/text/consent.ts'
import { evidenceGuide } from '../../bot/text/evidence.ts'
import { itemLabel } from '../../bot/text/item.ts'
import { languages } from '../../bot/text/language.ts'
import { beforeYouStart, questionCount } from '../../bot/text/procedure.ts'
import { reasonSentence, rejectionSentence } from '../../bot/text/reason.ts'
import { secretWarning } from '../../bot/text/secret.ts'
import { holderName } from '../../bot/text/status.ts'
import { reasonCodes, rejectReasons } from '../../core/evidence/reason.ts'
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

  it('the targets are those of the agency, in its own working days, and are not promised', () => {
    const target = { ...agency, slaTargets: { review: 16, 'contact-center': 3 } }
    const text = beforeYouStart('reactivation', target, 'id').join('\n')
    expect(text).toContain('target 2 hari kerja')
    expect(text).toContain('target 3 jam kerja')
    expect(text).toContain('tidak dapat kami janjikan')
    expect(beforeYouStart('reactivation', null, 'en').join('\n')).toContain('target 1 working day)')
  })
})

describe('a reason', () => {
  it('is said with the note of the verifier behind it', () => {
    expect(reasonSentence('R17', ' Lihat pojok kanan ', 'id')).toMatch(
      /^Tanggalnya .*Catatan verifikator: Lihat pojok kanan$/,
    )
    expect(reasonSentence('R17', '  ', 'id')).not.toContain('Catatan')
  })

  it('in own words is said in those words alone', () => {
    expect(reasonSentence('R90', 'Foto terbalik.', 'id')).toBe('Foto terbalik.')
    expect(rejectionSentence('R90', 'Sudah pensiun.', 'en')).toBe('Sudah pensiun.')
  })

  it('of an end says something else than a reason of a return', () => {
    for (const code of rejectReasons.filter((reason) => reason !== 'R90'))
      expect(rejectionSentence(code, undefined, 'id')).not.toBe(reasonSentence(code, undefined, 'id'))
  })

  it('differs from every other reason', () => {
    for (const language of languages)
      expect(new Set(reasonCodes.map((code) => reasonSentence(code, undefined, language))).size).toBe(
        reasonCodes.length,
      )
  })
})

describe('the name of an item', () => {
  it('says which device it is about', () => {
    expect(itemLabel('nip', 'id')).toBe('NIP atau NI PPPK')
    expect(itemLabel('antivirus-scan.2', 'id')).toBe('Bukti full scan antivirus – perangkat 2')
    expect(itemLabel('antivirus-scan.2', 'id', { kind: 'computer', name: 'ASUS' })).toBe(
      'Bukti full scan antivirus – perangkat 2: ASUS',
    )
    expect(itemLabel('scannedAt.1', 'en', { kind: 'android', name: null })).toBe(
      'Time the full scan ended – device 1: Android phone or tablet',
    )
  })

  it('fits a list in Slack, whatever the device is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const label = itemLabel('antivirus-scan.5', 'id', { kind: 'computer', name })
        expect(label.length).toBeLessThanOrEqual(75)
        expect(label).not.toMatch(/\p{Cs}/u)
      }),
    )
  })

  it('of an unknown item is its key, never nothing', () => {
    expect(itemLabel('later-question', 'id')).toBe('later-question')
  })
})

describe('a secret that was typed', () => {
  it('is followed by what became of the message and where to go on', () => {
    const warning = secretWarning('passphrase', { isDeleted: true, step: 3 }, 'id')
    expect(warning).toBe(
      'Pesan Anda tampaknya berisi passphrase. Pesan sudah kami hapus dan isinya tidak kami simpan. Anggap passphrase itu bocor: gantilah sekarang melalui Reset Passphrase di laman BSrE. Tidak seorang pun berhak memintanya, termasuk yang mengaku petugas. Jawaban lain tetap tersimpan; kita lanjutkan di Langkah 3.',
    )
  })

  it('that cannot be deleted is left to its owner to delete', () => {
    const warning = secretWarning('otp', { isDeleted: false }, 'id')
    expect(warning).toContain('kami tidak dapat menghapus pesannya. Tekan lama pesan itu, lalu pilih Hapus.')
    expect(warning).not.toContain('sudah kami hapus')
    expect(warning).not.toContain('Langkah')
  })
})

describe('an answer in words', () => {
  it('shows options, days, devices and what is not known', () => {
    expect(answerText('employment', 'pppk', 'en')).toBe('Contract employee (PPPK)')
    expect(answerText('agency', 'diy', 'id', [agency])).toBe('Pemda DIY')
    expect(answerText('scannedAt', { date: '2026-11-22', time: '14:30' }, 'id')).toBe('Min 22 Nov 2026, 14.30 WIB')
    expect(answerText('phone', null, 'id')).toBe('Tidak tahu')
    expect(answerText('signingDeadline', null, 'id')).toBe('Tidak ada')
    const devices = [
      { kind: 'computer', name: 'ASUS\u202e' },
      { kind: 'ios', name: null },
    ] as const
    expect(answerText('devices', devices, 'id')).toBe('ASUS (Laptop atau komputer); iPhone atau iPad')
  })
})

describe('what is agreed to', () => {
  it('is shown whole: the statement and the consent', () => {
    for (const language of languages)
      expect(consentText(language)).toBe(`${truthStatement[language]}\n\n${dataConsent[language]}`)
  })
})

describe('the guide to evidence', () => {
  it('tells each device its own way', () => {
    expect(evidenceGuide('antivirus-scan', 'computer', 'id').how).toContain('Keamanan Windows')
    expect(evidenceGuide('antivirus-scan', 'android', 'id').how).toContain('Google Play')
    expect(evidenceGuide('antivirus-scan', null, 'id').how).not.toContain('Windows')
    expect(evidenceGuide('ios-condition', 'ios', 'id').how).toContain('VPN & Manajemen Perangkat')
  })
})

describe('the holder of a case', () => {
  it('is called "Anda" only by those who read of themselves', () => {
    expect(holderName('draft', 'id')).toBe('Anda')
    expect(holderName('draft', 'id', 'staff')).toBe('Pemohon')
    expect(holderName('in-review', 'id')).toBe('Verifikator instansi')
  })
})
