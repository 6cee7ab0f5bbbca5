import type { Device, DeviceKind } from '../../core/evidence/device.ts'
import { visible } from './escape.ts'
import type { Bilingual, Language } from './language.ts'

const kinds: Readonly<Record<DeviceKind, Bilingual>> = {
  computer: { id: 'Laptop atau komputer', en: 'Laptop or computer' },
  android: { id: 'HP atau tablet Android', en: 'Android phone or tablet' },
  ios: { id: 'iPhone atau iPad', en: 'iPhone or iPad' },
}

/** The button of a kind of device. */
export const deviceKindLabel = (kind: DeviceKind, language: Language): string => kinds[kind][language]

/** The name that its owner gave a device, else its kind; a person's own words: escape it. */
export const deviceName = ({ kind, name }: Device, language: Language): string =>
  name === null ? kinds[kind][language] : visible(name)

/** A device with its kind, for summaries; a person's own words: escape it. */
export function deviceText({ kind, name }: Device, language: Language): string {
  const shown = kinds[kind][language]
  return name === null ? shown : `${visible(name)} (${shown})`
}

/** Asked after the kind was chosen. */
export const deviceNameQuestion: Bilingual = {
  id: 'Apa nama atau merek perangkat itu, agar dapat dibedakan? Nama yang tampil pada hasil scan paling baik.',
  en: 'What is the name or make of that device, to tell it from others? The name that the scan shows is best.',
}

export const deviceNameExample: Bilingual = { id: 'Laptop ASUS kantor', en: 'Office laptop ASUS' }
