import { challengeForm } from '../../../../core/evidence/challenge.ts'
import type { Phone } from '../../telegram/phone.ts'

/** The code that the chat asked for last, as somebody writes it down who reads along. */
export const codeOn = (phone: Pick<Phone, 'messages'>): string | undefined =>
  phone
    .messages()
    .map(({ text = '' }) => challengeForm.exec(text)?.[0])
    .findLast((code) => code !== undefined)
