import { describe, expect, it } from 'vitest'
import { createDesk } from '../../bot/desk/desk.tsx'
import { checkSignatures } from '../../core/handling/check-signatures.ts'
import { NoVerdict } from '../../core/lab/clamd.ts'
import { Browser, deskWorld, publicUrl, signedIn, staff } from './desk-fixture.ts'

const address = '/desk/signature'
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n%%EOF\n')

describe('any PDF at the desk', () => {
  it('is judged for staff of every kind, and shown with the verdict first', async () => {
    const world = await deskWorld()
    for (const who of ['sari', 'dewi'] as const) {
      const browser = await signedIn(world, who)
      await browser.get('/desk')
      expect(browser.page).toContain(`href="${address}"`)
      await browser.get(address)
      await browser.send(address, 'file', pdf, 'surat 19850412 201001 1 005.pdf')
      expect(browser.status).toBe(200)
      expect(browser.text).toContain('Tanda tangan elektronik sah. Dokumen utuh')
      const order = ['id="verdict"', 'Sertifikat</dt>', '<details>'].map((mark) => browser.page.indexOf(mark))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(browser.text).not.toContain('19850412 201001 1 005')
    }
  })

  it('is never kept; on record is who checked which digest, and the verdict', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    await sari.get(address)
    world.said = { verdict: 'INVALID', reasons: ['MODIFIED_AFTER_SIGNING'], commonName: 'Hari Prasetyo' }
    await sari.send(address, 'file', pdf, 'rahasia.pdf')
    expect(sari.text).toContain('Tanda tangan tidak sah. Setelah ditandatangani')
    expect(world.accesses).toEqual([
      {
        staffId: 'sari',
        caseId: expect.stringMatching(/^[0-]+$/),
        what: 'check',
        ref: `${'0'.repeat(64)} INVALID`,
        at: world.clock,
      },
    ])
    expect(JSON.stringify(world.accesses)).not.toMatch(/Hari|rahasia/)
  })

  it('comes from nobody but staff, with the secret of their session', async () => {
    const world = await deskWorld()
    const stranger = new Browser(world)
    expect((await stranger.get(address)).status).toBe(401)
    expect((await stranger.send(address, 'file', pdf, 'a.pdf')).status).toBe(401)
    const sari = await signedIn(world, 'sari')
    await sari.get(address)
    expect((await sari.sendAll(address, { csrf: 'x' }, { file: pdf })).status).toBe(403)
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect((await sari.send(address, 'file', pdf, 'a.pdf')).status).toBe(401)
    expect(world.accesses).toEqual([])
  })

  it('is refused at the door when it is none, empty or too large', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    await sari.get(address)
    for (const [bytes, said] of [
      [undefined, 'berkasnya kosong'],
      [Buffer.from('Kepada Yth.'), 'bukan PDF'],
      [Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]), 'lebih dari 20 MB'],
    ] as const) {
      await sari.send(address, 'file', bytes, 'a.pdf')
      expect([sari.status, sari.text]).toEqual([422, expect.stringContaining(said)])
    }
    expect((await sari.send(address, 'file', Buffer.alloc(21 * 1024 * 1024), 'a.pdf')).status).toBe(413)
    expect(world.accesses).toEqual([])
  })

  it('waits for the scanner where there is one', async () => {
    const { ports } = await deskWorld()
    const away = async () => {
      throw new NoVerdict('ECONNREFUSED')
    }
    expect(await checkSignatures({ ...ports, scan: away }, 'sari', pdf)).toEqual({ unfit: 'SCAN_ERROR' })
    expect(await checkSignatures({ ...ports, scan: async () => 'infected' }, 'sari', pdf)).toEqual({ unfit: 'MALWARE' })
  })

  it('is said to be hopeless where no root is trusted', async () => {
    const world = await deskWorld()
    const { signatures } = world.ports
    if (signatures === undefined) throw new Error('the fixture verifies signatures')
    const desk = createDesk({ ...world.ports, signatures: { ...signatures, hasAnchors: false } }, { publicUrl })
    const sari = new Browser({ desk }).as(await signedIn(world, 'sari'))
    expect((await sari.get(address)).text).toContain('Belum ada sertifikat induk')
  })

  it('reads in English too', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    expect((await sari.get(`${address}?lang=en`)).text).toContain('It is only checked, not kept')
  })
})
