import { describe, expect, it } from 'vitest'
import { stuckLabel, stuckText } from '../../bot/text/guide.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { fieldOf, isFieldName } from '../../core/form/field.ts'
import { dossierOf } from '../../core/legalise/dossier.ts'
import {
  answersOf,
  doorNames,
  doorOf,
  firstStep,
  guideNames,
  guideOf,
  isWayOut,
  placeIn,
  placeKey,
  stepAfter,
} from '../../core/procedure/guide.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { bantul, diy, Story } from '../case/given.ts'
import { deskWorld, number, signedIn } from '../desk/desk-fixture.ts'

describe('A guide', () => {
  it.each(guideNames)('%s is walked from its first step to its last, and answers only what its case asks', (name) => {
    const { steps, stuck, leadsTo, answers } = guideOf(name)
    expect(new Set(steps).size).toBe(steps.length)
    for (const [index, step] of steps.entries()) expect(stepAfter(name, step)).toBe(steps[index + 1])
    for (const [field, said] of Object.entries(answers)) {
      expect(isFieldName(field) && fieldOf(field).options).toContain(said)
      expect(procedureOf(leadsTo ?? stuck).asks).toContain(field)
    }
  })

  it('of issuance has the four steps of the page, renewal one more before them', () => {
    const page = ['profile', 'selfie', 'passphrase', 'consent']
    expect(guideOf('issuance-new').steps).toEqual(page)
    expect(guideOf('issuance-expired').steps).toEqual(page)
    expect(guideOf('issuance-renewal').steps).toEqual(['window', ...page])
  })

  it('is found behind every option of a door', () => {
    for (const door of doorNames)
      for (const guide of Object.values(doorOf(door).to)) expect(firstStep(guide, [diy])).toBeDefined()
  })
})

describe('A place in a guide', () => {
  it('is read back from what a button carries, and gives the case what was answered on the way', () => {
    const place = { guide: 'activation-pns', step: 'mail', said: 'my-asn' } as const
    expect(placeIn(place.guide, placeKey(place))).toEqual(place)
    expect(answersOf(place)).toEqual({ employment: 'pns', registeredBy: 'my-asn' })
  })

  it.each([
    [undefined, undefined],
    ['issuance-new', undefined],
    ['issuance-new', 'window'],
    ['constructor', 'selfie'],
    ['passphrase-reset', 'toString'],
  ])('of guide %s and step %s is none', (guide, step) => {
    expect(placeIn(guide, step)).toBeUndefined()
  })
})

describe('Who can be registered', () => {
  const asnOnly = { ...bantul, employmentAccepted: ['PNS', 'PPPK'] }

  it('are those whom an agency here takes; all others are led to a person', () => {
    expect(firstStep('registration-lainnya', [diy])).toBe('documents')
    expect(firstStep('registration-lainnya', [asnOnly])).toBe('eligibility')
    expect(firstStep('registration-pppk', [asnOnly])).toBe('documents')
    expect(firstStep('registration-tni-polri', [{ ...diy, employmentAccepted: ['tni', 'polri'] }])).toBe('eligibility')
    expect(isWayOut('eligibility')).toBe(true)
  })

  it('is asked of the very agency, whichever is answered first', () => {
    const answer = (item: string, said: string) => ({ type: 'answer', item, said }) as const
    const fresh = () => new Story('registration', [diy, asnOnly])
    expect(fresh().when(answer('agency', 'bantul')).try(answer('employment', 'lainnya'))).toEqual({
      refused: 'employment-not-accepted',
    })
    expect(fresh().when(answer('employment', 'lainnya')).try(answer('agency', 'bantul'))).toEqual({
      refused: 'employment-not-accepted',
    })
    expect(isRefusal(fresh().when(answer('agency', 'diy')).try(answer('employment', 'lainnya')))).toBe(false)
    const other = new Story('issuance', [diy, asnOnly]).when(answer('agency', 'bantul'))
    expect(isRefusal(other.try(answer('employment', 'lainnya')))).toBe(false)
  })
})

describe('Where somebody was stuck', () => {
  const stuckAt = { guide: 'passphrase-reset', step: 'selfie' }

  it('is named for staff in their language; a place of an older guide as it was', () => {
    expect(stuckText(stuckAt, 'id')).toBe('Reset passphrase – Swafoto')
    expect(stuckText(stuckAt, 'en')).toBe('Passphrase reset – Selfie')
    expect(stuckText({ guide: 'older', step: 'one' }, 'id')).toBe('older – one')
  })

  it('stands on the page of the desk', async () => {
    const world = await deskWorld()
    const story = new Story('passphrase-reset').submitted()
    const [opened, ...others] = story.events
    if (opened?.type !== 'opened') throw new Error('a history begins with `opened`')
    const events = [{ ...opened, secret: { stuckAt } }, ...others]
    const after = { ...story.case, stuckAt }
    await world.ports.ledger.commit([{ changes: [{ before: undefined, after, events }], owed: [], knocks: [] }])
    const sari = await signedIn(world, 'sari')
    await sari.get(`/desk/cases/${number}`)
    expect(sari.text).toContain(`${stuckLabel.id} Reset passphrase – Swafoto`)
  })

  it('stands in the dossier, when the case has one', () => {
    const story = new Story().legalised()
    const facts = (c: typeof story.case) => new Map(dossierOf(c, story.events, diy).facts)
    const leaked = { guide: 'passphrase-leaked', step: 'leaked' }
    expect(facts({ ...story.case, stuckAt: leaked }).get('Terkendala di langkah')).toBe('Passphrase bocor')
    expect(facts(story.case).has('Terkendala di langkah')).toBe(false)
  })
})
