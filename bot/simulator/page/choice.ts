import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '../../text/language.ts'

/** What somebody looks at: every pane's address carries its part of it, and a cookie remembers all for a reload. */
export interface Choice {
  readonly language: Language
  /** Whose phone. */
  readonly person: string
  /** Whose workspace, and which of their rooms: a channel's id, `dm` or `home`. */
  readonly member: string
  readonly room: string
  /** Which mail is open, by its place in the mailbox. */
  readonly mail: string
  /** How fast the case is played. */
  readonly speed: string
}

const cookie = 'pandu_simulator'
const names = ['person', 'member', 'room', 'mail', 'speed'] as const

/** The choice of this request: what its address says, else what the browser chose before. */
export function choiceOf(c: Context): Choice {
  const asked = new URL(c.req.url).searchParams
  const kept = new URLSearchParams(getCookie(c, cookie))
  const value = (name: string) => (asked.get(name) ?? kept.get(name) ?? '').slice(0, 40)
  const language = languages.find((one) => one === value('lang')) ?? languages[0]
  const chosen = Object.fromEntries(names.map((name) => [name, value(name)]))
  return { language, person: '', member: '', room: '', mail: '', speed: '', ...chosen }
}

export function rememberChoice(c: Context, choice: Choice): void {
  const path = { path: '/simulator', httpOnly: true, sameSite: 'Strict' } as const
  setCookie(c, cookie, queryOf(choice), { ...path, maxAge: 30 * 86_400 })
}

/** An address with a choice in it; what a change empties is said, or the cookie would bring it back. */
export function linkTo(path: string, choice: Choice, changes: Partial<Choice> = {}): string {
  const emptied = Object.entries(changes).flatMap(([name, value]) => (value === '' ? [`&${name}=`] : []))
  return `/simulator${path}?${queryOf({ ...choice, ...changes })}${emptied.join('')}`
}

function queryOf({ language, ...chosen }: Choice): string {
  const all = { lang: language, ...chosen }
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString()
}
