import type { Bilingual } from './language.ts'

/** One line of a drawn screen: plain, to be pressed, the wrong one, or a line of the result that must be seen. */
export interface DrawnLine {
  readonly text: Bilingual
  readonly as?: 'press' | 'wrong' | 'seen'
}

/** A step in words, and the screen that it leads over, drawn: names as the system shows them. */
export interface HowToStep {
  readonly words: Bilingual
  readonly screen?: { readonly title: Bilingual; readonly lines: readonly DrawnLine[] }
  /** A slip of paper or a notes window beside the screen, with a code on it. */
  readonly hasCode?: true
}

export interface HowTo {
  readonly title: Bilingual
  readonly frame: 'window' | 'phone'
  readonly steps: readonly HowToStep[]
  /** What verifiers give back. */
  readonly wrong: readonly Bilingual[]
}

/** A line in both languages. */
export const line = (id: string, en: string, as?: DrawnLine['as']): DrawnLine => ({
  text: { id, en },
  ...(as && { as }),
})
