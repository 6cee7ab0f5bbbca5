import type { Reader } from '../../bot/dialogue/screen.ts'
import type { Case } from '../../core/case/case.ts'
import { evolve } from '../../core/case/evolve.ts'
import type { Answer } from '../../core/form/field.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { diy } from '../telegram/chat.ts'

export const at = '2026-11-22T03:00:00.000Z'

export const reader = (language: 'id' | 'en' = 'id'): Reader => ({
  language,
  agencies: [diy],
  at,
  bot: 'PanduBot',
  linkDomains: ['bssn.go.id'],
})

/** Made-up answers whose every personal value would be seen if it leaked. */
export const answers: Readonly<Record<string, Answer>> = {
  agency: 'diy',
  signingDeadline: null,
  name: 'Zulaikha Qomariyah',
  employment: 'pns',
  nip: '198504122010012005',
  nik: '3404015204850001',
  email: 'zulaikha@jogjaprov.go.id',
  phone: '+6281234567890',
  unit: 'Bidang <Informatika> & Statistik',
  position: 'Analis',
  noticedOn: { date: '2026-11-20' },
  devices: [
    { kind: 'computer', name: 'Laptop <b>ASUS</b>' },
    { kind: 'ios', name: null },
  ],
  'scannedAt.1': { date: '2026-11-21', time: '10:00' },
  'statement.2': 'stated',
  passwordChangedAt: { date: '2026-11-21', time: '15:00' },
  forwarding: 'clean',
  filters: 'cleaned',
  sessions: 'clean',
  recovery: 'clean',
}

/** A case as a test wants it: a fresh draft with the given parts laid over. */
export function sampleCase(parts: Partial<Case> = {}, procedure: ProcedureName = 'reactivation'): Case {
  const draft = evolve(undefined, {
    type: 'opened',
    id: '0190a000-0000-7000-8000-00000000abcd',
    number: 'PANDU-2026-000123-C',
    procedure,
    agency: 'diy',
    language: 'id',
    chat: 'ref501',
    at: '2026-11-20T03:00:00.000Z',
    author: { role: 'requester' },
  })
  return { ...draft, ...parts }
}
