import type { Case } from '../../core/case/case.ts'
import { filesOf, missing } from '../../core/case/missing.ts'
import { questionsOf } from '../../core/case/question.ts'
import { html } from '../text/escape.ts'
import { fileTaken } from '../text/telegram-question.ts'
import { questionRows } from './question-rows.ts'
import type { Reader, Screen } from './screen.ts'

/** How many files of an item have arrived so far, with its buttons while it is still asked for. */
export function filesScreen(c: Case, item: string, isAgain: boolean, reader: Reader): Screen {
  const question = questionsOf(c).find(({ key }) => key === item)
  const isAsked = question !== undefined && (isAgain || missing(c).some(({ key }) => key === item))
  return {
    text: html(fileTaken[reader.language](filesOf(c, item).length)),
    rows: isAsked ? questionRows(c, question, isAgain, reader) : [],
  }
}
