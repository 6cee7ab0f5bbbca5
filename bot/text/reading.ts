import type { Case, EvidenceFile } from '../../core/case/case.ts'
import { filesOf } from '../../core/case/missing.ts'
import { challengeOf } from '../../core/evidence/challenge.ts'
import type { PasswordFacts, ScanFacts, ScanMode } from '../../core/evidence/facts.ts'
import { pictureRemarks } from '../../core/evidence/picture-remark.ts'
import type { Bilingual, Language } from './language.ts'
import { momentText } from './moment.ts'

/** One fact of a picture, by its name; null is what was looked for and not read. */
export interface ReadFact {
  readonly label: string
  readonly value: string | null
  /** Names a person or their device: never shown in Slack. */
  readonly isPersonal?: true
}

/** What was looked for and not read. */
export const notRead: Bilingual = { id: 'belum terbaca', en: 'not read' }

/** Stands above the facts of a picture. */
export const readTitle: Bilingual = { id: 'Terbaca dari gambar', en: 'Read from the picture' }

const labels = {
  mode: { id: 'Jenis', en: 'Type' },
  threats: { id: 'Ancaman', en: 'Threats' },
  scanned: { id: 'Selesai', en: 'Ended' },
  files: { id: 'Berkas dipindai', en: 'Files scanned' },
  product: { id: 'Antivirus', en: 'Antivirus' },
  device: { id: 'Perangkat', en: 'Device' },
  code: { id: 'Kode pengajuan', en: "The case's code" },
  changed: { id: 'Kata sandi diganti', en: 'Password changed' },
  address: { id: 'Alamat email', en: 'Mail address' },
} as const satisfies Readonly<Record<string, Bilingual>>

const modes: Readonly<Record<ScanMode, Bilingual>> = {
  full: { id: 'Full scan', en: 'Full scan' },
  quick: { id: 'Quick scan (pemindaian cepat)', en: 'Quick scan' },
  custom: { id: 'Custom scan (sebagian isi)', en: 'Custom scan' },
}
const codeSeen = {
  shown: { id: '✓ terlihat', en: '✓ seen' },
  missing: { id: 'tidak terlihat', en: 'not seen' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What was read of a file, fact by fact; empty where nobody tried or nothing could be read. */
export function readFacts(
  c: Pick<Case, 'id'>,
  { reading, challenge }: Pick<EvidenceFile, 'reading' | 'challenge'>,
  language: Language,
): readonly ReadFact[] {
  if (reading == null) return []
  if (reading.kind === 'email-password-change') return passwordFacts(reading.facts, language)
  const code = challenge && `${challengeOf(c)} ${codeSeen[challenge][language]}`
  return [
    ...scanFacts(reading.facts, language),
    ...(code === undefined ? [] : [{ label: labels.code[language], value: code }]),
  ]
}

function scanFacts(facts: ScanFacts, language: Language): readonly ReadFact[] {
  const { scanMode, threats, scannedOn, scannedOnOtherwise, scannedAt, filesScanned, product, device } = facts
  return [
    { label: labels.mode[language], value: scanMode && modes[scanMode][language] },
    { label: labels.threats[language], value: threats === null ? null : String(threats) },
    { label: labels.scanned[language], value: dayRead(scannedOn, scannedOnOtherwise, scannedAt, language) },
    { label: labels.product[language], value: product && product.slice(0, 1).toUpperCase() + product.slice(1) },
    { label: labels.files[language], value: filesScanned === null ? null : counted(filesScanned, language) },
    { label: labels.device[language], value: device, isPersonal: true },
  ]
}

const passwordFacts = (facts: PasswordFacts, language: Language): readonly ReadFact[] => [
  { label: labels.changed[language], value: dayRead(facts.changedOn, facts.changedOnOtherwise, null, language) },
  { label: labels.address[language], value: facts.address, isPersonal: true },
]

const or: Bilingual = { id: 'atau', en: 'or' }

/** The day on the picture, both ways where it can be read so, with the time on the device's own clock. */
function dayRead(day: string | null, otherwise: string | null, time: string | null, language: Language): string | null {
  if (day === null) return null
  const days = [day, otherwise].flatMap((date) => (date === null ? [] : [momentText({ date }, language)]))
  const clock = time === null ? [] : [language === 'id' ? time.replace(':', '.') : time]
  return [days.join(` ${or[language]} `), ...clock].join(', ')
}

const counted = (count: number, language: Language): string =>
  count.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')

/** What the house thinks of the pictures of an item, in a sign and two words; undefined where nobody tried to read them. */
export function badge(c: Case, item: string, at: string, language: Language): string | undefined {
  if (filesOf(c, item).every(({ reading }) => reading === undefined)) return undefined
  const remarks = pictureRemarks(c, item, at)
  return badges[remarks.length === 0 ? 'good' : remarks.includes('unread') ? 'unread' : 'look'][language]
}
const badges = {
  good: { id: '✅ Terbaca sesuai', en: '✅ Reads as asked' },
  look: { id: '⚠ Perlu dilihat', en: '⚠ Needs a look' },
  unread: { id: '❔ Belum terbaca', en: '❔ Not read' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** The facts of a file that name nobody, in one line: "Full scan · 0 ancaman · Jum 20 Nov 2026, 08.34". */
export const factsLine = (
  c: Pick<Case, 'id'>,
  file: Pick<EvidenceFile, 'reading' | 'challenge'>,
  language: Language,
): string =>
  readFacts(c, file, language)
    .flatMap(({ label, value, isPersonal }) =>
      isPersonal === true || value === null ? [] : [label === labels.mode[language] ? value : `${label}: ${value}`],
    )
    .join(' · ')
