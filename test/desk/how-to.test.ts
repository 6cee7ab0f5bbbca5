import { describe, expect, it } from 'vitest'
import { howToNames, howToPath, howTos, howTosFor } from '../../bot/text/how-to.ts'
import { deviceKinds } from '../../core/evidence/device.ts'
import { Browser, deskWorld } from './desk-fixture.ts'

const written = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')

describe('a guide with pictures', () => {
  it.each(howToNames)(
    '%s is there for whoever is not signed in, a drawing for every step, in both languages',
    async (name) => {
      const browser = new Browser(await deskWorld())
      for (const language of ['id', 'en'] as const) {
        const { title, steps, wrong } = howTos[name]
        await browser.get(`${howToPath}/${name}?lang=${language}`)
        expect(browser.status).toBe(200)
        expect(browser.text).toContain(title[language])
        expect(browser.page.match(/<svg class="drawing"/g)).toHaveLength(steps.length)
        for (const one of [...steps.map(({ words }) => words), ...wrong])
          expect(browser.page).toContain(written(one[language]))
        expect(browser.page).not.toContain('href="/desk"')
      }
    },
  )

  it('that nobody has drawn is not there', async () => {
    const browser = new Browser(await deskWorld())
    await browser.get(`${howToPath}/constructor`)
    expect(browser.status).toBe(404)
  })

  it('belongs to every device, and to no proof that needs none', () => {
    for (const device of deviceKinds) expect(howTosFor('antivirus-scan', device)).not.toEqual([])
    expect(howTosFor('email-password-change', null)).toEqual(['password'])
    expect(howTosFor('decree', null)).toEqual([])
  })
})
