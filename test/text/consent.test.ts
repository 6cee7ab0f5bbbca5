import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { consentText, consentVersion, consentWays, dataConsent, truthStatement } from '../../bot/text/consent.ts'
import { languages } from '../../bot/text/language.ts'
import { commandTexts } from '../../bot/text/telegram-welcome.ts'

/** SHA-256 of what was agreed to under each version; an entry is only added, for consents that are stored name it. */
const agreed: Readonly<Record<string, Readonly<Record<(typeof languages)[number], string>>>> = {
  '2026-11': {
    id: 'db4712ae08b4d2bf59c3b2d1e7a7e6db1edab5402730154c97ef83859f90ef67',
    en: '3a3a079714495303b11798ea13a6e1fc3b13b5fb4bd4fd3c37038acfcf589b86',
  },
  '2026-11.2': {
    id: '621415bff3b64d9ca5b3ac14e12a64307b2f001786ed1fad7b3f7a0f6fd4490c',
    en: '263fd4e49c32280466df58562ff5a78c75438ee2d72f9196822d3b9780631c3f',
  },
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('what is agreed to', () => {
  it('is shown whole: the statement, the consent, and the ways back', () => {
    for (const language of languages)
      for (const part of [truthStatement, dataConsent, consentWays])
        expect(consentText(language).split('\n\n')).toContain(part[language])
  })

  it('has another version with every change of a word', () => {
    for (const language of languages) expect(sha256(consentText(language))).toBe(agreed[consentVersion]?.[language])
  })

  it('names ways that the chat has', () => {
    for (const language of languages) {
      const named = [...consentWays[language].matchAll(/\/([a-z]+)/g)].map(([, command = '']) => command)
      expect(named).toEqual(['privasi', 'dataku', 'hapus', 'batal'])
      for (const command of named) expect(Object.keys(commandTexts)).toContain(command)
    }
  })
})
