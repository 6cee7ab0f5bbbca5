import type { FieldName } from '../form/field.ts'
import type { EvidenceKind } from './kind.ts'

export const deviceKinds = ['computer', 'android', 'ios'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** A device that the requester used for signing or for the office mail; `name` null is "Tidak tahu". */
export interface Device {
  readonly kind: DeviceKind
  readonly name: string | null
}

export const devicesMax = 5

const scanned = ['antivirus-scan', 'scannedAt'] as const

/**
 * What proves that a device of a kind is clean. Computer and Android: a full scan. iPhone and iPad know no scan:
 * a photo of the system version and of "VPN & Manajemen Perangkat" plus a statement, decided by the verifier.
 */
export const deviceProofs: Readonly<Record<DeviceKind, readonly (FieldName | EvidenceKind)[]>> = {
  computer: scanned,
  android: scanned,
  ios: ['ios-condition', 'statement'],
}
