import type { Child } from 'hono/jsx'
import { wibMoment } from '../../../../core/form/calendar.ts'
import type { Language } from '../../../text/language.ts'
import { dayText, timeText } from '../../../text/moment.ts'
import { Outside } from '../rich-text.tsx'

/** Names of people and channels, by their ids. */
export type NameOf = (id: string) => string | undefined

interface MrkdwnProps {
  readonly text: string
  readonly language: Language
  readonly nameOf: NameOf
}

const TOKEN =
  /<([^<>]+)>|```([\s\S]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}])(?:\*(\S(?:[^*\n]*\S)?)\*|_(\S(?:[^_\n]*\S)?)_|~(\S(?:[^~\n]*\S)?)~)(?![\p{L}\p{N}])/gu
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

/** Text in Slack's own markup, as elements. */
export const Mrkdwn = ({ text, language, nameOf }: MrkdwnProps) => {
  const drawn: Child[] = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    const [token, bracket, block, code, bold, italic, struck] = match
    drawn.push(unescaped(text.slice(at, match.index)))
    const inner = (inside: string) => <Mrkdwn text={inside} language={language} nameOf={nameOf} />
    if (bracket !== undefined) drawn.push(<Bracket inside={bracket} language={language} nameOf={nameOf} />)
    else if (block !== undefined) drawn.push(<pre>{unescaped(block)}</pre>)
    else if (code !== undefined) drawn.push(<code>{unescaped(code)}</code>)
    else if (bold !== undefined) drawn.push(<b>{inner(bold)}</b>)
    else if (italic !== undefined) drawn.push(<i>{inner(italic)}</i>)
    else if (struck !== undefined) drawn.push(<s>{inner(struck)}</s>)
    at = match.index + token.length
  }
  return (
    <>
      {drawn}
      {unescaped(text.slice(at))}
    </>
  )
}

/** Slack writes three characters as entities and nothing else. */
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (entity, name: string) => NAMED[name] ?? entity)

/** What stands between angle brackets: a person, a channel, a call to all, a date, or a link. */
const Bracket = ({ inside, language, nameOf }: { inside: string; language: Language; nameOf: NameOf }) => {
  const [target = '', label] = splitOnce(inside)
  if (target.startsWith('@')) return <b class="mention">@{nameOf(target.slice(1)) ?? label ?? target.slice(1)}</b>
  if (target.startsWith('#')) return <b class="mention">#{nameOf(target.slice(1)) ?? label ?? target.slice(1)}</b>
  const date = /^!date\^(\d+)\^([^^]+)/.exec(target)
  if (date) return <time>{dateShown(Number(date[1]) * 1000, date[2] ?? '', language)}</time>
  if (target.startsWith('!')) return <b class="mention">@{label ?? target.slice(1).split('^')[0]}</b>
  return <Outside url={unescaped(target)}>{unescaped(label ?? target)}</Outside>
}

function splitOnce(text: string): readonly [string, string?] {
  const at = text.indexOf('|')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** A moment in the form that the token asks for, in WIB; forms that are not known show day and time. */
function dateShown(ms: number, form: string, language: Language): string {
  const at = new Date(ms).toISOString()
  const { date, time } = wibMoment(ms)
  const clock = language === 'id' ? time.replace(':', '.') : time
  const known = form.replace(/\{(\w+)\}/g, (_token, name: string) => {
    if (name === 'date_num') return date
    if (name.startsWith('date')) return dayText(at, language)
    return name.startsWith('time') ? clock : timeText(at, language)
  })
  return known
}
