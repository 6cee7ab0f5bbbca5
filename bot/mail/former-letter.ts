import { isFormerAgency } from '../../core/case/authorise.ts'
import { formerTaskAddress, isFormerTaskOpen } from '../../core/handling/former-agency.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { maskName } from '../../core/privacy/mask.ts'
import { formerText } from '../text/desk-change.ts'
import { formerMailText } from '../text/mail-signing.ts'
import { staffMailFrame } from '../text/mail-staff.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/** The task of the agency that a requester left, to one of its verifiers; undefined once there is nothing to do. */
export async function formerLetter(
  ports: Ports,
  publicUrl: string,
  { caseId, payload }: OutboxItem,
): Promise<Pick<Letter, 'to' | 'subject' | 'text'> | undefined> {
  const { staffId } = payload as { readonly staffId: string }
  const staff = await ports.directory.staffById(staffId)
  const c = caseId === undefined ? undefined : await ports.ledger.caseById(caseId)
  if (c === undefined || staff === undefined || staff.removedAt !== null) return undefined
  if (!isFormerTaskOpen(c) || !isFormerAgency(c, staff.agencies)) return undefined
  const { name } = c.answers
  const text = bothLanguages((say) => [
    say(formerText.task),
    '',
    `${say(formerText.name)}: ${maskName(typeof name === 'string' ? name : '')}`,
    `${say(formerText.number)}: ${c.number}`,
    `${say(formerMailText.page)}: ${formerTaskAddress(publicUrl, c.number)}`,
    '',
    say(staffMailFrame.closing),
  ])
  const { id, en } = formerMailText.subject
  return { to: staff.email, subject: oneLine(`[Pandu] ${c.number}: ${id} / ${en}`), text }
}
