import type { Case } from '../../core/case/case.ts'
import { filesOf, isOptional } from '../../core/case/missing.ts'
import type { Question } from '../../core/case/question.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import { caseKey } from '../dialogue/press.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { fileFaultSentence } from '../text/file-fault.ts'
import { filesCleared, fileTaken } from '../text/telegram-question.ts'
import { reply } from '../text/telegram-reply.ts'
import type { Content, SentFile } from './content.ts'
import { type Put, placeOf } from './put.ts'
import { insist, keepAnswer, lost, refused, stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

const choices = ['done', 'clear', 'keep', 'none'] as const
type Choice = (typeof choices)[number]

/** Takes the files of an item one by one, until the requester says that all are there. */
export async function takeFiles(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const place = placeOf(visit, asked)
  if (place === undefined) return lost(visit)
  const { c, question } = place
  if (content.what === 'file') return attach(visit, c, question, content.file, content.album)
  if (content.what === 'odd')
    return insist(visit, c, question, `${reply(content.kind, visit.language)} ${reply('wantsFile', visit.language)}`)
  const choice = content.what === 'text' ? buttonIn(content.text, choicesOf(question)) : pressed(c, question, content)
  if (choice !== undefined) return choose(visit, c, question, choice)
  return content.what === 'press' ? stale(visit) : insist(visit, c, question, reply('wantsFile', visit.language))
}

/** "Tidak ada" is an answer only where none will do. */
const choicesOf = ({ key }: Question): readonly Choice[] =>
  isOptional(key) ? choices : choices.filter((choice) => choice !== 'none')

function pressed(c: Case, question: Question, { press }: Extract<Content, { what: 'press' }>): Choice | undefined {
  if (press?.case !== caseKey(c) || press.item !== question.key) return undefined
  return choicesOf(question).find((choice) => choice === press.verb)
}

/** What a row that acknowledges files holds; how many there are is counted when it is delivered. */
export interface FilesPayload {
  readonly item: string
  readonly isAgain: boolean
}

/** Each picture of an album comes as an update of its own: every one is kept, and one message counts them. */
async function attach(visit: Visit, c: Case, question: Question, file: SentFile, album?: string): Promise<boolean> {
  const { language, memory } = visit
  const { key: item } = question
  const fault = faultOf(file)
  if (fault !== undefined) return insist(visit, c, question, fileFaultSentence(fault, language))
  const isUnnamed = file.name === ''
  const name = isUnnamed ? `berkas-${filesOf(c, question.key).length + 1}` : file.name
  const id = visit.tools.newId()
  const { source, uniqueId, sizeBytes = 0 } = file
  const attached = { id, name, sizeBytes, source, ...(uniqueId !== undefined && { uniqueId }) }
  const outcome = visit.give(c, { type: 'attach', item, file: attached })
  if (isRefusal(outcome)) return refused(visit, c, question, outcome)
  if (album !== undefined) {
    const payload: FilesPayload = { item, isAgain: memory.again === item }
    visit.oweView({ kind: 'files', caseId: c.id, replaces: `files:${c.id}:${item}:${album}`, payload })
    return false
  }
  const taken = fileTaken[language](filesOf(outcome, item).length)
  return insist(visit, outcome, question, isUnnamed ? `${reply('unnamed', language)} ${taken}` : taken)
}

/** Telegram tells the size before anything is downloaded. */
function faultOf({ sizeBytes }: SentFile): 'TOO_BIG' | 'EMPTY' | undefined {
  if (sizeBytes === 0) return 'EMPTY'
  return sizeBytes !== undefined && sizeBytes > fileSizeMaxBytes ? 'TOO_BIG' : undefined
}

async function choose(visit: Visit, c: Case, question: Question, choice: Choice): Promise<boolean> {
  const { key: item } = question
  if (choice === 'keep') return keepAnswer(visit)
  if (choice === 'clear') {
    const outcome = visit.give(c, { type: 'clear-evidence', item })
    if (isRefusal(outcome)) return refused(visit, c, question, outcome)
    return insist(visit, outcome, question, filesCleared[visit.language])
  }
  const outcome = visit.give(c, { type: 'finish-evidence', item })
  if (isRefusal(outcome)) return refused(visit, c, question, outcome)
  visit.memory.again = undefined
  return true
}
