import type { Talk } from './case.ts'
import type { Changes } from './changes.ts'
import { talkOf } from './decide-talk.ts'

/** How words change a case: they are counted, and kept in its history alone. */
export const talkChanges: Changes<'replied' | 'noted' | 'wrote' | 'reply-missed'> = {
  replied: (c, { n }) => ({ talk: { ...looked(talkOf(c)), replies: n, unanswered: 0, missed: null } }),
  noted: (c) => ({ talk: { ...looked(talkOf(c)), notes: talkOf(c).notes + 1 } }),
  wrote: (c, { n }) => ({ talk: { ...talkOf(c), writings: n, unanswered: talkOf(c).unanswered + 1, missed: null } }),
  'reply-missed': (c, { n }) => ({ talk: { ...talkOf(c), missed: n } }),
}

/** Whoever writes in a case has read what came by mail. */
const looked = (talk: Talk): Talk => (talk.unread === undefined ? talk : { ...talk, unread: 0 })
