import type { Case } from '../../core/case/case.ts'
import { mayCancel } from '../../core/case/rules.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import { placeIn } from '../../core/procedure/guide.ts'
import { isProcedureName } from '../../core/procedure/names.ts'
import { askingOf, changeable, previousQuestion } from '../dialogue/asking.ts'
import { casesOf, welcomeOf, whichProcedure } from '../dialogue/menu.ts'
import { panelOf } from '../dialogue/panel.ts'
import type { Press, Verb } from '../dialogue/press.ts'
import { reply } from '../text/telegram-reply.ts'
import { guideControls, startAt } from './guide-controls.ts'
import { type Control, linkControls, noLonger } from './link-controls.ts'
import { openCase } from './open-case.ts'
import { rightsControls } from './rights-controls.ts'
import { talkControls } from './talk-controls.ts'
import type { Visit } from './visit.ts'

const controls: Readonly<Partial<Record<Verb, Control>>> = {
  async back(visit, c = visit.case) {
    if (c === undefined) return
    // Whoever turned aside to prove who they are goes back to where they came from.
    if (visit.memory.aside !== undefined) {
      ask(visit, c)
      if (askingOf(c).kind === 'nothing') await visit.show(panelOf(c, visit.reader))
      return
    }
    const asking = askingOf(c, visit.memory.again)
    const key = asking.kind === 'question' ? asking.question.key : undefined
    const previous = previousQuestion(c, key)
    if (previous === undefined) await visit.toast(reply('firstQuestion', visit.language))
    visit.memory.again = previous?.key ?? key
    ask(visit, c)
  },

  async later(visit, c = visit.case) {
    visit.memory.aside = undefined
    visit.memory.again = undefined
    visit.isLeaving = true
    visit.memory.paused = c && pauseOf(c)
    await visit.nod('noted')
    await visit.reply('saved')
  },

  async cancel(visit, c) {
    const target = c ?? [visit.case, ...visit.casework.cases()].find((one) => one !== undefined && isCancellable(one))
    if (target === undefined || !isCancellable(target)) return visit.toast(reply('nothingToCancel', visit.language))
    visit.memory.aside = { kind: 'cancel', case: target.id }
    visit.wantsAsking = true
  },

  async resume(visit, c) {
    const target = c ?? resumable(visit)
    if (target === undefined) return visit.toast(reply('noCases', visit.language))
    // Also where the requester decides by a button, as on the revocation, nothing is asked.
    if (askingOf(target).kind === 'nothing') return visit.show(panelOf(target, visit.reader))
    ask(visit, target)
  },
  correct: (visit, c) => control(visit, 'resume', c),

  async replace(visit, c, press) {
    const item = press?.item
    if (c === undefined || !changeable(c).some(({ key }) => key === item)) return noLonger(visit, c)
    ask(visit, c)
    visit.memory.again = item
  },

  ...linkControls,

  async cases(visit) {
    const cases = visit.casework.cases()
    if (cases.length === 0) return visit.reply('noCases')
    await visit.show(casesOf(cases, visit.reader))
  },
  async show(visit, c) {
    if (c === undefined) return noLonger(visit, c)
    await visit.show(panelOf(c, visit.reader))
  },
  menu: (visit) => visit.show(welcomeOf(visit.casework.cases(), visit.reader)),
  'account-disabled': (visit) => visit.show(whichProcedure(visit.reader)),
  ...guideControls,
  ...rightsControls,
  ...talkControls,
}

/** True for a verb that needs no waiting question. */
export const isControl = (verb: Verb): boolean => verb in controls || isProcedureName(verb)

/** Does what a button says, on the case it names or the one that fits. */
export async function control(visit: Visit, verb: Verb, c?: Case, press?: Press): Promise<void> {
  visit.memory.guide = undefined
  const place = placeIn(press?.item, press?.option)
  if (isProcedureName(verb)) return openCase(visit, verb, place && startAt(place))
  await controls[verb]?.(visit, c, press)
}

/** The case that waits for its requester: the one in focus, else a correction, a link, a draft. */
export function resumable(visit: Visit): Case | undefined {
  const theirs = visit.casework.cases().filter(({ status }) => isOpen(status) && holderOf(status) === 'requester')
  const urgent = theirs.find(({ status }) => status !== 'draft')
  return theirs.find(({ id }) => id === visit.focus) ?? urgent ?? theirs[0]
}

/** What *Lanjut nanti* puts off: this case as decided so far, so that a return is heard nevertheless. */
export const pauseOf = ({ id, decision }: Case): string => `${id}:${decision}`

function ask(visit: Visit, c: Case): void {
  if (visit.focus !== c.id) visit.memory.again = undefined
  visit.focus = c.id
  visit.memory.aside = undefined
  visit.memory.paused = undefined
  visit.wantsAsking = true
}

const isCancellable = ({ status }: Case): boolean => isOpen(status) && mayCancel('requester', status)
