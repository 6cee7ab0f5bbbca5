import {
  answersOf,
  type DoorName,
  firstStep,
  type GuideName,
  guideNames,
  guideOf,
  type Place,
  placeIn,
  placeKey,
  stepAfter,
  stuckAt,
} from '../../core/procedure/guide.ts'
import { doorScreen, whichGuideOf } from '../dialogue/door.ts'
import { closingScreen, stepScreen, stuckScreen } from '../dialogue/guide.ts'
import type { Verb } from '../dialogue/press.ts'
import { reply } from '../text/telegram-reply.ts'
import type { Control } from './link-controls.ts'
import { openCase, type Start } from './open-case.ts'
import type { Visit } from './visit.ts'

/** The guides: every press carries its place, so nothing is remembered for it and an old button still works. */
export const guideControls: Readonly<Partial<Record<Verb, Control>>> = {
  'new-certificate': (visit) => visit.show(whichGuideOf(visit.reader)),
  register: (visit) => ask(visit, 'register'),
  activate: (visit) => ask(visit, 'activate'),
  issue: (visit) => ask(visit, 'issue'),
  'forgot-passphrase': (visit) => begin(visit, 'passphrase-reset'),
  leaked: (visit) => begin(visit, 'passphrase-leaked'),
  guide: (visit, _, press) =>
    begin(
      visit,
      guideNames.find((name) => name === press?.item),
    ),
  'step-done': (visit, _, press) => goOn(visit, placeIn(press?.item, press?.option)),
  'step-stuck': (visit, _, press) => help(visit, placeIn(press?.item, press?.option)),
}

/** Puts the question before a guide. */
export async function ask(visit: Visit, door: DoorName): Promise<void> {
  visit.memory.guide = { name: door, step: '' }
  await visit.show(doorScreen(door, visit.reader))
}

/** Shows the first step of a guide. */
export async function begin(visit: Visit, guide: GuideName | undefined): Promise<void> {
  const step = guide && firstStep(guide, visit.casework.agencies)
  if (guide === undefined || step === undefined) return gone(visit)
  await show(visit, { guide, step })
}

/** Shows a step. */
export async function show(visit: Visit, place: Place): Promise<void> {
  visit.memory.guide = { name: place.guide, step: place.step }
  await visit.show(stepScreen(place, visit.reader))
}

/** Shows the step after this one, or what follows the last. */
export async function goOn(visit: Visit, place: Place | undefined): Promise<void> {
  if (place === undefined) return gone(visit)
  const { guide } = place
  // An old button leads nobody past a door that is shut.
  if (firstStep(guide, visit.casework.agencies) === 'eligibility') return begin(visit, guide)
  const step = stepAfter(guide, place.step)
  if (step !== undefined) return show(visit, { guide, step })
  const { leadsTo, answers } = guideOf(guide)
  if (leadsTo !== undefined) return openCase(visit, leadsTo, { answers })
  await visit.show(closingScreen(guide, visit.reader))
}

/** Says what may help; where nothing is known to, or it did not, a case is opened. */
export async function help(visit: Visit, place: Place | undefined): Promise<void> {
  if (place === undefined) return gone(visit)
  const screen = stuckScreen(place, visit.reader)
  if (screen === undefined) return openCase(visit, guideOf(place.guide).stuck, startAt(place))
  visit.memory.guide = { name: place.guide, step: placeKey(place), isStuck: true }
  await visit.show(screen)
}

/** What a case that is opened from a guide begins with. */
export const startAt = (place: Place): Start => ({ stuckAt: stuckAt(place), answers: answersOf(place) })

async function gone(visit: Visit): Promise<void> {
  await visit.toast(reply('guideGone', visit.language))
  await visit.show(whichGuideOf(visit.reader))
}
