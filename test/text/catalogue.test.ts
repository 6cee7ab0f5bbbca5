import { describe, expect, it } from 'vitest'
import { optionLabel } from '../../bot/text/field.ts'
import { fileFaultSentence } from '../../bot/text/file-fault.ts'
import { type Language, languages } from '../../bot/text/language.ts'
import { fields } from '../../core/form/field.ts'
import { type EveryText, everyText, fileCodes } from './every-text.ts'

const failing = (language: Language, isWrong: (entry: EveryText) => boolean) =>
  everyText(language)
    .filter(isWrong)
    .map(({ where, text }) => `${where}: ${text}`)

describe.each(languages)('the shared texts in %s', (language) => {
  it('are many, and none is empty or has loose ends', () => {
    expect(everyText(language).length).toBeGreaterThan(250)
    expect(failing(language, ({ text }) => text.trim() === '' || text !== text.trim() || / {2}/.test(text))).toEqual([])
  })

  it('fit where they are shown', () => {
    expect(failing(language, ({ text, max }) => text.length > max)).toEqual([])
  })

  it('have every blank filled in', () => {
    expect(failing(language, ({ text }) => /undefined|NaN|null|\[object|\$\{|[{}]/.test(text))).toEqual([])
  })

  it('hold no markup of a channel: each channel adds its own', () => {
    expect(failing(language, ({ text }) => /[<>*`]|&(?:amp|lt|gt|quot);/.test(text))).toEqual([])
  })

  it('end as sentences where they are sentences', () => {
    const isSentence = (where: string) => /^(refusal|reason|question|file|what follows|about|before) /.test(where)
    expect(failing(language, ({ where, text }) => isSentence(where) && !/[.?]$/.test(text))).toEqual([])
  })

  it('speak formally, and of nobody at BSrE as if it were us', () => {
    const rude = language === 'id' ? /\b(kamu|anda|lo|gue|gak|nggak|udah)\b/ : /\b(you guys|gonna|please note)\b/i
    expect(failing(language, ({ text }) => rude.test(text))).toEqual([])
  })

  it('never ask for a passphrase, an OTP or a selfie', () => {
    const asks =
      /(?<!jangan |never )\b(tulis|kirim|ketik|type|send|write)(?:kan)? (?:your |the )?(passphrase|otp|swafoto|selfie|kata sandi|password)/i
    expect(failing(language, ({ text }) => asks.test(text))).toEqual([])
  })
})

describe('the two languages', () => {
  it('say the same number of things, and each in its own words', () => {
    const [id, en] = [everyText('id'), everyText('en')]
    expect(en.map(({ where }) => where)).toEqual(id.map(({ where }) => where))
    // Names and examples may be alike; a sentence that is has not been translated.
    const alike = id.filter(({ text, max }, index) => max === 600 && text.includes(' ') && en[index]?.text === text)
    expect(alike).toEqual([])
  })
})

describe('what a file is refused for', () => {
  it('has a sentence of its own for every fixed code', () => {
    const sentences = fileCodes.map((code) => fileFaultSentence(code, 'id'))
    expect(new Set(sentences).size).toBe(fileCodes.length)
    expect(sentences).not.toContain(fileFaultSentence('SOMETHING_NEW', 'id'))
  })
})

describe('the buttons of a choice', () => {
  it('can be told apart', () => {
    for (const [name, field] of Object.entries(fields)) {
      const { options = [] } = field as { options?: readonly string[] }
      const shown = options.map((key) => optionLabel(name as keyof typeof fields, key, 'id'))
      expect(new Set(shown).size, name).toBe(shown.length)
      for (const [index, key] of options.entries()) expect(shown[index], name).not.toBe(key)
    }
  })

  it('name the agencies as they are configured', () => {
    expect(optionLabel('agency', 'diy', 'id', [{ code: 'diy', name: 'Pemda DIY' }])).toBe('Pemda DIY')
    expect(optionLabel('agency', 'gone', 'id', [])).toBe('gone')
  })
})
