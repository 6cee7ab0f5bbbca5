import { filesPerItemMax } from '../evidence/kind.ts'
import { authorOf, staffOf } from './actor.ts'
import type { Case } from './case.ts'
import type { Decisions } from './decide.ts'
import { talkOf } from './decide-talk.ts'
import { wokenByNews } from './decide-teamwork.ts'
import { isMailItem } from './mail.ts'
import { refuse } from './refusal.ts'

/** Mails over the whole life of a case. */
const mailsMax = 100
/** Anybody can send mail: what comes unread beyond that waits in the tray. */
const unreadMax = 20
/** Files that came by mail, over the whole life of a case; they take no place of its requester's own. */
const mailFilesMax = 60

/** What comes in by mail: it is noted, and nothing else follows from it. */
export const mailDecisions: Decisions<'receive-mail'> = {
  'receive-mail'(c, { mail }, { actor }) {
    const { mails = 0, unread = 0 } = talkOf(c)
    const isByHand = authorOf(actor).role !== 'system'
    if (mails >= mailsMax) return refuse('too-many-messages', { max: mailsMax })
    if (!isByHand && unread >= unreadMax) return refuse('too-many-messages', { max: unreadMax })
    const taken = mail.files.slice(0, Math.min(filesPerItemMax, Math.max(0, mailFilesMax - mailFilesOf(c))))
    const leftOut = mail.leftOut + mail.files.length - taken.length
    return [
      {
        type: 'mail-received',
        n: mails + 1,
        mailId: mail.id,
        kind: mail.kind,
        match: mail.match,
        sender: mail.sender,
        files: taken.map(({ id, sizeBytes }) => ({ fileId: id, sizeBytes })),
        ...(mail.withheld !== undefined && { withheld: mail.withheld }),
        ...(leftOut > 0 && { leftOut }),
        secret: {
          from: mail.from,
          subject: mail.subject,
          text: mail.text,
          names: taken.map(({ name }) => name),
          ...(isByHand && { by: staffOf(actor) }),
        },
      },
      ...wokenByNews(c),
    ]
  },
}

const mailFilesOf = ({ evidence }: Case): number =>
  Object.entries(evidence).reduce((sum, [item, files]) => (isMailItem(item) ? sum + files.length : sum), 0)
