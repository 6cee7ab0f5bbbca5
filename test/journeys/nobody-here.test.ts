import { afterAll, beforeAll, expect, it } from 'vitest'
import { House } from './house.ts'
import { bantul, diy, person, staff } from './people.ts'

const citra = person('Citra Lestari')

let house: House
beforeAll(async () => {
  const lonely = { ...diy, fallbackVerifier: staff.joko.email, contactCenter: { isOutside: true } }
  house = await House.open({ agencies: [lonely, bantul] })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

it('A case that no verifier of its agency can review reaches the fallback verifier, and its requester hears who has it', async () => {
  for (const name of ['sari', 'budi'] as const) await house.verb('staff', 'remove', staff[name].email)
  await house.verb('staff', 'remove', staff.tono.email)
  const user = house.requester(citra)
  await user.opens('lost-authenticator')
  await user.answersAll()
  await user.submits()
  await user.phone.waitFor(() =>
    user.phone.messages().some(({ text }) => text.includes('verifikator cadangan: Joko Susilo')),
  )
  const joko = house.world.slack.member({ id: 'UVER3' })
  await joko.waitForMessage(({ text }) => text?.includes('Anda verifikator cadangannya') === true)
  const [number = ''] =
    /PANDU-\d{4}-\d{6}-\w/.exec(
      user.phone
        .messages()
        .map(({ text }) => text)
        .join('\n'),
    ) ?? []
  const desk = await house.desk('joko')
  await desk.get('/desk')
  expect(desk.text).toContain(number)
  await desk.get(`/desk/cases/${number}`)
  await desk.presses('Periksa')
  expect(desk.text).toContain('SEDANG DITINJAU')
})
