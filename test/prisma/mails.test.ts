import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArrivingMail } from '../../core/handling/mail-store.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

function keepsMails(name: string, open: () => Promise<OpenStore>): void {
  describe(`Mails that came in, in the ${name} store`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const mails = () => its.store.mails
    const arriving = (more: Partial<ArrivingMail> = {}): ArrivingMail => ({
      id: randomUUID(),
      place: randomUUID(),
      likeness: randomUUID(),
      at: its.clock.now(),
      content: {
        kind: 'letter',
        from: 'rina@jogjaprov.go.id',
        subject: 'kenari-perihal',
        text: 'kenari-isi',
        leftOut: 0,
        threads: [],
        names: ['a.png', 'b.pdf'],
      },
      files: [new Uint8Array([1, 2, 3]), new Uint8Array([])],
      ...more,
    })

    it('are kept once by their place and once by what they are, also where two programs look', async () => {
      const mail = arriving()
      const second = its.second?.mails ?? mails()
      const taken = await Promise.all([mails().receive(mail), second.receive({ ...mail, id: randomUUID() })])
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await mails().receive(arriving({ place: mail.place }))).toBe(false)
      expect(await mails().receive(arriving({ likeness: mail.likeness }))).toBe(false)
      const found = (await mails().mailsIn('new', 50)).filter(({ id }) => id === mail.id || taken[1])
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ state: 'new', sizes: [3, 0], content: mail.content })
      expect(await mails().filesOfMail(found[0]?.id ?? '')).toEqual([new Uint8Array([1, 2, 3]), new Uint8Array([])])
    })

    it('wait in the tray, and are forgotten once they are joined or dismissed; their mark stays', async () => {
      const [mail, other] = [arriving(), arriving()]
      await mails().receive(mail)
      await mails().receive(other)
      const at = its.clock.now()
      expect(await mails().endMail(mail.id, { state: 'tray', at })).toBe(true)
      expect(await mails().endMail(mail.id, { state: 'tray', at })).toBe(false)
      expect((await mails().mailsIn('tray', 50)).map(({ id }) => id)).toContain(mail.id)
      expect(await mails().countMails('tray', 1)).toBe(1)
      const caseId = randomUUID()
      expect(await mails().endMail(mail.id, { state: 'joined', caseId, by: 'dewi', at })).toBe(true)
      expect(await mails().endMail(mail.id, { state: 'dismissed', reason: 'spam', by: 'dewi', at })).toBe(false)
      expect(await mails().endMail(other.id, { state: 'dismissed', reason: 'spam', by: 'dewi', at })).toBe(true)
      for (const { id } of [mail, other]) {
        expect(await mails().mailById(id)).toBeUndefined()
        expect(await mails().filesOfMail(id)).toEqual([])
      }
      expect(await mails().receive({ ...mail, id: randomUUID() })).toBe(false)
    })

    it('are forgotten when nobody wanted them for long, and their marks long after', async () => {
      const mail = arriving()
      await mails().receive(mail)
      await mails().endMail(mail.id, { state: 'tray', at: its.clock.now() })
      its.clock.pass(1000)
      const later = its.clock.now()
      await mails().sweepMails(later, mail.at)
      expect(await mails().mailById(mail.id)).toBeUndefined()
      expect(await mails().filesOfMail(mail.id)).toEqual([])
      expect(await mails().receive({ ...mail, id: randomUUID() })).toBe(false)
      await mails().sweepMails(later, later)
      expect(await mails().receive({ ...mail, id: randomUUID() })).toBe(true)
    })

    it('know their cases by tokens that differ and stay', () => {
      const [one, other] = [randomUUID(), randomUUID()]
      expect(mails().tokenOf(one)).toMatch(/^[\w-]{22}$/)
      expect(mails().tokenOf(one)).toBe((its.second?.mails ?? mails()).tokenOf(one))
      expect(mails().tokenOf(one)).not.toBe(mails().tokenOf(other))
    })

    it('know nothing of an id that is none', async () => {
      expect(await mails().mailById('x')).toBeUndefined()
      expect(await mails().filesOfMail("'; --")).toEqual([])
      expect(await mails().endMail('x', { state: 'tray', at: its.clock.now() })).toBe(false)
    })

    it('are no readable words in the database', async () => {
      if (its.sql === undefined) return
      await mails().receive(arriving())
      expect(await its.sql(`SELECT FROM "mail" WHERE encode("content", 'escape') LIKE '%kenari%'`)).toBe(0)
      expect(await its.sql(`SELECT FROM "mail" WHERE length("content") > 0`)).toBeGreaterThan(0)
    })
  })
}

keepsMails('memory', openMemory)
keepsMails('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsMails('server', async () => openSql({ url: await freshServerDatabase() }))
})
