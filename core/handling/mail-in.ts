import type { Case } from '../case/case.ts'
import type { MailIn, MailMatch } from '../case/mail.ts'
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts'
import { Casework } from './casework.ts'
import { broughtSource, heldPart } from './held-file.ts'
import { caseOf, senderOf } from './mail-about.ts'
import type { KeptMail } from './mail-store.ts'
import { Outage } from './outage.ts'
import type { OwedRow } from './outbox.ts'
import { actorFor, type Who } from './people.ts'
import type { Ports } from './ports.ts'

const attemptsMax = 5
const batchMax = 20

/** Looks of every new mail whose it is; what is nobody's waits in the tray. @returns how many were looked at */
export async function sortMails(ports: Ports): Promise<number> {
  const found = await ports.mails.mailsIn('new', batchMax)
  for (const mail of found) await sort(ports, mail)
  return found.length
}

async function sort(ports: Ports, mail: KeptMail): Promise<void> {
  const about = await caseOf(ports, mail)
  const outcome = about && (await intoCase(ports, about.c.id, mail, about.match, 'house'))
  if (outcome === undefined || isRefusal(outcome))
    await ports.mails.endMail(mail.id, { state: 'tray', at: ports.now() })
  else await ports.mails.endMail(mail.id, { state: 'joined', caseId: outcome.id, at: ports.now() })
}

/** An agent says which case a mail of the tray is about. @returns the case, or why not */
export async function joinMail(
  ports: Ports,
  mailId: string,
  number: string | undefined,
  staffId: string,
): Promise<Case | Refusal> {
  const [mail, c] = [
    await ports.mails.mailById(mailId),
    number === undefined ? undefined : await ports.ledger.caseByNumber(number),
  ]
  if (mail === undefined || mail.state !== 'tray' || c === undefined) return refuse('not-yours')
  const outcome = await intoCase(ports, c.id, mail, 'by-hand', { staffId, role: 'agent' })
  if (isRefusal(outcome)) return outcome
  await ports.mails.endMail(mailId, { state: 'joined', caseId: c.id, by: staffId, at: ports.now() })
  return outcome
}

/** An agent sets a mail of the tray aside, for a reason that stays. @returns false when it is not there any more */
export const dismissMail = (ports: Ports, mailId: string, reason: string, staffId: string): Promise<boolean> =>
  ports.mails.endMail(mailId, { state: 'dismissed', reason, by: staffId, at: ports.now() })

/** Adds a mail to a case once, however often that is tried. @throws Outage when the case keeps changing underneath */
async function intoCase(
  ports: Ports,
  caseId: string,
  kept: KeptMail,
  match: MailMatch,
  who: Who,
): Promise<Case | Refusal> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const loaded = await ports.ledger.caseById(caseId)
    const actor = loaded && (await actorFor(ports, who, loaded))
    if (loaded === undefined || actor === undefined) return refuse('not-yours')
    // Its history is read after the case: what others added since then makes this commit lose its race.
    const history = await ports.ledger.history(caseId)
    if (history.some((event) => event.type === 'mail-received' && event.mailId === kept.id)) return loaded
    const casework = new Casework([loaded], ports.agencies, ports.now())
    const mail = { ...mailOf(ports, kept, match), sender: await senderOf(ports, loaded, kept.content.from) }
    const outcome = casework.give(caseId, { type: 'receive-mail', mail }, actor)
    if (isRefusal(outcome)) return outcome
    await keepFiles(ports, outcome, kept, mail)
    const commit = casework.harvest(ports)
    const [isWritten] = await ports.ledger.commit([
      { ...commit, owed: [...commit.owed, ...warning(ports, outcome, mail)] },
    ])
    if (isWritten !== true) continue
    ports.wake()
    return outcome
  }
  throw new Outage('the case keeps changing')
}

/** Who sent a secret hears of it, where the address is one that we know: a forged one gets no mail of ours. */
function warning(
  { has }: Pick<Ports, 'has'>,
  c: Case,
  { id, kind, sender, from, withheld }: MailIn,
): readonly OwedRow[] {
  if (withheld === undefined || kind !== 'letter' || sender === 'other' || !has.mail) return []
  const target = `mail:withheld:${c.id}`
  const payload = { to: from, secret: withheld }
  return [{ dedup: `${c.id}:withheld:${id}`, caseId: c.id, lane: 'bulk', target, kind: 'withheld-mail', payload }]
}

const mailOf = (ports: Ports, { id, content, sizes }: KeptMail, match: MailMatch): Omit<MailIn, 'sender'> => ({
  id,
  kind: content.kind,
  match,
  from: content.from,
  subject: content.subject,
  text: content.text,
  leftOut: content.leftOut,
  ...(content.withheld !== undefined && { withheld: content.withheld }),
  files: sizes.map((sizeBytes, n) => ({ id: fileIdOf(ports, id, n), name: content.names[n] ?? '', sizeBytes })),
})

/** The same attachment is the same file, however often it is tried. */
const fileIdOf = ({ sha256 }: Pick<Ports, 'sha256'>, mailId: string, n: number): string =>
  sha256(new TextEncoder().encode(`${mailId}:${n}`)).slice(0, 32)

/** Bytes before the row that names them, and only those that it will name; from there they go through the door of all evidence. */
async function keepFiles(ports: Ports, after: Case, { id, sizes }: KeptMail, { files }: Pick<MailIn, 'files'>) {
  if (sizes.length === 0) return
  const bytes = await ports.mails.filesOfMail(id)
  const wanted = new Set(
    Object.values(after.evidence)
      .flat()
      .filter(({ state, source }) => state === 'pending' && source === broughtSource)
      .map((file) => file.id),
  )
  for (const [n, file] of files.entries()) {
    const content = bytes[n]
    if (content !== undefined && wanted.has(file.id)) await ports.files.put(after.id, file.id, heldPart, content)
  }
}
