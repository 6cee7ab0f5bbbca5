import type { Case } from '../../core/case/case.ts'
import { html } from '../text/escape.ts'
import { howIsTheLink, sureRecovered, sureToCancel, whatTrouble } from '../text/telegram-question.ts'
import type { Aside } from './asking.ts'
import { button, type Reader, rowsOf, type Screen } from './screen.ts'

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
    case 'trouble':
      return { text: html(whatTrouble[language]), rows: [] }
  }
}

/** The question how the link went, with its three answers. */
export const linkOf = (c: Case, { language }: Reader): Screen => ({
  text: html(howIsTheLink[language]),
  rows: linkRows(c, language),
})

export const linkRows = (c: Case, language: Reader['language']): Screen['rows'] => [
  [button('worked', language, c)],
  [button('expired', language, c)],
  [button('trouble', language, c)],
]
