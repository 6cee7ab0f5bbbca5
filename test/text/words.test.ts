import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerText } from '../../bot/text/answer.ts'
import { evidenceGuide } from '../../bot/text/evidence.ts'
import { itemLabel } from '../../bot/text/item.ts'
import { holderName } from '../../bot/text/status.ts'

const agency = { code: 'diy', name: 'Pemda DIY' }

describe('the name of an item', () => {
  it('says which device it is about', () => {
    expect(itemLabel('nip', 'id')).toBe('NIP/NI PPPK')
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

  it('is cut no earlier and no later than it must be', () => {
    const label = itemLabel('antivirus-scan.5', 'id', { kind: 'computer', name: 'x'.repeat(60) })
    expect(label).toHaveLength(75)
    expect(label.endsWith('x…')).toBe(true)
  })

  it('of an unknown item is its key, never nothing', () => {
    expect(itemLabel('later-question', 'id')).toBe('later-question')
  })
})

describe('an answer in words', () => {
  it('shows options, days, devices and what is not known', () => {
    expect(answerText('employment', 'pppk', 'en')).toBe('Contract employee (PPPK, part-time too)')
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
