import type { Verb } from '../dialogue/press.ts'
import { erasureOf, privacyOf, sureToAskErasure, sureToEraseDrafts } from '../dialogue/rights.ts'
import { eraseText } from '../text/telegram-rights.ts'
import type { Control } from './link-controls.ts'
import type { Visit } from './visit.ts'

/** `/privasi`: the notice, and the ways to one's rights. */
export const showPrivacy = (visit: Visit): Promise<void> => visit.show(privacyOf(visit.reader))

/** Rights of the person behind a chat: looked up and carried out by the house, for a turn sees no old cases. */
export const rightsControls: Readonly<Partial<Record<Verb, Control>>> = {
  'my-data': async (visit) => visit.oweRights('tell-data'),
  'my-copy': async (visit) => visit.oweRights('make-copy'),
  erase: (visit) => visit.show(erasureOf(draftsOf(visit).length > 0, visit.reader)),
  'erase-drafts': (visit) => visit.show(sureToEraseDrafts(visit.reader)),
  async 'erase-drafts-yes'(visit) {
    // First ended, so that no answer finds its way into them meanwhile.
    for (const c of draftsOf(visit)) visit.give(c, { type: 'cancel' })
    visit.memory.aside = undefined
    visit.isLeaving = true
    visit.oweRights('erase-drafts')
    await visit.toast(eraseText.underWay[visit.language])
  },
  'ask-erasure': (visit) => visit.show(sureToAskErasure(visit.reader)),
  async 'ask-erasure-yes'(visit) {
    visit.oweRights('ask-erasure')
    await visit.toast(eraseText.underWay[visit.language])
  },
  'erase-no': (visit) => visit.toast(eraseText.kept[visit.language]),
}

const draftsOf = ({ casework }: Visit) =>
  casework.cases().filter(({ submittedAt, endedAt }) => submittedAt === null && endedAt === null)
