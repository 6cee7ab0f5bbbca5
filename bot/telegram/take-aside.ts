import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { asideOf } from '../dialogue/aside.ts'
import type { Aside } from '../dialogue/asking.ts'
import { caseKey } from '../dialogue/press.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import { refusalSentence } from '../text/refusal.ts'
import type { ButtonName } from '../text/telegram-button.ts'
import { type ReplyName, reply } from '../text/telegram-reply.ts'
import type { Content } from './content.ts'
import type { Put } from './put.ts'
import { stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

const troubleMaxLength = 1000
const yes = { cancel: 'cancel-yes', recovered: 'recovered-yes' } as const
const no = { cancel: 'cancel-no', recovered: 'recovered-no' } as const

/** Takes the yes or no to a confirmation, or the sentence that tells of trouble. */
export async function takeAside(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const c = visit.casework.find(asked.case)
  if (c === undefined || !isAside(asked.kind)) return close(visit)
  return asked.kind === 'trouble' ? takeTrouble(visit, c, content) : takeChoice(visit, c, asked.kind, content)
}

const isAside = (kind: Put['kind']): kind is Aside['kind'] => ['cancel', 'recovered', 'trouble'].includes(kind)

async function takeChoice(visit: Visit, c: Case, kind: 'cancel' | 'recovered', content: Content): Promise<boolean> {
  const choice = chosen(c, [yes[kind], no[kind]], content)
  if (choice === no[kind]) {
    if (kind === 'cancel') await visit.toast(reply('notCancelled', visit.language))
    return close(visit)
  }
  if (choice === yes[kind])
    return kind === 'cancel' ? act(visit, c, { type: 'cancel' }, 'cancelled') : act(visit, c, { type: 'complete' })
  if (content.what === 'press') return stale(visit)
  await visit.show({ ...asideOf(c, kind, visit.reader), text: html(reply('wantsButton', visit.language)) })
  return false
}

function chosen(c: Case, names: readonly ButtonName[], content: Content): ButtonName | undefined {
  if (content.what === 'text') return buttonIn(content.text, names)
  if (content.what !== 'press' || content.press?.case !== caseKey(c)) return undefined
  return names.find((name) => name === content.press?.verb)
}

async function takeTrouble(visit: Visit, c: Case, content: Content): Promise<boolean> {
  if (content.what === 'press') return stale(visit)
  if (content.what !== 'text' || content.text.trim() === '') {
    await visit.say(
      `${content.what === 'odd' ? `${reply(content.kind, visit.language)} ` : ''}${reply('wantsText', visit.language)}`,
    )
    return false
  }
  if (buttonIn(content.text, ['back', 'cancel', 'later']) !== undefined) return close(visit)
  const text = content.text.trim().slice(0, troubleMaxLength)
  return act(visit, c, { type: 'report-setback', kind: 'trouble', text }, 'troubleTold')
}

/** `done` is said where no notice of the case says it. */
async function act(visit: Visit, c: Case, command: Command, done?: ReplyName): Promise<true> {
  const outcome = visit.give(c, command)
  if (isRefusal(outcome)) await visit.toast(refusalSentence(outcome, visit.language))
  else if (done !== undefined) await visit.reply(done)
  return close(visit)
}

function close(visit: Visit): true {
  visit.memory.aside = undefined
  return true
}
