import type { Case } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { type Device, devicesMax } from '../../core/evidence/device.ts'
import { deviceNameOf, moreDevicesOf } from '../dialogue/device-screen.ts'
import { questionRows } from '../dialogue/question-rows.ts'
import type { Screen } from '../dialogue/screen.ts'
import { html } from '../text/escape.ts'
import { refusalSentence } from '../text/refusal.ts'
import { whichDevice } from '../text/telegram-question.ts'
import { type ReplyName, reply } from '../text/telegram-reply.ts'
import type { Content } from './content.ts'
import { kindIn, moreIn, nameIn } from './device-content.ts'
import { contentIn, type Dialogue } from './interview.ts'
import { type Put, placeOf } from './put.ts'
import { stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

/** Gathers the devices one by one, kind and name, and hands them over together. */
export async function devices(dialogue: Dialogue, asked: Put): Promise<void> {
  const list: Device[] = []
  for (let isMore = true; isMore; ) {
    const kind = await next(dialogue, asked, kindIn, kindAgain)
    if (kind === 'keep') return
    await show(dialogue, asked, (c, visit) => deviceNameOf(c, visit.reader))
    const { name } = await next(dialogue, asked, nameIn, (c, visit) => deviceNameOf(c, visit.reader))
    list.push({ kind, name })
    isMore = list.length < devicesMax && (await wantsMore(dialogue, asked, list))
    if (isMore) await show(dialogue, asked, kindAgain)
  }
  await dialogue.external(({ visit }) => handOver(visit, asked, list))
}

async function wantsMore(dialogue: Dialogue, asked: Put, list: readonly Device[]): Promise<boolean> {
  const more: Draw = (c, visit) => moreDevicesOf(c, list, visit.reader)
  await show(dialogue, asked, more)
  return (await next(dialogue, asked, moreIn, more)) === 'more'
}

type Draw = (c: Case, visit: Visit) => Screen
/** What a content means here, or the sentence that says what is wanted. */
export type Read<T> = (c: Case, content: Content, visit: Visit) => { readonly found: T } | { readonly wants: ReplyName }

const kindAgain: Draw = (c, visit) => {
  const { question } = placeOf(visit, { kind: 'devices', case: c.id, item: 'devices' }) ?? {}
  const rows = question === undefined ? [] : questionRows(c, question, visit.memory.again !== undefined, visit.reader)
  return { text: html(whichDevice[visit.language]), rows }
}

const show = (dialogue: Dialogue, asked: Put, draw: Draw): Promise<void> =>
  dialogue.external(async ({ visit }) => {
    const c = visit.casework.find(asked.case)
    if (c !== undefined) await visit.show(draw(c, visit), { asks: true })
  })

/** Waits until something fits. What does not fit is answered, and leaves no trace. */
async function next<T>(dialogue: Dialogue, asked: Put, read: Read<T>, again: Draw): Promise<T> {
  await dialogue.wait()
  const outcome = await dialogue.external(async (outer) => {
    const c = outer.visit.casework.find(asked.case)
    if (c === undefined) return null
    const content = contentIn(outer)
    const outcome = read(c, content, outer.visit)
    if ('found' in outcome) return outcome
    await decline(outer.visit, c, content, outcome.wants, again)
    return null
  })
  return outcome === null ? dialogue.skip() : outcome.found
}

async function decline(visit: Visit, c: Case, content: Content, wants: ReplyName, again: Draw): Promise<void> {
  if (content.what === 'press') return void (await stale(visit))
  const first = content.what === 'odd' ? content.kind : content.what === 'file' ? 'fileNotHere' : undefined
  const names: readonly ReplyName[] = first === undefined ? [wants] : [first, wants]
  const sentences = names.map((name) => reply(name, visit.language))
  await visit.show({ ...again(c, visit), text: html(sentences.join(' ')) })
}

async function handOver(visit: Visit, asked: Put, list: readonly Device[]): Promise<void> {
  const outcome = visit.give({ id: asked.case }, { type: 'answer', item: asked.item, said: list })
  if (isRefusal(outcome)) await visit.toast(refusalSentence(outcome, visit.language, asked.item))
  else visit.memory.again = undefined
}
