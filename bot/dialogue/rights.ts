import { retentionOf } from '../../core/privacy/retention.ts'
import type { RightsSaying } from '../../core/privacy/saying.ts'
import { html } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { dayText, timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { erasedText } from '../text/rights.ts'
import { statusName } from '../text/status.ts'
import {
  copyLinkText,
  dataText,
  eraseText,
  fileCount,
  moreCases,
  privacyNotice,
  rightsSentence,
  tiedTo,
} from '../text/telegram-rights.ts'
import { helpdesksOf } from './menu.ts'
import { button, paragraphs, type Reader, type Screen } from './screen.ts'

/** Of more agencies than this a list would say nothing. */
const agenciesMax = 3

/** `/privasi`. */
export function privacyOf(reader: Reader): Screen {
  const { language, agencies } = reader
  const [only, ...others] = agencies
  const names = agencies.map(({ name }) => name).join(', ')
  const yours = language === 'id' ? 'instansi Anda' : 'your agency'
  const facts = {
    agency: agencies.length === 0 || agencies.length > agenciesMax ? yours : names,
    days: retentionOf(others.length === 0 ? only : undefined),
    isEvidenceInSlack: agencies.some(({ evidenceInSlack }) => evidenceInSlack !== undefined),
    contact: helpdesksOf(reader),
  }
  return {
    text: html(privacyNotice[language](facts)),
    rows: [[button('my-data', language)], [button('erase', language)]],
  }
}

/** `/hapus`: what can be erased, by whom, and when. */
export const erasureOf = (hasDrafts: boolean, { language }: Reader): Screen => ({
  text: html(eraseText.intro[language]),
  rows: [
    ...(hasDrafts ? [[button('erase-drafts', language)]] : []),
    [button('ask-erasure', language)],
    [button('erase-no', language)],
  ],
})

export const sureToEraseDrafts = ({ language }: Reader): Screen => ({
  text: html(eraseText.sureDrafts[language]),
  rows: [[button('erase-drafts-yes', language)], [button('erase-no', language)]],
})

export const sureToAskErasure = ({ language }: Reader): Screen => ({
  text: html(eraseText.sureAsk[language]),
  rows: [[button('ask-erasure-yes', language)], [button('erase-no', language)]],
})

/** What a chat is told about its data. `copyAddress` words the address of the copy behind a token. */
export function rightsScreen(saying: RightsSaying, language: Language, copyAddress: (token: string) => string): Screen {
  if (saying.code === 'data') return dataOf(saying, language)
  if (saying.code === 'copy-link')
    return { text: html(copyLinkText[language](copyAddress(saying.token))), rows: [], isPersonal: true }
  const due = saying.code === 'erasure-asked' ? timeText(saying.dueAt, language) : ''
  return { text: html(rightsSentence(saying, language, due)), rows: [] }
}

function dataOf(
  { lines, total, tiedTo: numbers }: Extract<RightsSaying, { code: 'data' }>,
  language: Language,
): Screen {
  const listed = lines.map((line) => {
    const ended = line.endedAt === null ? '' : ` – ${dayText(line.endedAt, language)}`
    const dates = `${dayText(line.openedAt, language)}${ended}`
    const what = `${procedureName(line.procedure, language)} · ${statusName(line.status, language)}`
    return `• ${html(`${line.number} · ${what} · ${dates} · ${fileCount[language](line.files)}`)}`
  })
  const more = total - lines.length
  return {
    text: paragraphs(
      `<b>${html(dataText.title[language])}</b>`,
      html(dataText.chat[language]),
      html(numbers.length === 0 ? dataText.notTied[language] : tiedTo[language](numbers.join(', '))),
      listed.length === 0 ? html(dataText.none[language]) : listed.join('\n'),
      more > 0 ? html(moreCases[language](more)) : undefined,
      html(dataText.copyHint[language]),
    ),
    rows: [[button('my-copy', language)], [button('erase', language)]],
    isPersonal: true,
  }
}

/** What stands in the place of the panel of a case that is erased. */
export const erasedPanel = (number: string, language: Language): Screen => ({
  text: html(erasedText[language](number)),
  rows: [],
})
