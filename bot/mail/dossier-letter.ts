import type { Case } from '../../core/case/case.ts'
import { dossierZip } from '../../core/handling/dossier-archive.ts'
import { original } from '../../core/handling/evidence-files.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { ManifestEntry } from '../../core/legalise/manifest.ts'
import { threadId } from '../../core/message/mail-thread.ts'
import { dossierMail } from '../text/mail-dossier.ts'
import { staffMailFrame } from '../text/mail-staff.ts'
import { procedureName } from '../text/procedure.ts'
import { bothLanguages, type Enclosure, type Letter, oneLine } from './letter.ts'

/** Mail servers commonly refuse mails above 25 MB, and base64 adds a third. */
const enclosuresMaxBytes = 18 * 1024 * 1024

const contentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  avif: 'image/avif',
  tiff: 'image/tiff',
}

/** Why a dossier cannot be mailed, ever. */
export type DossierFault = { readonly fault: 'no-dossier' | 'file-missing' | 'file-altered' }

/** The dossier of a legalised case as a mail: the cover sheet and the files of the manifest, each checked against its digest. */
export async function dossierLetter(ports: Ports, c: Case, to: string, host: string): Promise<Letter | DossierFault> {
  const history = await ports.ledger.history(c.id)
  const dossiers = history.flatMap((event) => (event.type === 'prepared' ? [event.dossierSha256] : []))
  const dossier = dossiers.at(-1)
  if (dossier === undefined || c.manifest === null) return { fault: 'no-dossier' }
  // The same dossier is the same mail, however often and whenever it leaves.
  const idOf = (sha256: string): string => threadId(c.number, sha256.slice(0, 16), ports.mails.tokenOf(c.id), host)
  const sheet = await sealed(ports, c, dossier, 'dossier')
  if ('fault' in sheet) return sheet
  const files = await filesOf(ports, c, c.manifest)
  if ('fault' in files) return files
  const isWhole = sizeOf([sheet, ...files]) <= enclosuresMaxBytes
  const enclosures: readonly Enclosure[] = [
    { filename: `${c.number}.pdf`, contentType: 'application/pdf', content: sheet.content },
    ...(isWhole ? files : []),
    ...(isWhole ? await archiveOf(ports, c, dossier, sizeOf([sheet, ...files])) : []),
  ]
  return {
    to,
    subject: oneLine(`${c.number}: ${dossierMail.subject.id} / ${dossierMail.subject.en}`),
    text: textOf(ports, c, enclosures, isWhole),
    messageId: idOf(dossier),
    references: [...new Set(dossiers)].filter((earlier) => earlier !== dossier).map(idOf),
    enclosures,
  }
}

async function sealed(
  ports: Ports,
  c: Case,
  sha256: string,
  part: string,
): Promise<{ readonly content: Uint8Array } | DossierFault> {
  const content = await ports.files.get(c.id, sha256, part)
  if (content === undefined) return { fault: 'file-missing' }
  return ports.sha256(content) === sha256 ? { content } : { fault: 'file-altered' }
}

async function filesOf(
  ports: Ports,
  c: Case,
  manifest: readonly ManifestEntry[],
): Promise<readonly Enclosure[] | DossierFault> {
  const files: Enclosure[] = []
  for (const { name, type, sha256 } of manifest) {
    const file = await sealed(ports, c, sha256, original)
    if ('fault' in file) return file
    const contentType = contentTypes[type] ?? 'application/octet-stream'
    files.push({ filename: oneLine(name), contentType, content: file.content })
  }
  return files
}

/** All of it once more as the archive that proves itself, where the mail has room for both. */
async function archiveOf(ports: Ports, c: Case, dossier: string, takenBytes: number): Promise<readonly Enclosure[]> {
  const zip = await dossierZip(ports, c, dossier)
  if ('fault' in zip || takenBytes + zip.bytes.length > enclosuresMaxBytes) return []
  return [{ filename: `${c.number}.zip`, contentType: 'application/zip', content: zip.bytes }]
}

const sizeOf = (contents: readonly { readonly content: Uint8Array }[]): number =>
  contents.reduce((sum, { content }) => sum + content.length, 0)

function textOf(ports: Ports, c: Case, enclosures: readonly Enclosure[], isWhole: boolean): string {
  const agency = ports.agencies.find(({ code }) => code === c.agency)?.name ?? c.agency ?? ''
  return bothLanguages((say, language) => [
    say(dossierMail.greeting),
    '',
    say(dossierMail.body),
    ...(isWhole ? [] : ['', say(dossierMail.tooLarge)]),
    ...(enclosures.some(({ contentType }) => contentType === 'application/zip') ? ['', say(dossierMail.archive)] : []),
    '',
    `${say(staffMailFrame.case)}: ${c.number}`,
    `${say(staffMailFrame.service)}: ${procedureName(c.procedure, language)}`,
    `${say(dossierMail.agency)}: ${agency}`,
    `${say(dossierMail.files)}: ${enclosures.map(({ filename }) => filename).join(', ')}`,
    '',
    say(dossierMail.closing),
  ])
}
