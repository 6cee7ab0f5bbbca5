import type { Case } from '../../core/case/case.ts'
import { filesOf, isBeforeScan, missing } from '../../core/case/missing.ts'
import { devicesOf, type Question } from '../../core/case/question.ts'
import { refuse } from '../../core/case/refusal.ts'
import { expectedChallenge } from '../../core/evidence/challenge.ts'
import type { DeviceKind } from '../../core/evidence/device.ts'
import { type EvidenceKind, isEvidenceKind } from '../../core/evidence/kind.ts'
import { isFieldName } from '../../core/form/field.ts'
import { changeHint } from '../text/change-hint.ts'
import { deviceName } from '../text/device.ts'
import { html } from '../text/escape.ts'
import { challengeText, evidenceGuide, sendAsFile } from '../text/evidence.ts'
import { fieldExample, fieldQuestion } from '../text/field.ts'
import { fileFaultSentence } from '../text/file-fault.ts'
import { howToPath, howTos, howTosFor, howToText } from '../text/how-to.ts'
import type { Language } from '../text/language.ts'
import { reasonSentence } from '../text/reason.ts'
import { refusalSentence } from '../text/refusal.ts'
import { statusName } from '../text/status.ts'
import {
  askedAgain,
  devicePlace,
  exampleText,
  filesHere,
  partsLeft,
  presentAnswer,
  stepText,
  typeToSearch,
  whichDevice,
} from '../text/telegram-question.ts'
import { heldAnswer } from './answer.ts'
import { questionRows } from './question-rows.ts'
import { paragraphs, type Reader, type Screen, shortened } from './screen.ts'
import { placeOfQuestion } from './step.ts'

/** A verifier's own words may be long, and the message has its own. */
const reasonMax = 1000

/** The message that puts a question: where the requester stands, what is asked, a good answer, why again. */
export function promptOf(c: Case, question: Question, isAgain: boolean, reader: Reader): Screen {
  const { language } = reader
  return {
    text: paragraphs(
      headerOf(c, question, language),
      reasonOf(c, question, language),
      bodyOf(c, question, reader),
      presentOf(c, question, isAgain, reader),
    ),
    rows: questionRows(c, question, isAgain, reader),
  }
}

/** "Langkah 3 dari 19 · BELUM TERKIRIM", and the device that a proof is about. */
export function headerOf(c: Case, question: Question, language: Language): string {
  const { number, of } = placeOfQuestion(c, question)
  const place = c.status === 'draft' ? stepText[language](number, of) : partsLeft[language](missing(c).length)
  const head = `<b>${place} · ${statusName(c.status, language)}</b>`
  const { device, key } = question
  if (device === null) return head
  const name = deviceName(device, language)
  return `${head}\n${html(devicePlace[language](Number(key.split('.')[1]), devicesOf(c).length, name))}`
}

function bodyOf(c: Case, { name, device }: Question, { agencies, language, publicUrl }: Reader): string {
  if (isEvidenceKind(name)) {
    const { label, need, shows, how } = evidenceGuide(name, device?.kind ?? null, language)
    const code = expectedChallenge(c, name, agencies)
    const write = code === null ? undefined : challengeText(device?.kind ?? null, `<code>${code}</code>`)[language]
    return paragraphs(
      `<b>${html(label)}</b>`,
      html(need),
      html(shows),
      html(how),
      howToLinks(name, device?.kind ?? null, publicUrl, language),
      write,
      html(sendAsFile[language]),
    )
  }
  if (!isFieldName(name)) return ''
  const ask = `<b>${html(fieldQuestion(name, language))}</b>`
  if (name === 'devices') return paragraphs(ask, html(whichDevice[language]))
  if (name === 'agency') return paragraphs(ask, html(typeToSearch[language]))
  const example = fieldExample(name, language)
  const hint = changeHint(c.answers.changeKind, name)?.[language]
  return paragraphs(
    ask,
    hint === undefined ? undefined : html(hint),
    example === undefined ? undefined : html(exampleText[language](example)),
  )
}

/** The guides with pictures for a proof, each by its name. */
function howToLinks(
  kind: EvidenceKind,
  device: DeviceKind | null,
  publicUrl: string | undefined,
  language: Language,
): string | undefined {
  const names = publicUrl === undefined ? [] : howTosFor(kind, device)
  if (names.length === 0) return undefined
  const links = names.map(
    (name) =>
      `<a href="${html(`${publicUrl}${howToPath}/${name}?lang=${language}`)}">${html(howTos[name].title[language])}</a>`,
  )
  return `📖 ${howToText.link[language]}: ${links.join(' · ')}`
}

/** Why an item is asked again: the verifier's reason, a file that could not be used, or a wrong order. */
function reasonOf(c: Case, { key, field }: Question, language: Language): string | undefined {
  const verdict = c.verdicts[key]
  if (verdict?.ok === false)
    return `<b>${askedAgain[language]}:</b> ${html(shortened(reasonSentence(verdict.reason, verdict.note, language), reasonMax))}`
  if (key === 'passwordChangedAt' && isBeforeScan(c, c.answers[key]))
    return html(refusalSentence(refuse('password-before-scan'), language, key))
  const refused = field === null && filesOf(c, key).length === 0 ? c.evidence[key]?.at(-1)?.refused : undefined
  return refused === undefined ? undefined : html(fileFaultSentence(refused, language))
}

function presentOf(c: Case, question: Question, isAgain: boolean, reader: Reader): string | undefined {
  const { language } = reader
  if (question.field === null) {
    const count = filesOf(c, question.key).length
    return count === 0 ? undefined : html(filesHere[language](count))
  }
  const held = isAgain ? heldAnswer(c, question, reader) : undefined
  return held === undefined ? undefined : html(presentAnswer[language](held))
}
