import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../core/ticket/plain-words.ts'

describe('the words of a text', () => {
  it('are its runs of letters and digits, small, each once', () => {
    expect(plainWords('Surat_Tugas-2026.pdf, SURAT tugas!').words).toEqual(['surat', 'tugas', '2026', 'pdf'])
  })

  it.each([
    ['198504122010012005', [{ kind: 'nip', value: '198504122010012005' }]],
    ['19850412 201001 2 005', [{ kind: 'nip', value: '198504122010012005' }]],
    ['NIK 3404-0152-0485-0001', [{ kind: 'nik', value: '3404015204850001' }]],
    [
      '198504122010012005 3404015204850001',
      [
        { kind: 'nip', value: '198504122010012005' },
        { kind: 'nik', value: '3404015204850001' },
      ],
    ],
    ['Hubungi RINA@jogjaprov.go.id.', [{ kind: 'mail', value: 'rina@jogjaprov.go.id' }]],
  ])('know whom %s names', (text, people) => {
    expect(plainWords(text).people).toEqual(people)
  })

  it.each(['0812-3456-7890', '+62 812 3456 7890', '(0274) 555 1234', '19850412201001'])('are none for %s', (text) => {
    expect(plainWords(`telepon ${text}`)).toEqual({ words: ['telepon'], people: [] })
  })

  it('keep a day, a year and a room', () => {
    expect(plainWords('rapat 2026-11-23 ruang 214').words).toEqual(['rapat', '2026', '11', '23', 'ruang', '214'])
  })

  it('never hold a number of a person, whatever stands around it', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String)
    const number = fc.constantFrom(16, 18).chain((length) => fc.array(digit, { minLength: length, maxLength: length }))
    fc.assert(
      fc.property(fc.string(), number, fc.string(), (before, digits, after) => {
        const value = digits.join('')
        const { words } = plainWords(`${before} ${value} ${after}`)
        expect(words.filter((word) => word.includes(value))).toEqual([])
      }),
    )
  })
})
