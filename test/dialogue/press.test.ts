import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseKey, optionKey, pressData, pressMaxBytes, readPress, type Verb } from '../../bot/dialogue/press.ts'
import { buttonTexts } from '../../bot/text/telegram-button.ts'
import { deviceProofs } from '../../core/evidence/device.ts'
import { evidenceKinds } from '../../core/evidence/kind.ts'
import { fields } from '../../core/form/field.ts'
import { asksWhenStuck, guideNames, guideOf, placeIn, placeKey } from '../../core/procedure/guide.ts'
import { procedureNames } from '../../core/procedure/names.ts'

const verbs = [
  ...(Object.keys(buttonTexts) as Verb[]),
  ...procedureNames,
  'pick',
  'unknown',
  'kind',
  'change',
  'show',
  'guide',
] as Verb[]
const items = [
  ...Object.keys(fields),
  ...evidenceKinds,
  ...Object.values(deviceProofs)
    .flat()
    .map((name) => `${name}.5`),
]
const word = fc.stringMatching(/^[a-z0-9-]{1,40}$/)

describe('The data of a button', () => {
  it('is read back as it was written', () => {
    const press = fc.record({
      verb: fc.constantFrom(...verbs),
      case: fc.stringMatching(/^[0-9a-f]{8}$/),
      item: fc.constantFrom(...items),
      option: word,
    })
    fc.assert(
      fc.property(press, (given) => {
        expect(readPress(pressData(given))).toEqual({ ...given, option: optionKey(given.option) })
      }),
    )
  })

  it('never exceeds what Telegram takes, for any question and its options', () => {
    for (const item of items)
      for (const verb of ['pick', 'unknown', 'done', 'clear', 'keep', 'change'] as const)
        expect(
          Buffer.byteLength(pressData({ verb, case: 'abcd1234', item, option: 'x'.repeat(99) })),
        ).toBeLessThanOrEqual(pressMaxBytes)
  })

  it('carries any place of any guide uncut', () => {
    for (const guide of guideNames)
      for (const step of guideOf(guide).steps)
        for (const said of asksWhenStuck[step] === undefined
          ? [undefined]
          : [...fields.registeredBy.options, 'unknown'])
          for (const verb of ['step-done', 'step-stuck', ...procedureNames] as const) {
            const place = { guide, step, ...(said !== undefined && { said }) }
            const data = pressData({ verb, item: guide, option: placeKey(place) })
            expect(Buffer.byteLength(data)).toBeLessThanOrEqual(pressMaxBytes)
            const press = readPress(data)
            expect(placeIn(press?.item, press?.option)).toEqual(place)
          }
  })

  it('of others, of another version or cut off is nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (data) => {
        const press = readPress(data)
        if (press !== undefined) expect(data.startsWith('v1:')).toBe(true)
      }),
    )
    for (const data of ['', 'v1', 'v1:', 'v0:back', 'v1:constructor', 'v1:toString:a', 'V1:back'])
      expect(readPress(data)).toBeUndefined()
  })

  it('tells apart cases that were opened in the same minute', () => {
    expect(caseKey({ id: '0190a000-0000-7000-8000-00000000aaaa' })).not.toBe(
      caseKey({ id: '0190a000-0000-7000-8000-00000000bbbb' }),
    )
  })
})
