import { describe, expect, it } from 'vitest'
import { panelOf } from '../../bot/dialogue/panel.ts'
import { languages } from '../../bot/text/language.ts'
import type { Case } from '../../core/case/case.ts'
import { allStatuses } from '../../core/case/status.ts'
import { reader, sampleCase } from './sample-case.ts'

const dueAt = '2026-11-24T08:00:00.000Z'
const signedForm = { file: {}, relation: 'appended', differs: [], verdict: null, from: 'person-in-charge', at: dueAt }
const panel = (parts: Partial<Case>, language: 'id' | 'en' = 'id') =>
  panelOf(sampleCase(parts, 'data-change'), reader(language)).text
const changed = { submittedAt: dueAt, answers: { agency: 'diy', changeKind: 'transfer' } }

describe('The clock on a panel', () => {
  it('says that the verifier’s stands still during a correction', () => {
    const text = panel({ status: 'needs-correction', dueAt, hoursLeft: 3 })
    expect(text).toContain('Dipegang: Anda\nBatas waktu: Sel 24 Nov 2026\nTarget verifikator berhenti selama giliran')
    expect(panel({ status: 'needs-correction', dueAt, hoursLeft: 3 }, 'en')).toContain(
      'stands still while it is your turn',
    )
  })

  it('says when the last step ends, and that nobody else’s runs', () => {
    const text = panel({ ...changed, status: 'awaiting-requester', dueAt, trail: { verified: dueAt, revoked: dueAt } })
    expect(text).toContain('Batas waktu: Sel 24 Nov 2026\nTidak ada target petugas yang berjalan.')
    expect(text).toContain('TTE TIDAK AKTIF')
  })

  it('says that nothing presses before the revocation is asked for, and on which day it will be', () => {
    const ready = { ...changed, status: 'ready-to-revoke' as const }
    expect(panel(ready)).toContain('Tanpa batas waktu; target petugas baru berjalan setelah Anda mengajukan')
    const planned = panel({ ...ready, revocationOn: '2026-12-01' })
    expect(planned).toContain('Pencabutan diajukan pada Sel 1 Des 2026, sesuai pilihan Anda.')
    expect(planned).not.toContain('Tanpa batas waktu')
    expect(planned).toContain('TTE MASIH AKTIF')
  })

  it('says the target of whoever has the case, and that they were reminded once it is over', () => {
    const waiting = { ...changed, status: 'awaiting-revocation' as const }
    expect(panel({ ...waiting, dueAt })).toContain(
      'Verifikator instansi\nTarget: Sel 24 Nov 2026, 15.00 WIB (bukan janji)',
    )
    expect(panel({ ...waiting, dueAt })).not.toContain('terlewati')
    expect(panel({ ...waiting, dueAt: '2026-11-20T08:00:00.000Z' })).toContain(
      'Target terlewati; pemegangnya sudah kami',
    )
  })

  it('names the person in charge until the form is back, and the verifier after that', () => {
    const signing = { ...changed, status: 'awaiting-signature' as const, dueAt }
    expect(panel(signing)).toContain('Dipegang: Penanggung jawab instansi')
    expect(panel({ ...signing, signedForm: signedForm as never })).toContain('Dipegang: Verifikator instansi')
  })

  it('fits with all of it in every status and both languages', () => {
    for (const language of languages)
      for (const status of allStatuses)
        for (const due of [dueAt, '2026-11-20T08:00:00.000Z', null]) {
          const parts = { ...changed, status, dueAt: due, hoursLeft: 3, certificateUntil: '2028-11-20', endedAt: dueAt }
          const text = panel({ ...parts, revocationOn: '2026-12-01', trail: { revoked: dueAt } }, language)
          expect(text.length, `${status} in ${language}`).toBeLessThanOrEqual(900)
          expect(text).not.toMatch(/undefined|NaN|Invalid/)
        }
  })
})
