import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithClamd, eicar } from '../clamd.ts'
import { House } from './house.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'

// Whoever is in the roster is named before the house opens.
const [lusi, maya] = [person('Lusi Wahyuni'), person('Maya Wahyuni')]

describeWithClamd('While the malware scanner is away', (clamd) => {
  let house: House
  let user: Requester
  beforeAll(async () => {
    house = await House.open({ scanner: clamd.url })
    user = house.requester(lusi)
  })
  afterAll(async () => {
    expect(house.faults).toEqual([])
    await house.close()
    await clamd.kill()
  })

  it('a requester goes on, hears that nothing is lost, and cannot send what nobody has looked at', async () => {
    await user.opens()
    await user.answersAll()
    await user.sees('aman tersimpan')
    await user.pressesButton('send')
    await user.reads('Pemeriksaan antivirus sedang tidak tersedia')
  })

  it('and when it is back they hear so, and send', async () => {
    await clamd.start()
    await user.sees('selesai diperiksa. Silakan kirim.')
    expect(await user.submits()).toMatch(/^PANDU-/)
  })

  it('what it knows is refused within the chat', async () => {
    const other = house.requester(maya)
    await other.opens()
    await other.answersAll({ except: ['antivirus-scan.1'] })
    other.phone.document(eicar(), { name: 'hasil-scan.jpg', mime: 'image/jpeg' })
    await other.sees('menandai berkas ini tidak aman')
  })
})
