import type { DeviceKind } from '../../core/evidence/device.ts'
import type { EvidenceKind } from '../../core/evidence/kind.ts'
import { proofGuides } from './how-to-proof.ts'
import { scanGuides } from './how-to-scan.ts'
import type { HowTo } from './how-to-step.ts'
import type { Bilingual } from './language.ts'

/** The pages that show how a proof is made, by the last part of their address. */
export const howToNames = ['windows', 'macos', 'android', 'iphone', 'password'] as const
export type HowToName = (typeof howToNames)[number]

export const isHowToName = (name: string): name is HowToName => howToNames.some((known) => known === name)

/** Where the pages stand, below the address of the program. */
export const howToPath = '/panduan'

/** The pages, step by step. */
export const howTos: Readonly<Record<HowToName, HowTo>> = { ...scanGuides, ...proofGuides }

/** The words around them. */
export const howToText = {
  link: { id: 'Panduan bergambar', en: 'Guide with pictures' },
  step: { id: 'Langkah', en: 'Step' },
  wrong: { id: 'Yang dikembalikan verifikator', en: 'What verifiers give back' },
  marked: {
    id: 'Oranye: tekan ini. Hijau: harus terlihat pada gambar. Dicoret: jangan. Nama menu dapat berbeda sedikit menurut versi.',
    en: 'Orange: press this. Green: must be seen in the picture. Struck out: do not. Names of menus may differ a little by version.',
  },
  code: { id: 'Catatan', en: 'Notes' },
  others: { id: 'Panduan lain', en: 'Other guides' },
} as const satisfies Readonly<Record<string, Bilingual>>

const ofScan: Readonly<Record<DeviceKind, readonly HowToName[]>> = {
  computer: ['windows', 'macos'],
  android: ['android'],
  ios: ['iphone'],
}

/** The pages that show how this proof is made on that kind of device. */
export function howTosFor(kind: EvidenceKind, device: DeviceKind | null): readonly HowToName[] {
  if (kind === 'email-password-change') return ['password']
  if (kind === 'ios-condition') return ['iphone']
  return kind === 'antivirus-scan' && device !== null ? ofScan[device] : []
}
