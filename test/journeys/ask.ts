import type { PhoneMessage } from '../../bot/simulator/telegram/phone-message.ts'
import { evidenceGuide } from '../../bot/text/evidence.ts'
import { fieldQuestion } from '../../bot/text/field.ts'
import { codeTexts } from '../../bot/text/telegram-code.ts'
import { checkTitle } from '../../bot/text/telegram-question.ts'
import { evidenceKinds } from '../../core/evidence/kind.ts'
import { fields, isFieldName } from '../../core/form/field.ts'

/** A question as it stands on the screen; `check` is the last look before sending, `code` offers to prove who it is. */
export interface Asked {
  /** The item: a field or evidence kind, with `.n` for the n-th device. */
  readonly key: string
  /** The field or evidence kind alone. */
  readonly name: string
  readonly message: PhoneMessage
}

const names = Object.keys(fields).filter(isFieldName)

/** Reads, as a person does, what a message asks for; undefined when it asks for nothing. */
export function askedIn(message: PhoneMessage): Asked | undefined {
  const { text } = message
  if (text.includes(checkTitle.id)) return { key: 'check', name: 'check', message }
  if (text.includes(codeTexts.offer.id)) return { key: 'code', name: 'code', message }
  const name =
    evidenceKinds.find((kind) => text.includes(evidenceGuide(kind, null, 'id').need)) ??
    names.find((field) => text.includes(fieldQuestion(field, 'id')))
  if (name === undefined) return undefined
  const device = /Perangkat (\d+) dari \d+/.exec(text)?.[1]
  return { key: device === undefined ? name : `${name}.${device}`, name, message }
}
