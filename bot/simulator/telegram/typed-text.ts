import type { Entity } from './message.ts'

const KINDS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['bot_command', /(?<=^|\s)\/[a-zA-Z0-9_]{1,32}(@\w+)?(?=\s|$)/g],
  ['url', /\bhttps?:\/\/[^\s<>"]+/g],
  ['email', /\b[\w.+-]+@[\w-]+(\.[\w-]+)+\b/g],
  ['mention', /(?<=^|\s)@\w{4,32}\b/g],
]

/** The entities that Telegram finds by itself in what people type: commands, addresses, mentions. */
export function typedEntities(text: string): Entity[] {
  return KINDS.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  ).sort((a, b) => a.offset - b.offset)
}

/** A typed text with its entities, as message content. */
export function typedText(text: string): { text: string; entities?: Entity[] } {
  const entities = typedEntities(text)
  return entities.length > 0 ? { text, entities } : { text }
}
