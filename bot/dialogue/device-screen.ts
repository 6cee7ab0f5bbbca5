import type { Case } from '../../core/case/case.ts'
import type { Device } from '../../core/evidence/device.ts'
import { deviceNameExample, deviceNameQuestion, deviceText } from '../text/device.ts'
import { html } from '../text/escape.ts'
import { devicesSoFar, exampleText } from '../text/telegram-question.ts'
import { waysOut } from './question-rows.ts'
import { button, paragraphs, type Reader, type Screen } from './screen.ts'

/** The item whose answer is the list of devices. */
const item = 'devices'

/** Asks how a device is called. */
export function deviceNameOf(c: Case, { language }: Reader): Screen {
  const example = exampleText[language](deviceNameExample[language])
  return {
    text: html(paragraphs(deviceNameQuestion[language], example)),
    rows: [[button('no-name', language, c, { item })], ...waysOut(c, item, language)],
  }
}

/** Shows the devices so far and asks for more. */
export function moreDevicesOf(c: Case, list: readonly Device[], { language }: Reader): Screen {
  const lines = list.map((device, index) => `${index + 1}. ${deviceText(device, language)}`).join('\n')
  return {
    text: html(devicesSoFar[language](lines)),
    rows: [
      [button('all-devices', language, c, { item })],
      [button('more', language, c, { item })],
      ...waysOut(c, item, language),
    ],
  }
}
