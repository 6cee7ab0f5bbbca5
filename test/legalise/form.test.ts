import { describe, expect, it } from 'vitest'
import { formText } from '../../core/legalise/form.ts'
import { Story } from '../case/given.ts'

describe('the form as it is frozen', () => {
  const { case: c } = new Story().submitted()

  it('holds every answer in the order of the questions, and the number of the case', () => {
    const [number, procedure, agency, ...answers] = JSON.parse(formText(c))
    expect([number, procedure, agency]).toEqual(['PANDU-2026-000001-X', 'reactivation', 'diy'])
    expect(answers).toContainEqual(['nik', '3404015204850001'])
    expect(answers).toContainEqual(['scannedAt.1', ['2026-11-21', '14:00']])
    expect(answers).toContainEqual(['devices', [['computer', 'Laptop']]])
    expect(answers).toContainEqual(['position', null])
  })

  it('is the same text whatever the order of the keys in the store', () => {
    const turned = Object.fromEntries(
      Object.entries(c.answers)
        .toReversed()
        .map(([key, answer]) => [
          key,
          typeof answer === 'object' && answer !== null && 'date' in answer
            ? { time: answer.time ?? '', date: answer.date }
            : answer,
        ]),
    )
    const timed = { ...c.answers, noticedOn: { date: '2026-11-20', time: '' } }
    expect(formText({ ...c, answers: turned })).toBe(formText({ ...c, answers: timed }))
  })

  it('changes with any answer', () => {
    expect(formText({ ...c, answers: { ...c.answers, unit: 'Bidang lain' } })).not.toBe(formText(c))
  })
})
