import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeTexts } from '../../bot/text/telegram-panel.ts'
import { Casework } from '../../core/handling/casework.ts'
import { Delivering } from '../../core/handling/deliver.ts'
import { takeIn } from '../../core/handling/evidence.ts'
import { heldPart } from '../../core/handling/held-file.ts'
import { collectOrphans } from '../../core/handling/orphans.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { compareSignedForm } from '../../core/handling/signed-form.ts'
import { houseWork } from '../../core/handling/work.ts'
import { clamdAt, NoVerdict, type Scan } from '../../core/lab/clamd.ts'
import { announce } from '../../core/message/announce.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, consent, diy, requester, Story, system } from '../case/given.ts'
import { describeWithClamd, dyingMidway, eicar } from '../clamd.ts'
import { noisePicture, textPicture } from '../lab/sample-images.ts'

const item = 'antivirus-scan.1'
const picture = await textPicture().png().toBuffer()
/** Long enough on its way to a scanner that it can die meanwhile. */
const long = await noisePicture().jpeg({ quality: 95 }).toBuffer()

/** A case with one more file, in a house with a scanner. */
async function house(scan: Scan, bytes: Uint8Array) {
  const store = createMemoryStore(() => at)
  const story = new Story().filled()
  story.when({ type: 'attach', item, file: { id: 'late', name: 'a.jpg', sizeBytes: 1, source: 'tg' } })
  const { id } = story.case
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  const world = { ...store, now: () => at, agencies: [diy], has: { slack: false, mail: false }, wake: () => {} }
  let fetched = 0
  const fetchFile = async () => {
    fetched += 1
    return bytes
  }
  const row = { caseId: id, payload: { fileId: 'late' }, attempts: 9 } as unknown as OutboxItem
  return {
    /** Once, with this scanner or another. */
    takeIn: (other = scan) => takeIn({ ...world, scan: other } as unknown as Ports, fetchFile, row),
    file: async () => (await store.ledger.caseById(id))?.evidence[item]?.find((one) => one.id === 'late'),
    held: () => store.files.get(id, 'late', heldPart),
    story: async () => ({ case: await store.ledger.caseById(id), events: await store.ledger.history(id) }),
    fetched: () => fetched,
    store,
    world,
  }
}

const away: Scan = async () => {
  throw new NoVerdict('ECONNREFUSED')
}
const clean: Scan = async () => 'clean'

describe('a file for which the scanner is away', () => {
  it('is kept as it came, neither passed nor refused, and looked at again later', async () => {
    const { takeIn, file, held, fetched, store } = await house(away, picture)
    await expect(takeIn()).rejects.toThrow(Outage)
    await expect(takeIn()).rejects.toMatchObject({ retryAfterMs: 5_000 })
    expect(await file()).toMatchObject({ state: 'pending', isHeld: true })
    expect(await held()).toEqual(picture)
    expect(await collectOrphans(store, '2100-01-01T00:00:00.000Z')).toBe(0)
    // What is kept need not be fetched again: Telegram may have forgotten it by then.
    expect(fetched()).toBe(1)
  })

  it('holds the submission back in words that say why, and its requester hears of it once', async () => {
    const story = new Story().filled()
    for (const id of ['one', 'two'])
      story.when({ type: 'attach', item, file: { id, name: 'b.jpg', sizeBytes: 5, source: 'tg' } })
    const told = ['one', 'two', 'two'].map((fileId) => {
      const before = story.case
      const from = story.events.length
      story.when({ type: 'hold-evidence', fileId }, system)
      return announce(before, story.case, story.events.slice(from))
    })
    expect(told).toEqual([[{ to: 'requester', what: 'notice', code: 'evidence-held' }], [], []])
    expect(noticeTexts['evidence-held']({ number: 'PANDU-1' } as never).id).toContain('aman tersimpan')
    expect(story.try({ type: 'submit', consent })).toEqual({
      refused: 'still-checking',
      detail: { because: 'scanner-away' },
    })
  })

  it('passes when the scanner is back, and nothing else of it is left', async () => {
    const { takeIn, file, held, fetched, story } = await house(away, picture)
    await expect(takeIn()).rejects.toThrow(Outage)
    expect(await takeIn(clean)).toEqual({ state: 'sent' })
    expect(await file()).toMatchObject({ state: 'stored', stored: { type: 'png' } })
    expect(await held()).toBeUndefined()
    expect(fetched()).toBe(1)
    expect((await story()).events.slice(-2).map(({ type }) => type)).toEqual(['evidence-held', 'evidence-stored'])
  })

  it('is refused when the scanner comes back and knows it', async () => {
    const { takeIn, file, held } = await house(away, picture)
    await expect(takeIn()).rejects.toThrow(Outage)
    await takeIn(async () => 'infected')
    expect(await file()).toMatchObject({ state: 'refused', refused: 'MALWARE' })
    expect(await held()).toBeUndefined()
  })

  it('leaves nothing behind when it is taken back meanwhile', async () => {
    const { takeIn, held, story, store, world } = await house(away, picture)
    await expect(takeIn()).rejects.toThrow(Outage)
    const { case: c } = await story()
    const work = new Casework(c === undefined ? [] : [c], [diy], at)
    work.give(c?.id ?? '', { type: 'clear-evidence', item }, requester)
    await store.ledger.commit([work.harvest(world as unknown as Ports)])
    expect(await takeIn()).toEqual({ state: 'sent' })
    expect(await held()).toBeUndefined()
  })

  it('is no signed form either: whoever brings one is asked to come again', async () => {
    const { world } = await house(away, picture)
    const c = { ...new Story().case, status: 'awaiting-signature' as const, form: { sha256: 'a'.repeat(64), at } }
    expect(await compareSignedForm({ ...world, scan: away }, c, picture)).toEqual({ unfit: 'SCAN_ERROR' })
  })
})

