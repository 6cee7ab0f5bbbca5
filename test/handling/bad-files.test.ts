import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shownText } from '../../bot/desk/hostile-text.ts'
import { html } from '../../bot/text/escape.ts'
import { fileFaultSentence } from '../../bot/text/file-fault.ts'
import type { Case } from '../../core/case/case.ts'
import { manifestOf } from '../../core/case/items.ts'
import { takeIn } from '../../core/handling/evidence.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { diskEvidenceFiles } from '../../prisma/evidence-files.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import type { Keys } from '../../prisma/sql/keys.ts'
import { at, diy, Story } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'
import { badNames } from '../lab/bad-names.ts'
import { badPdfs, otherFiles, pdfBombs } from '../lab/bad-others.ts'
import { badPictures, unreadablePictures } from '../lab/bad-pictures.ts'
import { textPicture } from '../lab/sample-images.ts'

const item = 'email-password-change'
const picture = await textPicture().png().toBuffer()

/** Lets a file of that name in, as far as the disk. */
async function taken(name: string, bytes: Uint8Array): Promise<{ c: Case; written: readonly string[] }> {
  const home = temporaryFolder('names')
  const sealer = createSealer(Buffer.alloc(32, 7))
  const key = sealer.newKey('case')
  // The keys of a database, without one.
  const keys = {
    ensure: async () => {},
    sealBytes: (_: string, place: string, plain: Uint8Array) => sealer.seal(key, 'case', place, plain),
    openBytes: (_: string, place: string, sealed: Uint8Array) => sealer.open(key, 'case', place, sealed),
  } as unknown as Keys
  const files = diskEvidenceFiles(join(home, 'evidence'), keys, sealer, randomUUID)
  const store = { ...createMemoryStore(() => at), files }
  const file = { id: 'sent', name, sizeBytes: bytes.length, source: name }
  const story = new Story().when({ type: 'attach', item, file })
  const { id } = story.case
  const opening = { before: undefined, after: story.case, events: story.events }
  await store.ledger.commit([{ changes: [opening], owed: [], knocks: [] }])
  const ports = { ...store, now: () => at, agencies: [diy], has: { slack: false, mail: false }, wake: () => {} }
  const row = { caseId: id, payload: { fileId: 'sent' }, attempts: 1 } as unknown as OutboxItem
  await takeIn(ports as unknown as Ports, async () => bytes, row)
  const c = await store.ledger.caseById(id)
  if (c === undefined) throw new Error('no case')
  const written = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
  return { c, written }
}

describe('a file whose name is', () => {
  it.each(Object.entries(badNames))('%s is kept under names of ours, and its own is only shown', async (_, name) => {
    const { c, written } = await taken(name, picture)
    expect(c.evidence[item]).toMatchObject([{ state: 'stored', name, stored: { type: 'png' } }])
    expect(written).toHaveLength(3)
    for (const path of written) expect(path).toMatch(/^evidence\/[\w-]{2}\/[\w-]{43}[\w.-]*$/)
    for (const entry of manifestOf(c)) expect(entry.name).toMatch(/^[\w.-]+$/)
    const shown = shownText(name)
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    expect(html(shown)).not.toMatch(/[<>]/)
  })
})

describe('whoever sends something bad', () => {
  const unknown = fileFaultSentence('NO_SUCH_CODE', 'id')
  const codes = [
    ...badPictures,
    ...unreadablePictures,
    ...badPdfs,
    ...pdfBombs,
    ...otherFiles,
    ['', 'MALWARE'] as const,
  ]
    .flatMap(([, code]) => code.split(' '))
    .filter((code) => code !== 'OK')

  it.each([...new Set(codes)])('is told what %s means, and what to do', (code) => {
    for (const language of ['id', 'en'] as const) expect(fileFaultSentence(code, language).length).toBeGreaterThan(40)
    expect(fileFaultSentence(code, 'id')).not.toBe(unknown)
  })

  it('has it refused in the case by its code, whatever it is called', async () => {
    for (const [what, code, make] of otherFiles) {
      const { c, written } = await taken('foto.jpg', await make())
      expect(c.evidence[item], what).toMatchObject([{ state: 'refused', refused: code }])
      expect(written).toEqual([])
    }
  })
})
