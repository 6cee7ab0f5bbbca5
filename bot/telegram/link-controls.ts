import type { Case } from '../../core/case/case.ts'
import type { Command, CommandType } from '../../core/case/command.ts'
import type { Score } from '../../core/case/rating.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { rules } from '../../core/case/rules.ts'
import { mayAskCode } from '../../core/identity/proof.ts'
import { linkOf } from '../dialogue/aside.ts'
import { mayNoteEnd } from '../dialogue/panel.ts'
import type { Press, Verb } from '../dialogue/press.ts'
import { refusalSentence } from '../text/refusal.ts'
import type { ReplyName } from '../text/telegram-reply.ts'
import type { Visit } from './visit.ts'

/** What a button outside of the present question does, on the case it names or the one that fits. */
export type Control = (visit: Visit, c: Case | undefined, press?: Press) => Promise<void>

/** What its requester tells of a case that others hold, and of the link from BSrE. */
export const linkControls: Readonly<Partial<Record<Verb, Control>>> = {
  async received(visit, c = candidate(visit, 'receive-link')) {
    const after = await act(visit, c, { type: 'receive-link' })
    if (after !== undefined) await visit.show(linkOf(after, visit.reader))
  },
  async recovered(visit, c = candidate(visit, 'complete')) {
    if (c === undefined || !rules.complete.in.includes(c.status)) return noLonger(visit, c)
    visit.memory.aside = { kind: 'recovered', case: c.id }
    visit.wantsAsking = true
  },
  async worked(visit, c = candidate(visit, 'report-setback')) {
    await act(visit, c, { type: 'complete' })
  },
  async expired(visit, c = candidate(visit, 'report-setback')) {
    const after = await act(visit, c, { type: 'report-setback', kind: 'link-expired', text: '' })
    if (after !== undefined) await visit.reply('troubleTold')
  },
  async trouble(visit, c = candidate(visit, 'report-setback')) {
    if (c?.status !== 'awaiting-requester') return noLonger(visit, c)
    visit.memory.aside = { kind: 'trouble', case: c.id }
    visit.wantsAsking = true
  },
  async revoke(visit, c = candidate(visit, 'ask-revocation')) {
    if (c?.status !== 'ready-to-revoke') return noLonger(visit, c)
    visit.memory.aside = { kind: 'revoke', case: c.id }
    visit.wantsAsking = true
  },
  async 'plan-day'(visit, c = candidate(visit, 'plan-revocation')) {
    if (c?.status !== 'ready-to-revoke') return noLonger(visit, c)
    visit.memory.aside = { kind: 'plan-day', case: c.id }
    visit.wantsAsking = true
  },
  async 'unplan-day'(visit, c = candidate(visit, 'plan-revocation')) {
    await act(visit, c, { type: 'plan-revocation', on: null })
  },
  async 'note-end'(visit, c = visit.casework.cases().find(mayNoteEnd)) {
    if (c === undefined || !mayNoteEnd(c)) return noLonger(visit, c)
    visit.memory.aside = { kind: 'note-end', case: c.id }
    visit.wantsAsking = true
  },
  async 'drop-end'(visit, c = visit.casework.cases().find(({ certificateUntil }) => certificateUntil !== null)) {
    await act(visit, c, { type: 'note-certificate', until: null })
  },
  async prove(visit, c = visit.casework.cases().find(mayAskCode)) {
    if (c === undefined || !visit.house.hasCodes || !mayAskCode(c)) return noLonger(visit, c)
    visit.memory.aside = { kind: 'code', case: c.id }
    visit.wantsAsking = true
  },
  async reissue(visit, c = candidate(visit, 'ask-reissue')) {
    await act(visit, c, { type: 'ask-reissue' })
  },
  'rate-good': (visit, c) => rate(visit, c, 'good'),
  'rate-fair': (visit, c) => rate(visit, c, 'fair'),
  'rate-poor': (visit, c) => rate(visit, c, 'poor'),
  async reopen(visit, c = candidate(visit, 'reopen')) {
    await act(visit, c, { type: 'reopen' })
  },
}

const candidate = (visit: Visit, type: CommandType): Case | undefined =>
  [visit.case, ...visit.casework.cases()].find((c) => c !== undefined && rules[type].in.includes(c.status))

/** What somebody says twice is noted once; another button within a day changes it. */
async function rate(visit: Visit, c: Case | undefined, score: Score): Promise<void> {
  await act(visit, c ?? candidate(visit, 'rate'), { type: 'rate', score }, 'rated')
}

async function act(
  visit: Visit,
  c: Case | undefined,
  command: Command,
  said: ReplyName = 'noted',
): Promise<Case | undefined> {
  if (c === undefined) {
    await noLonger(visit, c)
    return undefined
  }
  const outcome = visit.give(c, command)
  if (isRefusal(outcome)) {
    await visit.toast(refusalSentence(outcome, visit.language))
    return undefined
  }
  await visit.nod(said)
  return outcome
}

/** Says that the moment for a button has passed. */
export const noLonger = (visit: Visit, c: Case | undefined): Promise<void> => {
  const refusal =
    c === undefined ? ({ refused: 'not-now' } as const) : { refused: 'not-now' as const, detail: { status: c.status } }
  return visit.toast(refusalSentence(refusal, visit.language))
}
