import type { Case } from '../../core/case/case.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { html } from '../text/escape.ts'
import { whichEnd } from '../text/telegram-clock.ts'
import {
  howIsTheLink,
  howIsTheStep,
  sureRecovered,
  sureToCancel,
  sureToRevoke,
  whatTrouble,
  whichDay,
} from '../text/telegram-question.ts'
import type { Aside } from './asking.ts'
import { codeOf } from './code.ts'
import { button, type Reader, rowsOf, type Screen } from './screen.ts'
import { talkOf } from './talk.ts'

/** The question that an aside puts. */
export function asideOf(c: Case, kind: Aside['kind'], { language }: Reader): Screen {
  switch (kind) {
    case 'cancel': {
      const later = c.status === 'draft' || c.status === 'needs-correction' ? [button('later', language, c)] : []
      const choices = [button('cancel-yes', language, c), button('cancel-no', language, c), ...later]
      return { text: html(sureToCancel[language](c.number)), rows: rowsOf(choices) }
    }
    case 'recovered': {
      const choices = [button('recovered-yes', language, c), button('recovered-no', language, c)]
      return { text: html(sureRecovered[language](c.number)), rows: [choices] }
    }
    case 'revoke': {
      const choices = [button('revoke-yes', language, c), button('revoke-no', language, c)]
      return { text: html(sureToRevoke[language](c.number)), rows: choices.map((choice) => [choice]) }
    }
    case 'note-end':
      return { text: html(whichEnd[language]), rows: wayBack(c, language) }
    case 'plan-day':
      return { text: html(whichDay[language]), rows: wayBack(c, language) }
    case 'code':
      return codeOf(c, { language })
    case 'talk':
      return talkOf(c, language)
    case 'trouble':
      return { text: html(whatTrouble[language]), rows: wayBack(c, language) }
  }
}

/** Whoever pressed by mistake is not held to say something. */
const wayBack = (c: Case, language: Reader['language']): Screen['rows'] => [[button('back', language, c)]]

/** The question how the link went, with its three answers. */
export const linkOf = (c: Case, { language }: Reader): Screen => ({
  text: html((procedureOf(c.procedure).sendsLink === true ? howIsTheLink : howIsTheStep)[language]),
  rows: actionRows(c, language),
})

/** What is left to the requester once BSrE is done: a link to open, or a certificate to ask for. */
export const actionRows = (c: Case, language: Reader['language']): Screen['rows'] =>
  c.trail.verified !== undefined && procedureOf(c.procedure).sendsLink !== true
    ? [
        ...(c.trail.reissueAsked === undefined ? [[button('reissue', language, c)]] : []),
        [button('worked', language, c)],
        [button('trouble', language, c)],
      ]
    : linkRows(c, language)

/** When the old certificate is to be revoked: now, on a day, or once that was chosen on another one. */
export const revocationRows = (c: Case, language: Reader['language']): Screen['rows'] => [
  [button('revoke', language, c)],
  [button('plan-day', language, c), ...(c.revocationOn === null ? [] : [button('unplan-day', language, c)])],
]

export const linkRows = (c: Case, language: Reader['language']): Screen['rows'] => [
  [button('worked', language, c)],
  [button('expired', language, c)],
  [button('trouble', language, c)],
]