describeWithClamd('a real scanner', (clamd) => {
  beforeAll(clamd.start)
  afterAll(clamd.kill)

  it('that dies in the middle of a file holds it, and passes it when it is back', async () => {
    expect(long.length).toBeGreaterThan(2 * 1024 * 1024)
    const dying = await dyingMidway(clamd)
    const { takeIn, file, held } = await house(clamdAt(dying.url).scan, long)
    await expect(takeIn()).rejects.toThrow(Outage)
    await expect(takeIn(clamdAt(clamd.url).scan)).rejects.toThrow(Outage)
    expect(await file()).toMatchObject({ state: 'pending', isHeld: true })
    expect(long.equals((await held()) ?? Buffer.of())).toBe(true)
    dying.close()
    await clamd.start()
    expect(await takeIn(clamdAt(clamd.url).scan)).toEqual({ state: 'sent' })
    expect(await file()).toMatchObject({ state: 'stored' })
  })

  it('is asked again by the house itself, as long as it takes', async () => {
    await clamd.kill()
    let clock = Date.parse(at)
    const now = () => new Date(clock).toISOString()
    const store = createMemoryStore(now)
    const story = new Story().filled()
    await store.ledger.commit([
      { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
    ])
    const { scan } = clamdAt(clamd.url)
    const world = { ...store, now, scan, agencies: [diy], has: { slack: false, mail: false }, wake: () => {} }
    const ports = world as unknown as Ports
    const work = new Casework([story.case], [diy], at)
    const file = { id: 'late', name: 'a.jpg', sizeBytes: 1, source: 'tg' }
    work.give(story.case.id, { type: 'attach', item, file }, requester)
    await store.ledger.commit([work.harvest(ports)])
    const deliver = houseWork(ports, async () => picture)
    const lane = new Delivering(store.outbox, deliver, {
      lane: 'evidence',
      windowSize: 2,
      leaseMs: 120_000,
      now,
      done: () => {},
    })
    const workOn = async (passMs: number) => {
      clock += passMs
      while ((await lane.work()) > 0) await lane.settle()
      const c = await store.ledger.caseById(story.case.id)
      return c?.evidence[item]?.find(({ id }) => id === 'late')
    }
    for (let tries = 0; tries < 8; tries += 1)
      expect(await workOn(tries === 0 ? 0 : 5_000)).toMatchObject({ state: 'pending', isHeld: true })
    await clamd.start()
    expect(await workOn(1_000)).toMatchObject({ state: 'pending' })
    expect(await workOn(5_000)).toMatchObject({ state: 'stored' })
  })

  it('refuses what it knows, and nothing of it is kept', async () => {
    const { takeIn, file, store, story } = await house(
      clamdAt(clamd.url).scan,
      Buffer.concat([await textPicture().jpeg().toBuffer(), eicar()]),
    )
    await takeIn()
    expect(await file()).toMatchObject({ state: 'refused', refused: 'MALWARE' })
    const { case: c } = await story()
    expect(await store.files.get(c?.id ?? '', 'late', heldPart)).toBeUndefined()
  })
})
