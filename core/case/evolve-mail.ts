import type { EvidenceFile } from './case.ts'
import type { Changes } from './changes.ts'
import { talkOf } from './decide-talk.ts'
import { mailItem } from './mail.ts'

/** The `source` of a file whose bytes lie sealed with its case from the start. */
const brought = 'desk'

/** How a mail changes a case: it is counted, and its files come behind no question. */
export const mailChanges: Changes<'mail-received'> = {
  'mail-received'(c, { n, kind, files, secret }) {
    const talk = talkOf(c)
    const pending = files.map(
      ({ fileId, sizeBytes }, at): EvidenceFile => ({
        id: fileId,
        state: 'pending',
        name: secret.names[at] ?? '',
        sizeBytes,
        source: brought,
        remarks: [],
      }),
    )
    return {
      talk: { ...talk, mails: n, unread: (talk.unread ?? 0) + (kind === 'automatic' ? 0 : 1) },
      ...(pending.length > 0 && { evidence: { ...c.evidence, [mailItem(n)]: pending } }),
    }
  },
}
