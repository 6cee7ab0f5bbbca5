import { describe, expect, it } from 'vitest'
import { evolve } from '../../core/case/evolve.ts'
import { challengeOf } from '../../core/evidence/challenge.ts'
import type { PasswordFacts, ScanFacts } from '../../core/evidence/facts.ts'
import { findingsOn } from '../../core/evidence/item-findings.ts'
import type { Reading } from '../../core/evidence/reading.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { announce } from '../../core/message/announce.ts'
import { at, diy, goodAnswers, Story, stored, system } from '../case/given.ts'

const scan = 'antivirus-scan.1'
const password = 'email-password-change'

const good: ScanFacts = {
  product: 'windows',
  scanMode: 'full',
  threats: 0,
  scannedOn: '2026-11-20',
  scannedOnOtherwise: null,
  scannedAt: '08:34',
  filesScanned: 850_906,
  device: null,
  code: null,
}
const changed: PasswordFacts = {
  address: goodAnswers.email ?? null,
  changedOn: '2026-11-20',
  changedOnOtherwise: null,
  changed: true,
}
const scanOf = (facts: Partial<ScanFacts> = {}): Reading => ({ kind: 'antivirus-scan', facts: { ...good, ...facts } })
const passwordOf = (facts: Partial<PasswordFacts> = {}): Reading => ({
  kind: 'email-password-change',
  facts: { ...changed, ...facts },
})

/** A draft whose questions are answered but for the pictures. */
const draft = (agencies = [diy]) =>
  new Story('reactivation', agencies)
    .filled()
    .when({ type: 'clear-evidence', item: scan })
    .when({ type: 'clear-evidence', item: password })

let count = 0
/** A picture sent for an item, and what was read of it. */
function sent(story: Story, item: string, reading: Reading | null): Story {
  count += 1
  const id = `picture-${count}`
  story.when({ type: 'attach', item, file: { id, name: 'a.jpg', sizeBytes: 5, source: 'tg' } })
  return story.when({ type: 'store-evidence', fileId: id, stored, remarks: [], reading }, system)
}

const remarks = (story: Story, item: string) => remarksOf(story.case, at).get(item)

/** Which notices the last event owes its requester. */
function notices(story: Story): readonly string[] {
  const events = story.events
  const before = events.slice(0, -1).reduce<Parameters<typeof evolve>[0]>((c, event) => evolve(c, event), undefined)
  return announce(before, story.case, events.slice(-1)).flatMap((owed) =>
    owed.to === 'requester' && owed.what === 'notice' ? [owed.code] : [],
  )
}

describe('what was read of a picture', () => {
  it('is remarked nowhere when it says all that is asked', () => {
    const story = sent(draft(), scan, scanOf({ code: challengeOf(draft().case) }))
    expect(remarks(story, scan)).toEqual([])
    expect(notices(story)).toEqual([])
  })

  it('is told to its requester and its verifier when it speaks against the picture', () => {
    const story = sent(draft(), scan, scanOf({ scanMode: 'quick', threats: 2 }))
    expect(remarks(story, scan)).toEqual(['quick-scan', 'threats-found', 'no-code'])
    expect(notices(story)).toEqual(['evidence-remarked'])
  })

  it('that could not be made out is one remark, not three', () => {
    expect(remarks(sent(draft(), scan, null), scan)).toEqual(['unread', 'no-code'])
    expect(remarks(sent(draft(), password, null), password)).toEqual(['unread'])
  })

  it('may stand in another picture of the same item, but nothing bad is hidden by a good one', () => {
    const story = sent(sent(draft(), scan, scanOf({ threats: null })), scan, scanOf({ scanMode: null }))
    expect(findingsOn(story.case, scan, at)).toEqual(['NO_CODE'])
    sent(story, scan, scanOf({ threats: 3 }))
    expect(findingsOn(story.case, scan, at)).toContain('THREATS')
  })

  it('asks for no code where the agency does without', () => {
    expect(remarks(sent(draft([{ ...diy, challengeCode: false }]), scan, scanOf()), scan)).toEqual([])
  })

  it('is compared with the day that was typed, both ways of reading a date counted', () => {
    const story = sent(draft(), scan, scanOf({ scannedOn: '2026-11-10', scannedOnOtherwise: '2026-10-11' }))
    expect(remarks(story, 'scannedAt.1')).toContain('date-differs')
    story.when({ type: 'answer', item: 'scannedAt.1', said: '10-11-2026 08.00' })
    expect(remarks(story, 'scannedAt.1')).not.toContain('date-differs')
    expect(remarks(story, scan)).not.toContain('date-ambiguous')
  })

  it('is kept sealed: no fact of a picture stands in the open part of the history', () => {
    const story = sent(draft(), password, passwordOf())
    const event = story.events.find((one) => one.type === 'evidence-stored' && one.secret !== undefined)
    const { secret, ...open } = { secret: undefined, ...event }
    expect(JSON.stringify(secret)).toContain(changed.address)
    expect(JSON.stringify(open)).not.toContain(changed.address)
  })
})

describe('a picture that shows what another item asks for', () => {
  it('finds its place, whichever came first', () => {
    const story = sent(sent(draft(), scan, passwordOf()), password, scanOf())
    expect(story.case.evidence[scan]?.map(({ reading }) => reading?.kind)).toEqual(['antivirus-scan'])
    expect(story.case.evidence[password]?.map(({ reading }) => reading?.kind)).toEqual(['email-password-change'])
    expect(notices(story)).toContain('evidence-moved')
  })

  it('leaves its old item owed when nothing else was sent for it', () => {
    const story = draft()
    const file = { id: 'moving', name: 'a.jpg', sizeBytes: 5, source: 'tg' }
    story.when({ type: 'attach', item: scan, file }).when({ type: 'finish-evidence', item: scan })
    story.when({ type: 'store-evidence', fileId: 'moving', stored, remarks: [], reading: passwordOf() }, system)
    expect(story.case.finished).not.toContain(scan)
    expect(story.case.evidence[password]).toHaveLength(1)
  })

  it('goes to the device that it names, else to one that has none yet', () => {
    const story = draft().when({
      type: 'answer',
      item: 'devices',
      said: [
        { kind: 'computer', name: 'Laptop' },
        { kind: 'computer', name: 'PC-RUANG-2' },
        { kind: 'computer', name: null },
      ],
    })
    sent(story, password, scanOf({ device: 'pc-ruang-2' }))
    expect(story.case.evidence['antivirus-scan.2']).toHaveLength(1)
    sent(story, password, scanOf())
    sent(story, password, scanOf())
    expect(story.case.evidence['antivirus-scan.1']).toHaveLength(1)
    expect(story.case.evidence['antivirus-scan.3']).toHaveLength(1)
  })

  it('stays when the case asks for no such thing', () => {
    const letter = new Story('registration').filled()
    const item = Object.keys(letter.case.evidence)[0] ?? ''
    sent(letter, item, scanOf())
    expect(letter.case.evidence[item]).toHaveLength(2)
  })
})
