import type { Case } from '../../core/case/case.ts'
import type { Question } from '../../core/case/question.ts'
import { type Device, type DeviceKind, deviceKinds, devicesMax } from '../../core/evidence/device.ts'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import { type Answer, type FieldKind, fieldOf, isFieldName, type Moment } from '../../core/form/field.ts'
import type { CounterForm } from '../../core/handling/counter-form.ts'
import { secretIn } from '../../core/privacy/secret.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { changeable } from '../dialogue/asking.ts'
import { counterText } from '../text/desk-counter.ts'
import { visible } from '../text/escape.ts'
import { fileFaultSentence } from '../text/file-fault.ts'
import type { Language } from '../text/language.ts'

/** The value of a choice that says "Tidak tahu". */
export const unknownChoice = '-'

/** A form as the browser sent it; several files may have one name. */
export type Body = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** What a form of the counter says: what is to be kept, what stood in its fields, what must not be kept. */
export interface CounterTyped {
  readonly form: CounterForm
  readonly typed: ReadonlyMap<string, string>
  readonly faults: ReadonlyMap<string, string>
}

/** Reads the form for the questions that may be answered now, or may be with the choices just made; what is empty or unchanged says nothing. */
export async function typedAtCounter(c: Case, body: Body, language: Language): Promise<CounterTyped> {
  const text = (name: string): string => (typeof body[name] === 'string' ? visible(body[name]).trim() : '')
  const questions = changeable(asTyped(c, text))
  const faults = new Map<string, string>()
  const answers: CounterForm['answers'][number][] = []
  const files: CounterForm['files'][number][] = []
  for (const question of questions) {
    const { key: item, field } = question
    if (field === null) {
      for (const file of filesIn(body[`f:${item}`])) {
        if (file.size > fileSizeMaxBytes) faults.set(item, fileFaultSentence('TOO_BIG', language))
        else files.push({ item, name: visible(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })
      }
      continue
    }
    const said = saidIn(question, text)
    if (said === undefined || isKept(c, question, said)) continue
    // Nobody may type one in for somebody else; it is neither kept nor shown again.
    if (isSecret(said, field.kind)) faults.set(item, counterText.secret[language])
    else answers.push({ item, said })
  }
  const none = questions.flatMap(({ key }) => {
    const isSaid = text(`n:${key}`) !== '' && !c.finished.includes(key)
    return isSaid && !files.some(({ item }) => item === key) ? [key] : []
  })
  const typed = Object.keys(body).flatMap((name) => {
    const isHidden = faults.has(name.slice(2))
    return typeof body[name] === 'string' && !isHidden ? [[name, text(name)] as const] : []
  })
  return { form: { answers, files, none }, typed: new Map(typed), faults }
}

/** The case as if its choices were those of the form: what hangs on them may be answered in the same form. */
function asTyped(c: Case, text: (name: string) => string): Case {
  const choices = procedureOf(c.procedure).asks.flatMap((name) => {
    const isChoice = name !== 'each-device' && isFieldName(name) && fieldOf(name).kind === 'choice'
    const typed = isChoice ? text(`a:${name}`) : ''
    return typed === '' ? [] : [[name, typed] as const]
  })
  return { ...c, answers: { ...c.answers, ...Object.fromEntries(choices) } }
}

function filesIn(value: Body[string] | undefined): readonly File[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((one): one is File => one instanceof File && one.size > 0)
}

type Said = CounterForm['answers'][number]['said']

/** What was said to a field; undefined when nothing was. */
function saidIn({ key, field }: Question, text: (name: string) => string): Said | undefined {
  if (field?.kind === 'devices') {
    const devices = Array.from({ length: devicesMax }, (_, n) => deviceIn(n + 1, text)).flatMap((one) => one ?? [])
    return devices.length === 0 ? undefined : devices
  }
  if (field?.needed === false && text(`u:${key}`) !== '') return null
  const typed = text(`a:${key}`)
  if (typed === unknownChoice) return null
  return typed === '' ? undefined : typed
}

function deviceIn(number: number, text: (name: string) => string): Device | undefined {
  const kind = text(`k:${number}`)
  if (!isDeviceKind(kind)) return undefined
  const name = text(`m:${number}`)
  return { kind, name: name === '' ? null : name }
}

const isDeviceKind = (kind: string): kind is DeviceKind => deviceKinds.some((known) => known === kind)

/** True when the case holds that very answer; one that was returned is given anew. */
function isKept(c: Case, { key }: Question, said: Said): boolean {
  const held = c.answers[key]
  if (held === undefined || c.owed.includes(key)) return false
  if (said === null || held === null) return said === held
  return typeof said === 'string' ? said === inputText(held) : JSON.stringify(said) === JSON.stringify(held)
}

function isSecret(said: Said, kind: FieldKind): boolean {
  const texts = typeof said === 'string' ? [said] : (said ?? []).map(({ name }) => name ?? '')
  // Six digits alone are a number or a day elsewhere than in a story.
  return texts.map((one) => secretIn(one)).some((found) => found !== undefined && (found !== 'otp' || kind === 'story'))
}

/** An answer as a text field shows it. */
export function inputText(answer: Answer | undefined): string {
  if (typeof answer === 'string') return answer
  return answer !== null && answer !== undefined && isMoment(answer) ? momentInput(answer) : ''
}

const isMoment = (answer: Exclude<Answer, string | null>): answer is Moment => 'date' in answer

const momentInput = ({ date, time }: Moment): string =>
  [date.split('-').toReversed().join('-'), ...(time === undefined ? [] : [time])].join(' ')
