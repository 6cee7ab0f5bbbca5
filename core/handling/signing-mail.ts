import { signingMailboxes } from '../agency/in-charge.ts'
import type { Case } from '../case/case.ts'
import { turnOf } from '../case/turn.ts'
import type { FormLink } from './desk-access.ts'
import { withoutSlash } from './desk-link.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** How long a form's upload link lives: over a weekend and a holiday; each morning's mail brings a new one. */
const linkLifeMs = 5 * 86_400_000

/** Forms that one mail carries; what is left comes in the mail of another morning. */
const formsMax = 40

/** A form that waits for its signature. */
export type WaitingForm = Case & { readonly form: NonNullable<Case['form']> }

/** The forms of an agency that wait for the person in charge, the longest waiting first. */
export async function waitingForms({ ledger }: Pick<Ports, 'ledger'>, agency: string): Promise<readonly WaitingForm[]> {
  const cases = await ledger.find({ agencies: [agency], statuses: ['awaiting-signature'], limit: 200 })
  return cases
    .filter((c): c is WaitingForm => c.form !== null && turnOf(c) === 'person-in-charge')
    .toSorted((a, b) => (a.form.at < b.form.at ? -1 : 1))
    .slice(0, formsMax)
}

/** What a mail of forms is for: which agency, which of its mailboxes; addresses are looked up when it leaves. */
export interface SigningMail {
  readonly agency: string
  readonly box: number
}

/** One mail to each mailbox of an agency's person in charge, when forms wait; owed once a morning. */
export async function owedSigningMails(
  ports: Ports,
  code: string,
  item: Pick<OutboxItem, 'dedup'>,
): Promise<readonly OwedRow[]> {
  const agency = ports.agencies.find((one) => one.code === code)
  if (agency === undefined || !ports.has.mail || (await waitingForms(ports, code)).length === 0) return []
  return signingMailboxes(agency, ports.now()).map((_, box) => ({
    dedup: `${item.dedup}:signing:${box}`,
    lane: 'bulk',
    target: `mail:signing:${code}:${box}`,
    kind: 'signing-mail',
    payload: { agency: code, box } satisfies SigningMail,
  }))
}

/** A one-time link by which the signed copy of one form comes back; made only when its mail leaves. */
export async function makeFormLink(
  { deskAccess, newToken, now }: Pick<Ports, 'deskAccess' | 'newToken' | 'now'>,
  publicUrl: string,
  { id, form }: WaitingForm,
): Promise<string> {
  const token = newToken()
  const link: FormLink = { caseId: id, formSha256: form.sha256, issuedAt: form.at }
  await deskAccess.saveFormLink(token, link, new Date(Date.parse(now()) + linkLifeMs).toISOString())
  return `${withoutSlash(publicUrl)}/desk/forms?t=${encodeURIComponent(token)}`
}
