import type { Case, EvidenceFile } from '../case/case.ts'
import { alikeMax, isCompared, looksDays, resultOf } from '../evidence/alike.ts'
import { type CalendarDate, dateAfter, wibMoment } from '../form/calendar.ts'
import type { Delivery } from './deliver.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/**
 * Notes what the files that a case sent are known by, and which of them came in another case too. Only what was sent is
 * noted: what never was is nobody's business but its requester's. Done again it notes and finds the same.
 */
export async function compareEvidence(ports: Ports, c: Case): Promise<Delivery> {
  if (c.submittedAt === null) return { state: 'sent' }
  const sentOn = dayOf(c.submittedAt)
  const limits = { looksSince: dateAfter(dayOf(ports.now()), -looksDays), limit: alikeMax }
  const found = []
  for (const file of comparedFiles(c)) {
    const { id: fileId, stored, uniqueId, reading } = file
    const looks = await looksIn(ports, c.id, stored)
    const upload = uniqueId ?? null
    await ports.prints.note({
      ...{ caseId: c.id, fileId, sha256: stored.sha256, upload, looks, sentOn },
      result: resultOf(reading),
    })
    // After it is noted: of two cases that send the same at once, one at the least sees the other.
    found.push({ fileId, alike: await ports.prints.alike(c.id, fileId, limits) })
  }
  if (found.length > 0) await perform(ports, c.id, [{ type: 'compare-evidence', found }], 'house')
  return { state: 'sent' }
}

const dayOf = (at: string): CalendarDate => wibMoment(Date.parse(at)).date

type Stored = NonNullable<EvidenceFile['stored']>

const comparedFiles = ({ evidence }: Case): readonly (EvidenceFile & { readonly stored: Stored })[] =>
  Object.entries(evidence)
    .filter(([item]) => isCompared(item))
    .flatMap(([, files]) =>
      files.flatMap((file) => (file.stored === undefined ? [] : [{ ...file, stored: file.stored }])),
    )

/** The outline of a picture. Pages of documents are white with lines of text: all of them look alike. */
async function looksIn({ files }: Ports, caseId: string, { sha256, type }: Stored): Promise<string | null> {
  const preview = type === 'pdf' ? undefined : await files.get(caseId, sha256, 'preview-1')
  if (preview === undefined) return null
  // Loaded at the first file: the image library is half of a start.
  const { looksOf } = await import('../lab/looks.ts')
  return looksOf(preview)
}
