import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Case, EvidenceFile } from '../../core/case/case.ts'
import { alikeMax } from '../../core/evidence/alike.ts'
import type { Reading } from '../../core/evidence/reading.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { compareEvidence } from '../../core/handling/compare-evidence.ts'
import { eraseCase, eraseEvidence } from '../../core/handling/erase.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { announce } from '../../core/message/announce.ts'
import { copyOfCase } from '../../core/privacy/copy.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, consent, diy, Story, system } from '../case/given.ts'
import { windowOf } from '../lab/window-picture.ts'

const scan = 'antivirus-scan.1'
const sha = (): string => createHash('sha256').update(randomUUID()).digest('hex')
const reading: Reading = {
  kind: 'antivirus-scan',
  facts: {
    product: 'windows',
    scanMode: 'full',
    threats: 0,
    scannedOn: '2026-11-21',
    scannedOnOtherwise: null,
    scannedAt: '14:00',
    filesScanned: 413_202,
    device: null,
    code: null,
  },
}

let ports: Ports
let serial: number
beforeEach(() => {
  serial = 0
  ports = {
    ...createMemoryStore(() => at),
    now: () => at,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [diy],
    has: { slack: true, mail: false },
    contactCenterEmail: undefined,
    wake: () => {},
  }
})

type File = Partial<Pick<EvidenceFile, 'uniqueId' | 'reading'>> & {
  readonly sha256?: string
  readonly type?: string
  readonly preview?: Uint8Array
}

/** A case of a chat of its own that sent these files for that item; no two of them are the same unless they say so. */
async function sent(item: string, files: readonly File[], story = new Story().submitted(), chat?: string) {
  serial += 1
  const id = `5f0e3d9c-0000-4000-8000-${String(serial).padStart(12, '0')}`
  const evidence = files.map(
    ({ sha256 = sha(), type = 'jpeg', preview: _, ...more }, n): EvidenceFile => ({
      ...{ id: `${id}-${n}`, state: 'stored', name: 'foto.jpg', sizeBytes: 9, source: 'tg', remarks: [] },
      stored: { sha256, type, pages: 1, sizeBytes: 9 },
      ...more,
    }),
  )
  const c: Case = {
    ...story.case,
    id,
    number: `PANDU-2026-${String(serial).padStart(6, '0')}-X`,
    requester: chat ?? `chat-${serial}`,
    evidence: { [item]: evidence },
  }
  await ports.ledger.commit([
    { changes: [{ before: undefined, after: c, events: story.events }], owed: [], knocks: [] },
  ])
  for (const [n, { preview }] of files.entries())
    if (preview) await ports.files.put(id, evidence[n]?.stored?.sha256 ?? '', 'preview-1', preview)
  return c
}
const now = async ({ id }: Case): Promise<Case> => (await ports.ledger.caseById(id))!
const compared = async (c: Case): Promise<Case> => {
  expect(await compareEvidence(ports, c)).toEqual({ state: 'sent' })
  return now(c)
}
const alikeOf = (c: Case) => Object.values(c.evidence).flatMap((files) => files.map(({ alike }) => alike ?? []))
const remarks = (c: Case) => remarksOf(c, at).get(scan)

describe('a file that was sent in another case', () => {
  it.each([
    ['same-bytes', { sha256: sha() }],
    ['same-upload', { uniqueId: 'AQADshared' }],
    ['same-result', { reading }],
  ] as const)('is found by %s, and remarked for whoever reviews the later one', async (ground, shared) => {
    const first = await sent(scan, [shared])
    expect(alikeOf(await compared(first))).toEqual([[]])
    const second = await compared(await sent(scan, [shared]))
    const [file] = first.evidence[scan] ?? []
    const found = { caseId: first.id, number: first.number, fileId: file?.id, ground, isSameChat: false }
    expect(alikeOf(second)).toEqual([[found]])
    expect(remarks(second)).toContain('reused')
    expect(remarks(await now(first))).not.toContain('reused')
  })

  it('is only a candidate to compare when no more than the picture looks alike: that is never remarked', async () => {
    const picture = await windowOf(7)
    const copy = await sharp(picture).resize(800).jpeg({ quality: 50 }).toBuffer()
    await compared(await sent(scan, [{ preview: picture }]))
    const second = await compared(await sent(scan, [{ preview: copy }]))
    expect(alikeOf(second)).toMatchObject([[{ ground: 'looks-alike' }]])
    expect(remarks(second)).not.toContain('reused')
  })

  it('is not looked for by how pages of documents look: all of them do so', async () => {
    const preview = await windowOf(7)
    await compared(await sent(scan, [{ type: 'pdf', preview }]))
    expect(alikeOf(await compared(await sent(scan, [{ type: 'pdf', preview }])))).toEqual([[]])
  })

  it('is told to be of the same chat where it is', async () => {
    const sha256 = sha()
    await compared(await sent(scan, [{ sha256 }], undefined, 'chat-of-rina'))
    const second = await compared(await sent(scan, [{ sha256 }], undefined, 'chat-of-rina'))
    expect(alikeOf(second)).toMatchObject([[{ isSameChat: true }]])
  })

  it('is the first that was sent, and as many more as can be looked at', async () => {
    const sha256 = sha()
    for (let n = 0; n < alikeMax + 3; n += 1) await compared(await sent(scan, [{ sha256 }]))
    expect(alikeOf(await compared(await sent(scan, [{ sha256 }])))[0]).toHaveLength(alikeMax)
  })
})

