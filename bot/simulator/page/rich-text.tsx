import type { Child } from 'hono/jsx'
import type { Entity } from '../telegram/message.ts'

type Leaf = (text: string) => Child

/** Telegram's formatted text as elements; `leaf` draws each stretch of plain text. */
export const RichText = ({ text, entities, leaf }: { text: string; entities: readonly Entity[]; leaf: Leaf }) => (
  <>{stretch(text, outerFirst(entities), 0, text.length, leaf)}</>
)

const outerFirst = (entities: readonly Entity[]): readonly Entity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)

/** Every character of the stretch once and in order, whatever the entities are; crossing ones are cut. */
function stretch(text: string, entities: readonly Entity[], from: number, to: number, leaf: Leaf): Child[] {
  const drawn: Child[] = []
  let at = from
  for (const [index, entity] of entities.entries()) {
    const [start, end] = [Math.max(entity.offset, at), Math.min(entity.offset + entity.length, to)]
    if (end <= start || start < at) continue
    if (start > at) drawn.push(leaf(text.slice(at, start)))
    drawn.push(wrapped(entity, stretch(text, entities.slice(index + 1), start, end, leaf)))
    at = end
  }
  if (at < to) drawn.push(leaf(text.slice(at, to)))
  return drawn
}

function wrapped({ type, url }: Entity, inside: Child[]): Child {
  if (type === 'bold') return <b>{inside}</b>
  if (type === 'italic') return <i>{inside}</i>
  if (type === 'underline') return <u>{inside}</u>
  if (type === 'strikethrough') return <s>{inside}</s>
  if (type === 'code') return <code>{inside}</code>
  if (type === 'pre') return <pre>{inside}</pre>
  if (type === 'spoiler') return <span class="spoiler">{inside}</span>
  if (type === 'blockquote' || type === 'expandable_blockquote') return <blockquote>{inside}</blockquote>
  if (type === 'text_link') return <Outside url={url ?? ''}>{inside}</Outside>
  return <>{inside}</>
}

/** A link that opens beside this page; an address that browsers would run is shown as text. */
export const Outside = ({ url, children }: { url: string; children?: Child }) =>
  /^https?:\/\//i.test(url) ? (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  )
