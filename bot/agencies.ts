import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Agency } from '../core/agency/agency.ts'
import { agencyKeys, agencyShape, rightAt } from './agency-shape.ts'
import { ConfigError } from './config.ts'
import { withHolidays } from './holidays-file.ts'

const fault = (reason: string) => ({ variable: 'AGENCIES_FILE', reason, example: './agencies.yaml' })

/**
 * Reads `AGENCIES_FILE` (JSON or YAML).
 * @param note hears of options that nobody knows, a sentence each
 * @throws ConfigError that names every fault with its place and what is right
 */
export function readAgencies(path: string, note: (sentence: string) => void = () => {}): readonly Agency[] {
  const content = contentOf(path)
  const parsed = z.array(agencyShape).min(1).safeParse(content)
  const strange = strangeKeys(content)
  const reasons = new Set([
    ...(parsed.error?.issues ?? []).flatMap((issue) => reasonsOf(issue, content)),
    ...strange.flatMap(({ sentence, isTypo }) => (isTypo ? [sentence] : [])),
    ...twice(content),
  ])
  const agencies = parsed.data?.map((agency) => withHolidays(agency, path, (sentence) => reasons.add(sentence))) ?? []
  if (reasons.size > 0) throw new ConfigError([...reasons].map(fault))
  for (const { sentence } of strange) note(sentence)
  return agencies
}

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : 'unknown'
    throw new ConfigError([fault(`cannot be read: ${why}.`)])
  }
}

/** `agency 2 (bantul)`, with the names of the keys on the way. */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  const [index, ...keys] = path
  if (typeof index !== 'number') return 'the file'
  const code = at(content, [index, 'code'])
  const names = keys.filter((key) => typeof key === 'string').join('.')
  return `agency ${index + 1}${typeof code === 'string' ? ` (${code})` : ''}${names === '' ? '' : `, ${names}`}`
}

function reasonsOf(issue: z.core.$ZodIssue, content: unknown): readonly string[] {
  const names = issue.path.filter((key) => typeof key === 'string')
  const place = placeOf(issue.path, content)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${place}: the key ${key} is not known there; it ${rightAt(names)}`)
  return [`${place}: ${foundAt(issue.path, content)}${rightAt(names)}`]
}

/** Numbers and names of people are not repeated. */
const telling = new Set(['code', 'emailDomains', 'slackChannel', 'employmentAccepted', 'slaTargets', 'calendar'])

function foundAt(path: readonly PropertyKey[], content: unknown): string {
  const found = at(content, path)
  if (path.length > 1 && found === undefined) return 'is missing; it '
  const isShown = (typeof found === 'string' || typeof found === 'number') && telling.has(String(path[1]))
  return isShown ? `${JSON.stringify(found)} will not do; it ` : ''
}

/** Keys of agencies that nobody knows; one that is nearly a known key is a typing error. */
function strangeKeys(content: unknown): readonly { readonly sentence: string; readonly isTypo: boolean }[] {
  if (!Array.isArray(content)) return []
  return content.flatMap((agency: unknown, index) =>
    (typeof agency === 'object' && agency !== null ? Object.keys(agency) : [])
      .filter((key) => !agencyKeys.includes(key))
      .map((key) => {
        const meant = agencyKeys.find((known) => isNearly(key, known))
        const hint = meant === undefined ? 'and is not used' : `did you mean ${meant}?`
        const sentence = `${placeOf([index], content)}: the key ${key} is not known${meant === undefined ? ' ' : '; '}${hint}`
        return { sentence: meant === undefined ? `${sentence}.` : sentence, isTypo: meant !== undefined }
      }),
  )
}

/** True when two names differ in case, in hyphens, or in one letter that is missing, added or exchanged. */
function isNearly(key: string, known: string): boolean {
  const [a, b] = [key, known].map((name) => name.toLowerCase().replaceAll(/[_-]/g, ''))
  if (a === undefined || b === undefined) return false
  const start = [...a].findIndex((letter, n) => letter !== b[n])
  const same = start === -1 ? Math.min(a.length, b.length) : start
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return a === b || restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)
}

function twice(content: unknown): readonly string[] {
  if (!Array.isArray(content)) return []
  const codes = content.map((_, index) => at(content, [index, 'code']))
  const found = codes.find((code, n) => typeof code === 'string' && codes.indexOf(code) !== n)
  return found === undefined ? [] : [`the file has the code ${found} twice; each agency needs its own.`]
}

const at = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    // Only looked at: what is not there is undefined.
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  )