describe('no reuse is', () => {
  it('the same file twice within one case, or a result of which not all was read', async () => {
    const shared = { sha256: sha(), uniqueId: 'AQADshared' }
    expect(alikeOf(await compared(await sent(scan, [shared, shared])))).toEqual([[], []])
    const blind = { reading: { ...reading, facts: { ...reading.facts, filesScanned: null } } }
    await compared(await sent(scan, [blind]))
    expect(alikeOf(await compared(await sent(scan, [blind])))).toEqual([[]])
  })

  it('a decree or letter, which may rightly be about many people at once', async () => {
    const sha256 = sha()
    for (const item of ['decree', 'recommendation-letter']) {
      await compared(await sent(item, [{ sha256 }]))
      expect(alikeOf(await compared(await sent(item, [{ sha256 }])))).toEqual([[]])
    }
  })

  it('a file of a case that was never sent: it is nobody’s business', async () => {
    const sha256 = sha()
    await compared(await sent(scan, [{ sha256 }], new Story().filled()))
    expect(alikeOf(await compared(await sent(scan, [{ sha256 }])))).toEqual([[]])
  })
})

describe('comparing', () => {
  it('done again, as after a kill at any point of it, adds nothing', async () => {
    const sha256 = sha()
    await compared(await sent(scan, [{ sha256 }]))
    const second = await sent(scan, [{ sha256 }])
    const after = await compared(second)
    expect(after.revision).toBe(second.revision + 1)
    expect((await compared(after)).revision).toBe(after.revision)
    // Noted, and killed before the case was told.
    const third = await sent(scan, [{ sha256 }])
    await ports.prints.note({
      ...{ caseId: third.id, fileId: `${third.id}-0`, sha256, upload: null, result: null, looks: null },
      sentOn: '2026-11-23',
    })
    expect(alikeOf(await compared(third))[0]).toHaveLength(2)
  })

  it('is owed by every sending, behind no other work of the case', () => {
    const story = new Story().filled()
    const before = story.case
    const from = story.events.length
    story.when({ type: 'submit', consent })
    expect(announce(before, story.case, story.events.slice(from))).toContainEqual({
      to: 'house',
      what: 'compare-evidence',
    })
  })

  it('tells the verifiers’ card and the requester nothing', async () => {
    const sha256 = sha()
    await compared(await sent(scan, [{ sha256 }]))
    const second = await compared(await sent(scan, [{ sha256 }]))
    const owed = (await Promise.all((['interactive', 'bulk', 'work'] as const).map(claim))).flat()
    expect(owed.map(({ kind, target }) => [kind, target])).toEqual([['card', 'slack:C0VERIF']])
    expect(await ports.inbox.next(9, [])).toEqual([])
    const told = JSON.stringify(copyOfCase(second, await ports.ledger.history(second.id)))
    expect(told).not.toMatch(/PANDU-2026-000001-X|evidence-compared|alike/)
  })

  it('is nothing to a case that has ended meanwhile', async () => {
    const sha256 = sha()
    await compared(await sent(scan, [{ sha256 }]))
    const ended = await sent(scan, [{ sha256 }], new Story().submitted().when({ type: 'cancel' }))
    expect((await compared(ended)).revision).toBe(ended.revision)
  })

  it('forgets a find whose file is gone, when the case is sent again', () => {
    const story = new Story().submitted()
    const fileId = story.case.evidence[scan]?.[0]?.id ?? ''
    const alike = [{ caseId: 'a', number: 'n', fileId: 'f', ground: 'same-bytes', isSameChat: false }] as const
    story.when({ type: 'compare-evidence', found: [{ fileId, alike }] }, system)
    expect(remarks(story.case)).toContain('reused')
    story.when({ type: 'compare-evidence', found: [{ fileId: 'of-no-file', alike }] }, system)
    expect(remarks(story.case)).toContain('reused')
    story.when({ type: 'compare-evidence', found: [{ fileId, alike: [] }] }, system)
    expect(remarks(story.case)).not.toContain('reused')
  })
})

describe('what was erased is found by nobody', () => {
  const ended = () => new Story().submitted().when({ type: 'cancel' })
  const order = { by: { role: 'operator' }, because: 'order', at } as const

  it.each([
    ['a case', async (c: Case) => expect(await eraseCase(ports, c.id, order)).toBe('erased')],
    [
      'the files of a case whose time is over',
      async (c: Case) =>
        expect(await eraseEvidence(ports, { case: c, hold: null, filesErasedAt: null }, order)).toBe(2),
    ],
  ])('%s', async (_, erase) => {
    const sha256 = sha()
    const first = await sent(scan, [{ sha256 }], ended())
    await compared(first)
    expect(alikeOf(await compared(await sent(scan, [{ sha256 }])))).toMatchObject([[{ caseId: first.id }]])
    await erase(first)
    const later = await compared(await sent(scan, [{ sha256 }]))
    expect(
      alikeOf(later)
        .flat()
        .map(({ caseId }) => caseId),
    ).not.toContain(first.id)
    // Work that was on its way brings nothing of it back.
    await compareEvidence(ports, first)
    const last = await compared(await sent(scan, [{ sha256 }]))
    expect(
      alikeOf(last)
        .flat()
        .map(({ caseId }) => caseId),
    ).not.toContain(first.id)
  })
})

const claim = (lane: 'interactive' | 'bulk' | 'work') => ports.outbox.claim(lane, 100, at, 1000)
