import { type Answer, fieldOf, isFieldName, type Moment } from '../form/field.ts'
import type { ValueRow } from '../form/layout.ts'
import { dossierWords as words } from './dossier-words.ts'

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

type Words = Readonly<Record<string, string>>

/** An answer as an official form says it, in Indonesian; `options` are the words of a choice. */
export function answerText(answer: Answer, options: Words = {}): string {
  if (answer === null) return words.unknown
  if (typeof answer === 'string') return Object.hasOwn(options, answer) ? (options[answer] ?? answer) : answer
  if ('date' in answer) return dayText(answer)
  return answer.map((device) => deviceText(device)).join('; ')
}

/** The words of a row's choices: its own, else the dossier's; none for text, which may read like a key by chance. */
export const optionsOf = ({ key, options }: Pick<ValueRow, 'key' | 'options'>): Words | undefined =>
  options ?? (isFieldName(key) && fieldOf(key).kind === 'choice' ? words.options : undefined)

/** A device by its name and kind. */
export const deviceText = ({
  kind,
  name,
}: {
  readonly kind: keyof typeof words.devices
  readonly name: string | null
}) => `${name ?? words.unknown} (${words.devices[kind]})`

/** A day as official letters write it, with its time when it is known: 23 November 2026, 09.00 WIB. */
export function dayText({ date, time }: Moment): string {
  const [year, month, day] = date.split('-').map(Number)
  const said = `${day} ${months[(month ?? 0) - 1]} ${year}`
  return time === undefined ? said : `${said}, ${time.replace(':', '.')} WIB`
}
