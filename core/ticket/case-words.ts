import type { Case } from '../case/case.ts'
import type { Event, EventType } from '../case/event.ts'
import { type FieldKind, fieldOf, isFieldName } from '../form/field.ts'
import { type PersonKey, type PlainWords, plainWords } from './plain-words.ts'

/** What a case is found by. */
export interface CaseWords extends PlainWords {
  /** Those of its words that are names of people. */
  readonly names: readonly string[]
}

/** More than a case of several hundred messages says; what is beyond is not found. */
const wordsMax = 2_000

/** What changes answers or files. */
const changing: ReadonlySet<EventType> = new Set<EventType>([
  ...(['submitted', 'answered', 'evidence-received', 'evidence-cleared'] as const),
])

/** What people say with it is looked for. */
const spoken: ReadonlySet<EventType> = new Set<EventType>([
  ...(['item-judged', 'rejected', 'settled', 'sent-back', 'setback-reported', 'cancelled', 'escalated'] as const),
  ...(['handed-over', 'taken', 'replied', 'noted', 'wrote'] as const),
])

/** True when something happened by which a case that the desk sees is found otherwise than before. */
export const hasNewWords = (c: Case, events: readonly Event[]): boolean =>
  c.submittedAt !== null && events.some((event) => changing.has(event.type) || saidIn(event).length > 0)

/** The words of answers as they stand, of file names, and of all that people wrote about the case. */
export function wordsOf(c: Case, history: readonly Event[]): CaseWords {
  const [names, numbers, texts] = [answersOf(c, ['name']), answersOf(c, exact), answersOf(c, ['text', 'story'])]
  const files = Object.values(c.evidence).flatMap((held) => held.map(({ name }) => name))
  const named = plainWords(names.join(' '))
  const said = plainWords([...texts, ...files, ...history.flatMap(saidIn)].join('\n'))
  const people = [...plainWords(numbers.join('\n')).people, ...said.people]
  return {
    words: [...new Set([...named.words, ...said.words])].slice(0, wordsMax),
    names: named.words,
    people: distinct(people).slice(0, wordsMax),
  }
}

const exact: readonly FieldKind[] = ['nip', 'nik', 'email', 'other-email']

const answersOf = ({ answers }: Case, kinds: readonly FieldKind[]): readonly string[] =>
  Object.entries(answers).flatMap(([item, answer]) =>
    typeof answer === 'string' && isFieldName(item) && kinds.includes(fieldOf(item).kind) ? [answer] : [],
  )

function saidIn(event: Event): readonly string[] {
  if (!('secret' in event) || event.secret === undefined || !spoken.has(event.type)) return []
  const { text, note, reason } = event.secret as Readonly<Partial<Record<'text' | 'note' | 'reason', string>>>
  return [text, note, reason].filter((one) => one !== undefined)
}

const distinct = (people: readonly PersonKey[]): readonly PersonKey[] => [
  ...new Map(people.map((one) => [`${one.kind}:${one.value}`, one])).values(),
]
