import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buttonIn, optionsFor, procedureIn, saidTo } from '../../bot/dialogue/typed.ts'
import { type ButtonName, buttonTexts } from '../../bot/text/telegram-button.ts'
import { questionsOf } from '../../core/case/question.ts'
import { answers, reader, sampleCase } from './sample-case.ts'

const questions = questionsOf(sampleCase({ answers }))
const questionOf = (key: string) => {
  const found = questions.find((question) => question.key === key)
  if (found === undefined) throw new Error(key)
  return found
}

describe('A typed answer', () => {
  const choices = questions.filter(({ field }) => field?.kind === 'choice')
  it.each(choices.map(({ key }) => key))(
    'that repeats a label of %s counts as its button, in both languages',
    (key) => {
      const question = questionOf(key)
      for (const language of ['id', 'en'] as const)
        for (const option of optionsFor(question, reader(language)))
          for (const typed of [option.label, option.label.toUpperCase(), ` ${option.label}! `])
            expect(saidTo(question, typed, reader('id'))).toEqual({ said: option.key })
    },
  )

  it.each([
    ['employment', 'P3K', 'pppk'],
    ['employment', 'honorer', 'lainnya'],
    ['forwarding', 'tidak ada', 'clean'],
    ['forwarding', 'ada', 'cleaned'],
    ['recovery', 'ya', 'clean'],
    ['recovery', 'tidak', 'cleaned'],
    ['statement.2', 'benar', 'stated'],
  ])('to %s: %s', (key, typed, said) => {
    expect(saidTo(questionOf(key), typed, reader())).toEqual({ said })
  })

  it('that fits no option goes to core as it is, which says no', () => {
    expect(saidTo(questionOf('employment'), 'presiden', reader())).toEqual({ said: 'presiden' })
  })

  it('to a question without options is never changed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { name } = { name: questionOf('name') }
        expect(saidTo(name, typed, reader())).toEqual({ said: typed })
      }),
    )
  })

  it('"Tidak ada" to the signing deadline means that there is none', () => {
    expect(saidTo(questionOf('signingDeadline'), 'tidak ada', reader())).toEqual({ said: null })
  })
})

describe('A typed button', () => {
  it.each(Object.keys(buttonTexts) as ButtonName[])('%s is known by its label in both languages', (name) => {
    for (const label of Object.values(buttonTexts[name])) expect(buttonIn(label, [name])).toBe(name)
  })

  it('is not seen in a longer sentence', () => {
    expect(buttonIn('saya mau batal naik pangkat', ['cancel'])).toBeUndefined()
    expect(buttonIn('', ['cancel', 'back'])).toBeUndefined()
  })

  it('may be a procedure in the words of people', () => {
    expect(procedureIn('HP hilang')).toBe('lost-authenticator')
    expect(procedureIn('akun kena hack')).toBe('reactivation')
    expect(procedureIn('apa kabar')).toBeUndefined()
  })
})
