import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { parseMomentAhead, parsePastMoment } from '../../core/form/moment.ts'
import {
  answersOf,
  type DoorName,
  doorNames,
  firstStep,
  type GuideName,
  guideNames,
  guideOf,
  type Place,
  placeIn,
  placeKey,
  renewalOpensDays,
  stepAfter,
  stuckAt,
} from '../../core/procedure/guide.ts'
import {
  closingScreen,
  doorScreen,
  guideBehind,
  saidWhenStuck,
  stepScreen,
  stuckScreen,
  whichGuideOf,
} from '../dialogue/guide.ts'
import type { Verb } from '../dialogue/press.ts'
import { button } from '../dialogue/screen.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import { renewalText } from '../text/guide.ts'
import { momentText } from '../text/moment.ts'
import { reply } from '../text/telegram-reply.ts'
import type { Control } from './link-controls.ts'
import type { Memory } from './memory.ts'
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

async function ask(visit: Visit, door: DoorName): Promise<void> {
  visit.memory.guide = { name: door, step: '' }
  await visit.show(doorScreen(door, visit.reader))
}

async function begin(visit: Visit, guide: GuideName | undefined): Promise<void> {
  const step = guide && firstStep(guide, visit.casework.agencies)
  if (guide === undefined || step === undefined) return gone(visit)
  await show(visit, { guide, step })
}

async function show(visit: Visit, place: Place): Promise<void> {
  visit.memory.guide = { name: place.guide, step: place.step }
  await visit.show(stepScreen(place, visit.reader))
}

async function goOn(visit: Visit, place: Place | undefined): Promise<void> {
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
async function help(visit: Visit, place: Place | undefined): Promise<void> {
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

/** Takes a typed word for the guide that was shown last. @returns false when it is none */
export async function hearGuide(visit: Visit, text: string): Promise<boolean> {
  const { guide } = visit.memory
  const heard = guide === undefined ? undefined : meaningOf(visit, guide, text)
  if (heard === undefined) return false
  visit.memory.guide = undefined
  await heard()
  return true
}

function meaningOf(
  visit: Visit,
  { name, step, isStuck }: NonNullable<Memory['guide']>,
  text: string,
): (() => Promise<void>) | undefined {
  const door = doorNames.find((one) => one === name)
  if (door !== undefined) {
    const behind = guideBehind(door, text, visit.reader)
    return behind && (() => begin(visit, behind))
  }
  const place = placeIn(name, step)
  if (place === undefined) return undefined
  const said = isStuck === true ? saidWhenStuck(place, text, visit.reader) : undefined
  if (said !== undefined) return () => help(visit, { ...place, said })
  const verb = buttonIn(text, ['step-done', 'step-stuck'])
  if (verb === 'step-done') return () => goOn(visit, place)
  if (verb === 'step-stuck')
    return () => (isStuck === true ? openCase(visit, guideOf(place.guide).stuck, startAt(place)) : help(visit, place))
  const ends = place.step === 'window' ? dayIn(visit, text) : undefined
  return ends === undefined ? undefined : () => tellRenewal(visit, place, ends)
}

/** The day that a text names, in WIB; undefined when it names none. */
function dayIn({ casework }: Visit, text: string): string | undefined {
  const now = wibMoment(Date.parse(casework.at))
  const [ahead, past] = [parseMomentAhead(text, now), parsePastMoment(text, now)]
  return ahead.ok ? ahead.value.date : past.ok ? past.value.date : undefined
}

/** When a certificate that ends on that day can be renewed. */
async function tellRenewal(visit: Visit, place: Place, ends: string): Promise<void> {
  const { language, casework } = visit
  const { date: today } = wibMoment(Date.parse(casework.at))
  const opens = dateAfter(ends, -renewalOpensDays)
  if (ends < today) {
    await visit.say(renewalText.over[language])
    return begin(visit, 'issuance-expired')
  }
  if (opens <= today) {
    await visit.say(renewalText.now[language])
    return goOn(visit, place)
  }
  const day = momentText({ date: opens }, language)
  await visit.show({ text: html(renewalText.later[language](day)), rows: [[button('menu', language)]] })
}
