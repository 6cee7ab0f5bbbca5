import type { Case } from '../../core/case/case.ts'
import type { Question } from '../../core/case/question.ts'
import { questionsOf } from '../../core/case/question.ts'
import { consentText } from '../text/consent.ts'
import { html } from '../text/escape.ts'
import { itemLabel } from '../text/item.ts'
import { statusName } from '../text/status.ts'
import { changeLabel } from '../text/telegram-button.ts'
import { checkHint, checkTitle, otherPartsKept } from '../text/telegram-question.ts'
import { heldAnswer } from './answer.ts'
import { changeable } from './asking.ts'
import { proveRows } from './code.ts'
import { caseKey, pressData } from './press.ts'
import { waysOut } from './question-rows.ts'
import { button, paragraphs, type Reader, rowsOf, type Screen, shortened } from './screen.ts'
import { plain } from './typed.ts'

const labelMax = 30

/** The last look before sending: every answer masked, a *Ubah* each, the statement and consent that *Kirim* gives. */
export function checkOf(c: Case, reader: Reader): Screen {
  const { language } = reader
  const lines = changeable(c)
  const others = questionsOf(c).length - lines.length
  const changes = lines.map(({ key }) => ({
    label: changeLabel(shortened(itemLabel(key, language), labelMax), language),
    data: pressData({ verb: 'change', case: caseKey(c), item: key }),
  }))
  return {
    text: paragraphs(
      `<b>${checkTitle[language]} · ${statusName(c.status, language)}</b>`,
      lines.map((question, index) => lineOf(c, question, index + 1, reader)).join('\n'),
      others > 0 ? html(otherPartsKept[language](others)) : undefined,
      html(checkHint[language]),
      `<blockquote>${html(consentText(language))}</blockquote>`,
    ),
    rows: [
      [button('send', language, c)],
      ...proveRows(c, reader),
      ...rowsOf(changes),
      ...waysOut(c, undefined, language),
    ],
    isPersonal: true,
  }
}

/** The item whose *Ubah* a text names: "ubah NIP", "ubah 4". */
export function changeIn(c: Case, text: string, { language }: Reader): string | undefined {
  const wanted = /^(?:ubah|ganti|change) (.+)$/.exec(plain(text))?.[1]
  if (wanted === undefined) return undefined
  const lines = changeable(c)
  const byNumber = /^\d{1,3}$/.test(wanted) ? lines[Number(wanted) - 1] : undefined
  const named = lines.find(({ key }) => plain(itemLabel(key, language)) === wanted)
  return (byNumber ?? named ?? lines.find(({ key }) => plain(itemLabel(key, language)).startsWith(wanted)))?.key
}

const lineOf = (c: Case, question: Question, number: number, reader: Reader): string => {
  const label = itemLabel(question.key, reader.language, question.device)
  return `${number}. ${html(label)}: <b>${html(heldAnswer(c, question, reader) ?? '–')}</b>`
}
