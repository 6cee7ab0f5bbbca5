import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { parseMomentAhead, parsePastMoment } from '../../core/form/moment.ts'
import { doorNames, guideOf, type Place, placeIn, renewalOpensDays } from '../../core/procedure/guide.ts'
import { guideBehind } from '../dialogue/door.ts'
import { saidWhenStuck } from '../dialogue/guide.ts'
import { button } from '../dialogue/screen.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import { renewalText } from '../text/guide.ts'
import { momentText } from '../text/moment.ts'
import { ask, begin, goOn, help, show, startAt } from './guide-controls.ts'
import type { Memory } from './memory.ts'
import { openCase } from './open-case.ts'
import type { Visit } from './visit.ts'

/** Takes a typed word for the guide that was shown last. @returns false when it is none */
export async function hearGuide(visit: Visit, text: string): Promise<boolean> {
  const { guide } = visit.memory
  const heard = guide === undefined ? undefined : meaningOf(visit, guide, text)
  if (heard === undefined) return false
  visit.memory.guide = undefined
  await heard()
  return true
}

/** Shows the guide that was shown last once more, for words that it does not know. @returns false when there is none */
export async function showAgain(visit: Visit): Promise<boolean> {
  const { guide } = visit.memory
  const door = doorNames.find((one) => one === guide?.name)
  const place = placeIn(guide?.name, guide?.step)
  if (door === undefined && place === undefined) return false
  await visit.reply('wantsButton')
  if (door !== undefined) await ask(visit, door)
  else if (place !== undefined) await (guide?.isStuck === true ? help(visit, place) : show(visit, place))
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
