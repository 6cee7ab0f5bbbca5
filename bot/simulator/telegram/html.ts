import type { Entity } from './message.ts'
import { badRequest, type TelegramRefusal } from './refusal.ts'

/** Plain text with the formatting beside it. */
export interface FormattedText {
  text: string
  entities: Entity[]
}

interface OpenTag {
  tag: string
  from: number
  entity: Omit<Entity, 'offset' | 'length'> | undefined
}

const PLAIN: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
}
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const TOKEN = /<(\/?)([a-z0-9-]*)([^<>]*)>|&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot));?|<|[^<&]+|&/giy

/** Reads text in Telegram's HTML. @throws 400 "can't parse entities" for unknown, crossed or unclosed tags */
export function parseHtml(html: string): FormattedText {
  const open: OpenTag[] = []
  const entities: Entity[] = []
  let text = ''
  for (const match of html.matchAll(TOKEN)) {
    const [token, slash, name, rest, hex, decimal, named] = match
    const at = () => Buffer.byteLength(html.slice(0, match.index))
    if (name !== undefined && slash) closeTag(open, entities, name.toLowerCase(), text.length, at)
    else if (name !== undefined) open.push(openTag(name.toLowerCase(), rest ?? '', text.length, at))
    else if (hex ?? decimal) text += character(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)) ?? token
    else if (named) text += NAMED[named.toLowerCase()]
    else if (token === '<') throw cannotParse(`Unclosed start tag at byte offset ${at()}`)
    else text += token
  }
  const left = open.at(-1)
  if (left) throw cannotParse(`Can't find end tag corresponding to start tag "${left.tag}"`)
  return trimmed({ text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) })
}

/** Text without white space at its ends, as Telegram stores it; formatting moves along. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const cut = text.length - text.trimStart().length
  const body = text.trim()
  const kept = entities
    .map((entity) => {
      const from = Math.max(entity.offset - cut, 0)
      const to = Math.min(entity.offset - cut + entity.length, body.length)
      return { ...entity, offset: from, length: to - from }
    })
    .filter((entity) => entity.length > 0)
  return { text: body, entities: kept }
}

function openTag(tag: string, rest: string, from: number, at: () => number): OpenTag {
  const attributes = Object.fromEntries([...rest.matchAll(/([\w-]+)\s*=\s*["']([^"']*)["']/g)].map((m) => [m[1], m[2]]))
  const plain = PLAIN[tag]
  if (tag === 'code' && attributes.class?.startsWith('language-')) {
    return { tag, from, entity: { type: 'code', language: attributes.class.slice('language-'.length) } }
  }
  if (plain) return { tag, from, entity: { type: plain } }
  if (tag === 'a')
    return { tag, from, entity: attributes.href ? { type: 'text_link', url: attributes.href } : undefined }
  if (tag === 'span' && attributes.class === 'tg-spoiler') return { tag, from, entity: { type: 'spoiler' } }
  if (tag === 'blockquote') {
    return { tag, from, entity: { type: /\bexpandable\b/.test(rest) ? 'expandable_blockquote' : 'blockquote' } }
  }
  if (tag === 'tg-emoji' && attributes['emoji-id']) {
    return { tag, from, entity: { type: 'custom_emoji', custom_emoji_id: attributes['emoji-id'] } }
  }
  if (tag === 'span') throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${at()}`)
  throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${at()}`)
}

function closeTag(open: OpenTag[], entities: Entity[], tag: string, to: number, at: () => number): void {
  const last = open.pop()
  if (!last) throw cannotParse(`Unexpected end tag at byte offset ${at()}`)
  if (tag !== '' && tag !== last.tag) {
    throw cannotParse(`Unmatched end tag at byte offset ${at()}, expected "</${last.tag}>", found "</${tag}>"`)
  }
  if (last.entity && to > last.from) entities.push({ ...last.entity, offset: last.from, length: to - last.from })
}

function character(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

function cannotParse(why: string): TelegramRefusal {
  return badRequest(`can't parse entities: ${why}`)
}
