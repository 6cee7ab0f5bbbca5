import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal, type Refusal } from '../../core/case/refusal.ts'
import { asideOf } from '../dialogue/aside.ts'
import type { Aside } from '../dialogue/asking.ts'
import { caseKey } from '../dialogue/press.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import { dayText } from '../text/moment.ts'
import { refusalSentence } from '../text/refusal.ts'
import type { ButtonName } from '../text/telegram-button.ts'
import { certificateKnown } from '../text/telegram-clock.ts'
import { dayPlanned } from '../text/telegram-question.ts'
import { type ReplyName, reply } from '../text/telegram-reply.ts'
import type { Content } from './content.ts'
import type { Put } from './put.ts'
import { stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

const troubleMaxLength = 1000
const yes = { cancel: 'cancel-yes', recovered: 'recovered-yes', revoke: 'revoke-yes' } as const
const no = { cancel: 'cancel-no', recovered: 'recovered-no', revoke: 'revoke-no' } as const
const commands = { cancel: 'cancel', recovered: 'complete', revoke: 'ask-revocation' } as const

/** Takes the yes or no to a confirmation, or the sentence that tells of trouble. */
export async function takeAside(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const c = visit.casework.find(asked.case)
  if (c === undefined || !isAside(asked.kind)) return close(visit)
  if (asked.kind === 'trouble') return takeTrouble(visit, c, content)
  if (asked.kind === 'plan-day')
    return takeDay(visit, c, content, {
      command: (on) => ({ type: 'plan-revocation', on }),
      said: ({ revocationOn }) => dayPlanned[visit.language](dayName(revocationOn, visit)),
    })
  if (asked.kind === 'note-end')
    return takeDay(visit, c, content, {
      command: (until) => ({ type: 'note-certificate', until }),
      said: ({ certificateUntil }) => certificateKnown[visit.language](dayName(certificateUntil, visit)),
    })
  return takeChoice(visit, c, asked.kind, content)
}

const isAside = (kind: Put['kind']): kind is Exclude<Aside['kind'], 'code' | 'talk'> =>
  ['cancel', 'recovered', 'trouble', 'revoke', 'plan-day', 'note-end'].includes(kind)

async function takeChoice(visit: Visit, c: Case, kind: keyof typeof yes, content: Content): Promise<boolean> {
  const choice = chosen(c, [yes[kind], no[kind]], content)
  if (choice === no[kind]) {
    if (kind === 'cancel') await visit.toast(reply('notCancelled', visit.language))
    return close(visit)
  }
  if (choice === yes[kind]) return act(visit, c, { type: commands[kind] }, kind === 'cancel' ? 'cancelled' : undefined)
  if (content.what === 'press') return stale(visit)
  await visit.show({ ...asideOf(c, kind, visit.reader), text: html(reply('wantsButton', visit.language)) })
  return false
}

function chosen(c: Case, names: readonly ButtonName[], content: Content): ButtonName | undefined {
  if (content.what === 'text') return buttonIn(content.text, names)
  if (content.what !== 'press' || content.press?.case !== caseKey(c)) return undefined
  return names.find((name) => name === content.press?.verb)
}

/** What a day that was typed is for, and what is said once it is noted. */
interface DayAsked {
  command(day: string): Command
  said(after: Case): string
}

const dayName = (date: string | null, { language }: Visit): string => dayText(`${date ?? ''}T01:00:00.000Z`, language)

/** A day ahead: on which the revocation is to be asked for, or a certificate ends. */
async function takeDay(visit: Visit, c: Case, content: Content, { command, said }: DayAsked): Promise<boolean> {
  if (content.what === 'press') return stale(visit)
  if (content.what !== 'text') {
    await visit.reply('wantsText')
    return false
  }
  if (buttonIn(content.text, ['back', 'cancel', 'later']) !== undefined) return close(visit)
  const outcome = visit.give(c, command(content.text))
  if (!isRefusal(outcome)) {
    await visit.say(said(outcome))
    return close(visit)
  }
  await visit.say(refusalSentence(outcome, visit.language))
  return isOverFor(outcome) ? close(visit) : false
}

const isOverFor = ({ refused }: Refusal): boolean => refused === 'not-now' || refused === 'not-yours'

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
