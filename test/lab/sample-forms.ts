import sharp from 'sharp'
import type { Answer } from '../../core/form/field.ts'
import { officialForms } from '../../core/form/official-forms.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { type FilledForm, type FormContent, fillForm } from '../../core/legalise/filled-form.ts'

type Answers = Readonly<Record<string, Answer>>

const identity: Answers = {
  name: 'Rina Wulandari',
  employment: 'pns',
  nip: '198703152010012007',
  nik: '3404015503870002',
  email: 'rina.wulandari@jogjaprov.go.id',
  phone: '+6281234567890',
  unit: 'Bidang Layanan E-Government',
  position: 'Pranata Komputer Ahli Muda',
}
const content: FormContent = {
  number: 'PANDU-2026-000123-C',
  formSha256: sha256('an example'),
  procedure: 'Reaktivasi akun',
  agency: 'Dinas Komunikasi dan Informatika Daerah Istimewa Yogyakarta',
  answers: identity,
  consent: { version: '1', at: '2026-11-21T07:30:00.000Z' },
  signer: { name: 'Dewi Lestari, S.Kom.', nip: '198001012005012003', title: 'Verifikator TTE Diskominfo DIY' },
}
const compromised: Answers = {
  ...identity,
  noticedOn: { date: '2026-11-18' },
  devices: [
    { kind: 'computer', name: 'LAPTOP-RINA' },
    { kind: 'ios', name: 'iPhone 13' },
  ],
  'scannedAt.1': { date: '2026-11-19', time: '14:05' },
  'statement.2': 'stated',
  passwordChangedAt: { date: '2026-11-19', time: '15:30' },
  forwarding: 'cleaned',
  filters: 'clean',
  sessions: 'clean',
  recovery: null,
}
const moved: Answers = {
  ...identity,
  changeKind: 'transfer',
  signingStops: 'understood',
  formerAgency: 'other',
  formerAgencyName: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Sleman',
  formerEmail: 'rina.wulandari@slemankab.go.id',
  decreeNumber: '824/1157/BKD/2026',
  decreeDate: { date: '2026-10-26' },
  effectiveOn: { date: '2026-11-02' },
  changeReason:
    'Pindah tugas atas permintaan sendiri berdasarkan keputusan Gubernur; email dinas lama sudah tidak aktif sejak 2 November 2026.',
}
const personInCharge = {
  name: 'Drs. Bambang Prasetyo, M.T.',
  nip: '197005121995031002',
  title: 'Kepala Dinas Komunikasi dan Informatika',
}

/** A form as a reactivation fills it, with other answers or content where given. */
export const resetSample = (answers: Answers = {}, given: Partial<FormContent> = {}): FilledForm =>
  fillForm(officialForms['reset-authenticator'], { ...content, answers: { ...compromised, ...answers }, ...given })

/** A form as a move between agencies fills it, with other answers or content where given. */
export const changeSample = (answers: Answers = {}, given: Partial<FormContent> = {}): FilledForm =>
  fillForm(officialForms['data-change'], {
    ...content,
    number: 'PANDU-2026-000124-A',
    procedure: 'Perubahan data',
    signer: personInCharge,
    answers: { ...moved, ...answers },
    ...given,
  })

/** A letterhead as an agency configures it. */
export const letterhead = {
  lines: [
    'PEMERINTAH DAERAH DAERAH ISTIMEWA YOGYAKARTA',
    'DINAS KOMUNIKASI DAN INFORMATIKA',
    'Jalan Contoh Nomor 1, Yogyakarta 55000 – Telepon (0274) 000000 – diskominfo@jogjaprov.go.id',
  ],
}

/** A made-up emblem, for no real one is ours to print: a ring around a disc. */
export function emblem(): Promise<Buffer> {
  const size = 240
  const pixels = Buffer.alloc(size * size * 4)
  for (let at = 0; at < size * size; at++) {
    const far = Math.hypot((at % size) - size / 2, Math.floor(at / size) - size / 2)
    const colour = far < 58 ? [184, 137, 43, 255] : far > 92 && far < 112 ? [29, 77, 60, 255] : [0, 0, 0, 0]
    pixels.set(colour, at * 4)
  }
  return sharp(pixels, { raw: { width: size, height: size, channels: 4 } })
    .png()
    .toBuffer()
}
