import { type DoorName, doorOf, type GuideName } from '../../core/procedure/guide.ts'
import { html } from '../text/escape.ts'
import { optionLabel } from '../text/field.ts'
import { armedForces, doorTexts, whichGuide } from '../text/guide.ts'
import { pressData } from './press.ts'
import { button, type Reader, type Screen } from './screen.ts'
import { keysIn, type Option } from './typed.ts'

/** How far somebody is who wants to sign: three doors. */
export const whichGuideOf = ({ language }: Reader): Screen => ({
  text: html(whichGuide[language]),
  rows: [
    [button('register', language)],
    [button('activate', language)],
    [button('issue', language)],
    [button('menu', language)],
  ],
})

/** The question whose answer chooses a guide. */
export const doorScreen = (door: DoorName, reader: Reader): Screen => ({
  text: html(doorTexts[door][reader.language]),
  rows: [
    ...doorOptions(door, reader).map(({ key, label }) => [
      { label, data: pressData({ verb: 'guide', item: doorOf(door).to[key] ?? '' }) },
    ]),
    [button('menu', reader.language)],
  ],
})

/** The guide that a typed answer to a door chooses. */
export function guideBehind(door: DoorName, text: string, reader: Reader): GuideName | undefined {
  const { asks, to } = doorOf(door)
  const [key, ...others] = new Set(keysIn(text, asks, doorOptions(door, reader)))
  return key === undefined || others.length > 0 ? undefined : to[key]
}

const doorOptions = (door: DoorName, { language }: Reader): readonly Option[] =>
  Object.keys(doorOf(door).to).map((key) => ({
    key,
    label: key === 'tni-polri' ? armedForces[language] : optionLabel(doorOf(door).asks, key, language),
  }))
