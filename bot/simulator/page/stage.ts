import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Bilingual } from '../../text/language.ts'
import { SlackRefusal } from '../slack/refusal.ts'
import { TelegramRefusal } from '../telegram/refusal.ts'
import type { World } from '../world.ts'
import { type Choice, choiceOf } from './choice.ts'
import type { Live, Part } from './live.ts'
import type { Tombstones } from './phone/tombstones.ts'
import type { Seen } from './seen.ts'
import type { Assets } from './static-files.ts'

/** What the parts of the page share. */
export interface Stage {
  readonly world: World
  readonly live: Live
  readonly assets: Assets
  readonly seen: Seen
  readonly tombstones: Tombstones
  /** What last went wrong on somebody's phone or in somebody's workspace, in words. */
  readonly notices: Map<string, string>
  /** Mails of which a form was signed and taken. */
  readonly signed: Set<string>
  /** Called when a person acts by hand. */
  takeOver(): void
  deskLink(staffId: string): Promise<string | undefined>
  /** Brings the mails of the next working morning now. */
  morning(): Promise<void>
}

/** What a component needs to know of the request. */
export interface Screen {
  readonly stage: Stage
  readonly choice: Choice
  t(text: Bilingual): string
}

export function screenOf(c: Context, stage: Stage): Screen {
  const choice = choiceOf(c)
  return { stage, choice, t: (text) => text[choice.language] }
}

/** Answers with a part of the page. */
export const fragment = (c: Context, body: Child): Response | Promise<Response> => c.html(html`${body}`)

/**
 * Carries out what somebody did by hand: the played case stops for them, and what the network refuses is said in the
 * pane. The page hears of the outcome by its stream, so that one place alone draws it.
 */
export async function byHand(stage: Stage, part: Part, who: string, act: () => unknown): Promise<Response> {
  stage.takeOver()
  stage.notices.delete(who)
  try {
    await act()
  } catch (error) {
    if (!isRefused(error)) throw error
    stage.notices.set(who, error.message)
  }
  stage.live.tell(part)
  return done()
}

export const done = (): Response => new Response(null, { status: 204 })

/** The networks throw plain errors for what a person cannot do there; anything else is a defect. */
const isRefused = (error: unknown): error is Error =>
  error instanceof TelegramRefusal ||
  error instanceof SlackRefusal ||
  (error instanceof Error && error.constructor === Error)

/** The fields of a form, each as text or file. */
export async function formOf(c: Context) {
  const body = await c.req.parseBody({ all: true })
  const all = (name: string) => [body[name] ?? []].flat()
  return {
    text: (name: string): string => all(name).find((value) => typeof value === 'string') ?? '',
    texts: (name: string): string[] => all(name).filter((value) => typeof value === 'string'),
    files: (name: string): File[] =>
      all(name).filter((value): value is File => value instanceof File && (value.name !== '' || value.size > 0)),
    names: Object.keys(body),
  }
}
