import {
  asksWhenStuck,
  type GuideName,
  guideOf,
  isWayOut,
  offersAt,
  type Place,
  placeKey,
  type StepName,
} from '../../core/procedure/guide.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { html } from '../text/escape.ts'
import { fieldQuestion, optionLabel, unknownLabel } from '../text/field.ts'
import { closingText, fixText, guideTitles, notTaken } from '../text/guide.ts'
import { genuineLink } from '../text/guide-link.ts'
import { stepTexts } from '../text/guide-step.ts'
import { procedureButton } from '../text/procedure.ts'
import { askHelpLabel } from '../text/telegram-button.ts'
import { stepText } from '../text/telegram-question.ts'
import { pressData } from './press.ts'
import { type Button, button, paragraphs, type Reader, type Screen } from './screen.ts'
import { keysIn, type Option, optionsOfField, plain } from './typed.ts'

/** Steps that begin with a link from BSrE. */
const linked: readonly StepName[] = ['mail', 'notice', 'link']

/** One step: what the page shows and asks, *Sudah* and *Terkendala*. */
export function stepScreen(place: Place, reader: Reader): Screen {
  const { language, linkDomains } = reader
  const { guide, step } = place
  if (isWayOut(step)) return wayOutScreen(place, reader)
  const shown = guideOf(guide).steps.filter((one) => !isWayOut(one))
  const count = shown.length === 1 ? '' : ` · ${stepText[language](shown.indexOf(step) + 1, shown.length)}`
  const { label, does } = stepTexts[step]
  return {
    text: paragraphs(
      `<b>${html(`${guideTitles[guide][language]}${count}`)}</b>\n<b>${html(label[language])}</b>`,
      html(does[language]),
      linked.includes(step) ? html(genuineLink[language](linkDomains.join(language === 'id' ? ' atau ' : ' or '))) : '',
    ),
    rows: [
      [stepButton('step-done', place, language), stepButton('step-stuck', place, language)],
      ...(step === 'link' ? [[button('leaked', language)]] : []),
      [button('menu', language)],
    ],
  }
}

/** What is no step of a page: why, and the procedures that it leads to. */
function wayOutScreen(place: Place, reader: Reader): Screen {
  const { language, agencies } = reader
  const { employment } = guideOf(place.guide).answers
  const names = agencies.length > 3 ? 'Instansi' : agencies.map(({ name }) => name).join(', ')
  const text =
    place.step === 'eligibility' && employment !== undefined
      ? notTaken[language](names, optionLabel('employment', employment, language))
      : stepTexts[place.step].does[language]
  return {
    text: paragraphs(`<b>${html(guideTitles[place.guide][language])}</b>`, html(text)),
    rows: [
      ...proceduresAt(place).map((name) => [entryAt(name, place, procedureButton(name, language))]),
      ...(place.step === 'leaked' ? [[button('forgot-passphrase', language)]] : []),
      [button('menu', language)],
    ],
  }
}

/** What may help where somebody is stuck; undefined when nothing is known and a case is the way. */
export function stuckScreen(place: Place, reader: Reader): Screen | undefined {
  const { language } = reader
  const asks = asksWhenStuck[place.step]
  if (asks !== undefined && place.said === undefined)
    return {
      text: html(fieldQuestion(asks, language)),
      rows: [
        ...registrarOptions(place, reader).map((option) => [saidButton(place, option)]),
        [button('menu', language)],
      ],
    }
  const fix = fixText(place.step, place.said, language)
  if (fix === undefined) return undefined
  const [first, ...others] = proceduresAt(place)
  return {
    text: paragraphs(`<b>${html(stepTexts[place.step].label[language])}</b>`, html(fix)),
    rows: [
      ...(first === undefined ? [] : [[entryAt(first, place, askHelpLabel[language])]]),
      ...others.map((name) => [entryAt(name, place, procedureButton(name, language))]),
      [stepButton('step-done', place, language)],
      [button('menu', language)],
    ],
  }
}

/** What a typed answer says to the question of whoever is stuck; undefined when it is none. */
export function saidWhenStuck(place: Place, text: string, reader: Reader): string | undefined {
  const asks = asksWhenStuck[place.step]
  if (asks === undefined || place.said !== undefined) return undefined
  const options = registrarOptions(place, reader)
  const [key, ...others] = new Set(keysIn(text, asks, options))
  return key !== undefined && others.length === 0 ? key : options.find(({ label }) => plain(label) === plain(text))?.key
}

/** The end of a guide that no case follows. */
export const closingScreen = (guide: GuideName, { language }: Reader): Screen => ({
  text: html(closingText(guide, language)),
  rows: [...(guide === 'passphrase-reset' ? [[button('leaked', language)]] : []), [button('menu', language)]],
})

const proceduresAt = ({ guide, step }: Place): readonly ProcedureName[] => [
  guideOf(guide).stuck,
  ...(offersAt[step] ?? []),
]

function registrarOptions({ step }: Place, { language }: Reader): readonly Option[] {
  const asks = asksWhenStuck[step]
  if (asks === undefined) return []
  return [...optionsOfField(asks, language), { key: 'unknown', label: unknownLabel(asks, language) }]
}

const stepButton = (name: 'step-done' | 'step-stuck', place: Place, language: Reader['language']): Button =>
  button(name, language, undefined, { item: place.guide, option: place.step })

const saidButton = (place: Place, { key, label }: Option): Button => ({
  label,
  data: pressData({ verb: 'step-stuck', item: place.guide, option: placeKey({ ...place, said: key }) }),
})

/** The start of a procedure that remembers where its reader was stuck. */
const entryAt = (verb: ProcedureName, place: Place, label: string): Button => ({
  label,
  data: pressData({ verb, item: place.guide, option: placeKey(place) }),
})
