import type { Device } from '../../core/evidence/device.ts'
import { isEvidenceKind } from '../../core/evidence/kind.ts'
import { isFieldName } from '../../core/form/field.ts'
import { deviceName } from './device.ts'
import { evidenceLabel } from './evidence.ts'
import { fieldLabel } from './field.ts'
import type { Language } from './language.ts'

const lengthMax = 75

/**
 * What an item is called: "NIP", "Bukti full scan antivirus – perangkat 2: Laptop ASUS"; at most 75 characters.
 * The name of a device is a person's own words: escape it.
 */
export function itemLabel(key: string, language: Language, device?: Device | null): string {
  const [name = '', number] = key.split('.')
  const label = isEvidenceKind(name)
    ? evidenceLabel(name, language)
    : isFieldName(name)
      ? fieldLabel(name, language)
      : key
  if (number === undefined) return label
  const place = `${label} – ${language === 'id' ? 'perangkat' : 'device'} ${number}`
  return device == null ? place : cut(`${place}: ${deviceName(device, language)}`)
}

/** Cuts by whole characters, so that no emoji is torn; the count is Slack's and Telegram's (UTF-16). */
function cut(text: string): string {
  if (text.length <= lengthMax) return text
  const kept = [...text]
  while (kept.join('').length >= lengthMax) kept.pop()
  return `${kept.join('').trimEnd()}…`
}
