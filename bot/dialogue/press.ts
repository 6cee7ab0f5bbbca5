import type { Case } from '../../core/case/case.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { type ButtonName, buttonTexts } from '../text/telegram-button.ts'

const questionVerbs = ['pick', 'unknown', 'kind', 'change', 'show', 'guide'] as const

/** What a press asks for: a button of its own, an option of a question, or the start of a procedure. */
export type Verb = ButtonName | (typeof questionVerbs)[number] | ProcedureName

/** A press as it travels in a button: which case (by the end of its id), which item, which option. */
export interface Press {
  readonly verb: Verb
  readonly case?: string
  readonly item?: string
  readonly option?: string
}

/** Telegram's limit for the data of a button. */
export const pressMaxBytes = 64
const caseKeyLength = 8
const optionMax = 20
const version = 'v1'

/** The end of an id: its beginning is a clock, alike for cases opened in the same minute. */
export const caseKey = (c: Pick<Case, 'id'>): string => c.id.slice(-caseKeyLength)

/** What stands for an option in a press; the same for every longer key with that beginning. */
export const optionKey = (option: string): string => option.slice(0, optionMax)

/** The data of a button, at most 64 bytes. */
export const pressData = ({ verb, case: key = '', item = '', option = '' }: Press): string =>
  [version, verb, key, item, optionKey(option)].join(':').replace(/:+$/, '')

/** The press behind a button's data; undefined when it is not one of ours or of another version. */
export function readPress(data: string): Press | undefined {
  const [head, verb = '', key = '', item = '', option = ''] = data.split(':')
  if (head !== version || !isVerb(verb)) return undefined
  return { verb, ...(key && { case: key }), ...(item && { item }), ...(option && { option }) }
}

const isVerb = (verb: string): verb is Verb =>
  Object.hasOwn(buttonTexts, verb) || [...questionVerbs, ...procedureNames].some((known) => known === verb)
