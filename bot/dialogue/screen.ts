import type { Agency } from '../../core/agency/agency.ts'
import type { Case } from '../../core/case/case.ts'
import type { Language } from '../text/language.ts'
import { type ButtonName, buttonLabel } from '../text/telegram-button.ts'
import { caseKey, type Press, pressData } from './press.ts'

/** A button: what it says, and the press that it sends. */
export interface Button {
  readonly label: string
  readonly data: string
}

/** One message of the dialogue: HTML of Telegram's few tags, and rows of buttons below it. */
export interface Screen {
  readonly text: string
  readonly rows: readonly (readonly Button[])[]
  /** Holds personal data: it may not be forwarded or saved. */
  readonly isPersonal?: true
}

/** Who reads, and what the texts mention besides the case. */
export interface Reader {
  readonly language: Language
  readonly agencies: readonly Agency[]
  /** The present, ISO 8601. */
  readonly at: string
  /** Name of the bot without the @; undefined until it is known. */
  readonly bot: string | undefined
  /** How the name of the site of a genuine link may end. */
  readonly linkDomains: readonly string[]
  /** Where the guides with pictures stand. */
  readonly publicUrl?: string | undefined
  /** Codes can be mailed here. */
  readonly hasCodes?: boolean
}

/** A button of ours, about a case when one is given. */
export const button = (
  name: ButtonName,
  language: Language,
  about?: Pick<Case, 'id'>,
  more: Omit<Press, 'verb' | 'case'> = {},
): Button => ({
  label: buttonLabel(name, language),
  data: pressData({ verb: name, ...(about !== undefined && { case: caseKey(about) }), ...more }),
})

const wideLabel = 22

/** Buttons in rows: two side by side while their labels are short. */
export function rowsOf(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const rows: Button[][] = []
  for (const one of buttons) {
    const last = rows.at(-1)
    const fits = last?.length === 1 && [...last, one].every(({ label }) => label.length <= wideLabel)
    if (fits) last.push(one)
    else rows.push([one])
  }
  return rows
}

/** A text of at most so many characters, an ellipsis where it was cut, between words if that is near; cut before it is escaped. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  const isInWord = /\S/.test(text.charAt(cut.length))
  return `${(isInWord ? cut.replace(/\s\S{0,30}$/, '') : cut).replace(/[\s,;:.]+$/, '')}…`
}

/** Paragraphs as one text; empty ones fall away. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n')
