import { isRecord } from '../wire/request-body.ts'
import type { Arguments } from './arguments.ts'
import { type FormattedText, parseHtml, trimmed } from './html.ts'
import type { Entity } from './message.ts'
import { badRequest } from './refusal.ts'
import { typedEntities } from './typed-text.ts'

const LIMITS = { text: 4096, caption: 1024 }
const ENTITIES = { text: 'entities', caption: 'caption_entities' }

/** Text or caption of a call, parsed. @throws 400 when empty, too long (UTF-16 units) or badly formatted */
export function formatted(args: Arguments, field: 'text' | 'caption'): FormattedText {
  const raw = args.text(field) ?? ''
  const parsed = parse(args, raw, ENTITIES[field])
  if (field === 'text' && parsed.text === '') throw badRequest('message text is empty')
  if (parsed.text.length > LIMITS[field]) {
    throw badRequest(field === 'text' ? 'message is too long' : 'message caption is too long')
  }
  const found = typedEntities(parsed.text).filter((entity) => !overlaps(entity, parsed.entities))
  return { text: parsed.text, entities: [...parsed.entities, ...found].sort((a, b) => a.offset - b.offset) }
}

function parse(args: Arguments, raw: string, entitiesField: string): FormattedText {
  const mode = args.text('parse_mode')?.toLowerCase() ?? ''
  if (mode === 'html') return parseHtml(raw)
  if (mode !== '') throw badRequest('unsupported parse_mode (the simulator reads HTML)')
  const given = args.json(entitiesField)
  const entities = Array.isArray(given) ? given.filter(isEntity) : []
  return trimmed({ text: raw, entities })
}

function isEntity(value: unknown): value is Entity {
  return isRecord(value) && typeof value.type === 'string' && Number.isInteger(value.offset)
}

function overlaps(one: Entity, others: readonly Entity[]): boolean {
  const end = one.offset + one.length
  return others.some((other) => one.offset < other.offset + other.length && other.offset < end)
}
