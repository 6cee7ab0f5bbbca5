import type { Language } from '../text/language.ts'

/** What scripts know of the program around them. */
export interface House {
  /** Hash of the scripts: a memory of other scripts is forgotten. */
  readonly version: string
  /** Name of the bot without the @; undefined until Telegram told it. */
  readonly bot: string | undefined
  /** How the name of the site of a genuine link may end. */
  readonly linkDomains: readonly string[]
  /** Where the guides with pictures stand; undefined where nothing is served. */
  readonly publicUrl?: string | undefined
  /** Codes can be mailed to requesters. */
  readonly hasCodes: boolean
  /** SHA-256 of the consent as it is shown in a language. */
  consentSha256(language: Language): string
}
