import { evidenceKinds, isEvidenceKind } from '../../../../core/evidence/kind.ts'
import { fields, isFieldName } from '../../../../core/form/field.ts'
import { type Press, readPress } from '../../../dialogue/press.ts'
import { deviceNameQuestion } from '../../../text/device.ts'
import { evidenceLabel } from '../../../text/evidence.ts'
import { fieldQuestion } from '../../../text/field.ts'
import { languages } from '../../../text/language.ts'
import type { InlineButton } from '../../telegram/message.ts'
import type { PhoneMessage } from '../../telegram/phone-message.ts'

/** A button of ours that can be pressed. */
export interface Choice {
  readonly press: Press
  readonly button: InlineButton
}

/** What a message of the bot asks for, as far as its words and buttons tell. */
export interface Question {
  readonly message: PhoneMessage
  /** The item with its device, such as `antivirus-scan.1`; undefined when only buttons are offered. */
  readonly item: string | undefined
  /** True when a device is to be named. */
  readonly wantsDeviceName: boolean
  readonly choices: readonly Choice[]
}

/** Reads a message; undefined when it asks for nothing. */
export function questionIn(message: PhoneMessage): Question | undefined {
  const choices = message.rows.flat().flatMap((button) => {
    const press = readPress(button.callback_data ?? '')
    return press === undefined ? [] : [{ press, button }]
  })
  const wantsDeviceName = languages.some((language) => message.text.includes(deviceNameQuestion[language]))
  const item = itemIn(message.text, choices)
  return item === undefined && choices.length === 0 ? undefined : { message, item, wantsDeviceName, choices }
}

export const choiceOf = ({ choices }: Question, verb: Press['verb'], option?: string): Choice | undefined =>
  choices.find(({ press }) => press.verb === verb && (option === undefined || press.option === option))

/** The item by the data of its buttons, else by the words of the question. */
function itemIn(text: string, choices: readonly Choice[]): string | undefined {
  const verbs = new Set<Press['verb']>([
    'pick',
    'unknown',
    'kind',
    'done',
    'clear',
    'keep',
    'more',
    'all-devices',
    'no-name',
  ])
  const pressed = choices.find(({ press }) => press.item !== undefined && verbs.has(press.verb))?.press.item
  if (pressed !== undefined) return pressed
  const isAsked = (name: string) =>
    languages.some((language) =>
      isFieldName(name)
        ? text.includes(fieldQuestion(name, language))
        : isEvidenceKind(name) && text.includes(evidenceLabel(name, language)),
    )
  return [...Object.keys(fields), ...evidenceKinds].find(isAsked)
}
