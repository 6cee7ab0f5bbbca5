import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { SecretKind } from '../../core/privacy/secret.ts'
import { withheldMail } from '../text/mail-in.ts'
import { secretAdvice } from '../text/secret.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/** Tells whoever sent a secret by mail what to do about it; undefined when the case is gone. */
export async function withheldLetter(
  { ledger }: Pick<Ports, 'ledger'>,
  { caseId, payload }: OutboxItem,
): Promise<Pick<Letter, 'to' | 'subject' | 'text'> | undefined> {
  // Written by `mail-in.ts` alone.
  const { to, secret } = payload as { readonly to: string; readonly secret: SecretKind }
  const c = caseId === undefined ? undefined : await ledger.caseById(caseId)
  if (c === undefined) return undefined
  const { subject, body, left } = withheldMail
  const text = bothLanguages((say, language) => [say(body), '', ...secretAdvice(secret, language), '', say(left)])
  return { to, subject: oneLine(`[Pandu] ${c.number}: ${subject.id} / ${subject.en}`), text }
}
