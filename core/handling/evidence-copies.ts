import type { Case } from '../case/case.ts'
import { filesOf } from '../case/missing.ts'
import { questionsOf } from '../case/question.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'

/** Pages of one file that are drawn when it comes in. */
const pagesMax = 3

/** A picture that a verifier may have in their own Slack conversation: never what came in, only what was drawn of it. */
export interface EvidenceCopy {
  readonly item: string
  readonly fileId: string
  readonly sha256: string
  readonly part: string
}

/**
 * What this person may have copies of right now: all evidence of a case while they review it and its agency chose so
 * (`evidenceInSlack`), else nothing.
 */
export function copiesFor(c: Case, staffId: string, agencies: Ports['agencies']): readonly EvidenceCopy[] {
  const isChosen = agencies.find(({ code }) => code === c.agency)?.evidenceInSlack === 'derivative'
  if (!isChosen || c.status !== 'in-review' || c.verifier?.id !== staffId) return []
  return questionsOf(c).flatMap(({ key }) =>
    filesOf(c, key).flatMap(({ id, stored }) => (stored === undefined ? [] : pagesOf(key, id, stored))),
  )
}

const pagesOf = (
  item: string,
  fileId: string,
  { sha256, pages }: { readonly sha256: string; readonly pages: number },
): readonly EvidenceCopy[] =>
  Array.from({ length: Math.min(Math.max(pages, 1), pagesMax) }, (_, n) => ({
    item,
    fileId,
    sha256,
    part: `preview-${n + 1}`,
  }))

/** Has the conversation with a verifier brought in line with what they may have there. */
export async function owesCopies(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const { staffId } = item.payload as { readonly staffId: string }
  const user = ports.has.slack ? (await ports.directory.staffById(staffId))?.slackUser : null
  if (user == null) return { state: 'sent' }
  const row = {
    dedup: `${item.dedup}:slack`,
    lane: 'bulk',
    target: `slack:${user}`,
    kind: 'evidence-copies',
    caseId: c.id,
    payload: { staffId },
  } as const
  return owe(ports, c, item, [], { rows: [row] })
}
