import type { Case } from '../../core/case/case.ts'
import type { Question } from '../../core/case/question.ts'
import { isRefusal, type Refusal } from '../../core/case/refusal.ts'
import { isFieldName } from '../../core/form/field.ts'
import { caseKey, optionKey, type Press } from '../dialogue/press.ts'
import { optionButtons, questionRows } from '../dialogue/question-rows.ts'
import { rowsOf } from '../dialogue/screen.ts'
import { buttonIn, optionsFor, saidTo } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import { fieldQuestion } from '../text/field.ts'
import { refusalSentence } from '../text/refusal.ts'
import { severalFit } from '../text/telegram-question.ts'
import { alreadyDone, reply } from '../text/telegram-reply.ts'
import type { Content } from './content.ts'
import { currentOf, type Put, placeOf } from './put.ts'
import type { Visit } from './visit.ts'

/** Takes the answer to a field, pressed or typed. */
export async function takeAnswer(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const place = placeOf(visit, asked)
  if (place === undefined) return lost(visit)
  const { c, question } = place
  switch (content.what) {
    case 'press':
      return takePress(visit, c, question, content.press)
    case 'text':
      return takeText(visit, c, question, content.text)
    case 'file':
      return insist(visit, c, question, withQuestion(visit, question, reply('fileNotHere', visit.language)))
    case 'odd': {
      const wants = question.field?.kind === 'choice' ? 'wantsButton' : 'wantsText'
      const sentence = `${reply(content.kind, visit.language)} ${reply(wants, visit.language)}`
      return insist(visit, c, question, withQuestion(visit, question, sentence))
    }
  }
}

async function takePress(visit: Visit, c: Case, question: Question, press: Press | undefined): Promise<boolean> {
  if (press === undefined || press.case !== caseKey(c) || press.item !== question.key) return stale(visit)
  if (press.verb === 'keep') return keepAnswer(visit)
  if (press.verb === 'unknown') return handOver(visit, c, question, null)
  const option = optionsFor(question, visit.reader).find(({ key }) => optionKey(key) === press.option)
  return press.verb === 'pick' && option !== undefined ? handOver(visit, c, question, option.key) : stale(visit)
}

async function takeText(visit: Visit, c: Case, question: Question, text: string): Promise<boolean> {
  if (visit.memory.again === question.key && buttonIn(text, ['keep']) !== undefined) return keepAnswer(visit)
  const read = saidTo(question, text, visit.reader)
  if ('said' in read) return handOver(visit, c, question, read.said)
  const options = optionsFor(question, visit.reader).filter(({ key }) => read.several.includes(key))
  const rows = rowsOf(optionButtons(c, question.key, options))
  await visit.show({ text: html(severalFit[visit.language]), rows })
  return false
}

async function handOver(visit: Visit, c: Case, { key, ...rest }: Question, said: string | null): Promise<boolean> {
  const outcome = visit.give(c, { type: 'answer', item: key, said })
  if (isRefusal(outcome)) return refused(visit, c, { key, ...rest }, outcome)
  visit.memory.again = undefined
  return true
}

/** Says why not. @returns true when the question itself has had its time, so that the case is asked afresh */
export async function refused(visit: Visit, c: Case, question: Question, refusal: Refusal): Promise<boolean> {
  const sentence = refusalSentence(refusal, visit.language, question.key)
  const isOver = ['not-now', 'not-yours', 'item-settled', 'unknown-item'].includes(refusal.refused)
  // A sentence that names no part of the answer leaves open what is asked.
  const said = refusal.refused === 'no-such-option' ? withQuestion(visit, question, sentence) : sentence
  if (!isOver) return insist(visit, c, question, said)
  visit.memory.again = undefined
  await visit.toast(sentence)
  return true
}

/** Says what is wanted, with the buttons of the question, which stays open: what came before these words still counts. */
export async function insist(visit: Visit, c: Case, question: Question, sentence: string): Promise<false> {
  const rows = questionRows(c, question, visit.memory.again === question.key, visit.reader)
  await visit.show({ text: html(sentence), rows })
  return false
}

/** A sentence, and below it what is asked: far up it is soon out of sight. */
const withQuestion = ({ language }: Visit, { name }: Question, sentence: string): string =>
  isFieldName(name) ? `${sentence}\n\n${fieldQuestion(name, language)}` : sentence

/** Says that nothing is asked any more, when the case is long gone. */
export async function lost(visit: Visit): Promise<true> {
  await visit.toast(reply('nothingAsked', visit.language))
  return true
}

/** Leaves the old answer as it is. */
export async function keepAnswer(visit: Visit): Promise<true> {
  visit.memory.again = undefined
  await visit.toast(reply('kept', visit.language))
  return true
}

/** Tells whoever pressed an old button what is current; the question stays open. */
export async function stale(visit: Visit): Promise<false> {
  await visit.toast(alreadyDone[visit.language](currentOf(visit)))
  return false
}
