/** The languages that every text for people exists in, the first one being the default. */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in every language. Plain text: each channel escapes it and adds its own markup. */
export type Bilingual = Readonly<Record<Language, string>>
