import { askingOf } from '../dialogue/asking.ts'
import { panelOf } from '../dialogue/panel.ts'
import type { Verb } from '../dialogue/press.ts'
import { nobodyToTalk, talkable, whichToTalk } from '../dialogue/talk.ts'
import type { Control } from './link-controls.ts'

/** Speaking with staff pauses the dialogue at its step; it goes on from there. */
export const talkControls: Readonly<Partial<Record<Verb, Control>>> = {
  async talk(visit, c) {
    const named = c?.submittedAt != null ? [c] : talkable(visit.casework.cases(), visit.casework.at)
    const [only, ...others] = named
    if (only === undefined) return visit.show(nobodyToTalk(visit.reader))
    if (others.length > 0) return visit.show(whichToTalk(named, visit.reader))
    visit.memory.aside = { kind: 'talk', case: only.id }
    visit.wantsAsking = true
  },
  answer: (visit, c, press) => talkControls.talk?.(visit, c, press) ?? Promise.resolve(),

  async 'talk-end'(visit) {
    visit.memory.aside = undefined
    visit.wantsAsking = true
    const c = visit.case
    if (c !== undefined && askingOf(c, visit.memory.again).kind === 'nothing')
      await visit.show(panelOf(c, visit.reader))
  },
}
