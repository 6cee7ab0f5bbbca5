import { existsSync, rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../bot/simulator/page/people.ts'
import { handOffText } from '../../bot/text/desk-hand-off.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { slackText } from '../../bot/text/simulator-slack.ts'
import { choiceText, reviewText } from '../../bot/text/slack-review.ts'
import { buttonLabel } from '../../bot/text/telegram-button.ts'
import { temporaryFolder } from '../folder.ts'
import { type RunningProgram, startProgram } from '../journeys/program.ts'
import { chromiumPath, Newcomer } from './page-newcomer.ts'

const isMissing = !existsSync(chromiumPath)
if (isMissing) process.stderr.write(`SKIPPED, no ${chromiumPath} on this machine: the case played in a browser\n`)

const [{ facts }] = people
/** Answers by button, and what to do in the chat for all else. */
const presses: Readonly<Record<string, string>> = {
  signingDeadline: 'Tidak ada',
  agency: 'Pemda DIY (contoh)',
  employment: 'PNS (termasuk CPNS)',
  forwarding: 'Sudah dicek, tidak ada',
  filters: 'Sudah dicek, tidak ada',
  sessions: 'Sudah dicek, tidak ada',
  recovery: 'Ya, semuanya milik saya',
  devices: 'Laptop atau komputer',
}

describe.skipIf(isMissing)('a newcomer with a browser', () => {
  let program: RunningProgram
  let newcomer: Newcomer
  const dataDir = temporaryFolder('browser')

  beforeAll(async () => {
    program = await startProgram({ dataDir })
    newcomer = await Newcomer.open(`${program.url}/simulator`)
  })
  afterAll(async () => {
    await newcomer?.close()
    await program?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('plays the whole case through the page', async ({ onTestFailed }) => {
    const { page } = newcomer
    onTestFailed(
      async () =>
        void process.stderr.write(
          `The chat ends with:\n${await newcomer.lastWords()}\nTabs:\n${newcomer.whereabouts}\n`,
        ),
    )
    await keepsWhatIsTyped(page)
    await fillsIn()
    const number = await sends()
    await reviews(number)
    await passesOn(number)
    await newcomer.reads('GILIRAN ANDA')
    await newcomer.presses(buttonLabel('worked', 'id'))
    await newcomer.reads(`Pengajuan ${number} selesai`)
    await page.locator('#slack .post', { hasText: 'SELESAI' }).waitFor()
    await page.locator('#mail').getByRole('button', { name: 'legalised dossier' }).click()
    await page.locator('.attachments a').nth(1).waitFor()
    // The room's words of the other language: what was typed is still there after it all.
    expect(await page.locator('#slack .composer input[type=text]').inputValue()).toBe('catatan yang belum dikirim')
    expect(newcomer.complaints).toEqual([])
  }, 180_000)

  /** Typed text outlives a change of language and every update that comes later. */
  async function keepsWhatIsTyped(page: Page): Promise<void> {
    await page.locator('#slack .composer input[type=text]').fill('catatan yang belum dikirim')
    await page.getByRole('link', { name: 'EN' }).click()
    await page.getByRole('heading', { name: 'Workspace' }).waitFor()
    expect(await page.locator('#slack .composer input[type=text]').inputValue()).toBe('catatan yang belum dikirim')
    await page.getByRole('link', { name: 'ID' }).click()
    await page.getByRole('heading', { name: 'Ruang kerja' }).waitFor()
  }

  async function fillsIn(): Promise<void> {
    await newcomer.page.getByRole('button', { name: 'Mulai · /start' }).click()
    await newcomer.presses(buttonLabel('account-disabled', 'id'))
    await newcomer.presses(procedureButton('reactivation', 'id'))
    await newcomer.reads('Langkah 1')
    for (let turn = 0; turn < 60; turn += 1) {
      const asked = await newcomer.asked()
      if (asked.includes('Periksa jawaban Anda')) return
      await answers(asked)
    }
    throw new Error('the questions do not end')
  }

  async function answers(asked: string): Promise<void> {
    if (asked.includes('Bukti full scan')) return proves('Full scan bersih', 'File')
    if (asked.includes('Bukti ganti kata sandi')) return proves('Sandi email diganti', 'Foto')
    const typed: Readonly<Record<string, string>> = { ...facts, 'device-name': facts.device }
    const label = asked.includes('Ada perangkat lain?') ? buttonLabel('all-devices', 'id') : presses[asked]
    const text = typed[asked]
    if (label !== undefined) return newcomer.hearsAfter(() => newcomer.presses(label))
    if (text !== undefined) return newcomer.hearsAfter(() => newcomer.types(text))
    throw new Error(`no answer to: ${asked}`)
  }

  /** A bad file first, whose answer says why not; then the good one. */
  async function proves(good: string, as: 'Foto' | 'File'): Promise<void> {
    await newcomer.hearsAfter(() => newcomer.sends('Berkas kosong', 'File'))
    expect(await newcomer.asked()).toContain('kosong')
    await newcomer.hearsAfter(() => newcomer.sends(good, as))
    await newcomer.closesTray()
    await newcomer.hearsAfter(() => newcomer.presses(buttonLabel('done', 'id')))
  }

  /** Sends, once more while a file is still being looked at. @returns the number of the case */
  async function sends(): Promise<string> {
    await expect
      .poll(
        async () => {
          const sent = newcomer.bubbles.filter({ hasText: 'Nomor pengajuan Anda' })
          if ((await sent.count()) === 0) await newcomer.presses(buttonLabel('send', 'id'))
          return sent.count()
        },
        { timeout: 45_000, interval: 1000 },
      )
      .toBe(1)
    return /PANDU-\d{4}-\d{6}-\w/.exec(await newcomer.textOf('Nomor pengajuan Anda'))?.[0] ?? ''
  }

  async function reviews(number: string): Promise<void> {
    const { page } = newcomer
    const modal = page.locator('.modal')
    const choose = (name: string) => modal.getByRole('radio', { name }).check()
    await page.locator('#slack .post', { hasText: number }).getByRole('button', { name: 'Periksa' }).click()
    await modal.getByRole('heading', { name: reviewText.title.id }).waitFor()
    // "Met in person" asks first; a no leaves everything as it is.
    await modal.getByRole('button', { name: reviewText.met.id }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: reviewText.metNo.id }).click()
    await modal.getByRole('button', { name: reviewText.calling.id }).click()
    const words = /Kata telepon: (.+)/.exec(await newcomer.textOf('Kata telepon:'))?.[1] ?? ''
    // What a check remarked upon is for Sari to judge; the rest is right already.
    const right = modal.getByRole('radio', { name: reviewText.valid.id, exact: true })
    for (let n = 0; n < (await right.count()); n += 1) await right.nth(n).check()
    await modal.getByLabel(reviewText.words.id).fill('bukan kata itu')
    await choose(choiceText.legalise.name.id)
    await modal.getByRole('button', { name: choiceText.legalise.name.id }).click()
    await modal.locator('.complaint').waitFor()
    expect(await modal.locator('.complaint').textContent()).toContain('tidak cocok')
    await modal.getByLabel(reviewText.words.id).fill(words)
    await modal.getByRole('button', { name: choiceText.legalise.name.id }).click()
    await modal.locator('.complaint', { hasText: /bukti|belum Anda buka/ }).waitFor()
    await seesEvidence(number)
    await modal.getByRole('button', { name: choiceText.legalise.name.id }).click()
    await modal.getByText(`${number} sudah dilegalisasi`).waitFor()
    await modal.locator('footer').getByRole('button', { name: slackText.close.id }).click()
    await modal.waitFor({ state: 'detached' })
  }

  async function seesEvidence(number: string): Promise<void> {
    const tab = await newcomer.signsInAtDesk('Sari Wulandari')
    await tab.goto(`${program.url}/desk/cases/${number}`)
    for (const picture of await tab.locator('.files img').all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate((img) => 'naturalWidth' in img && Number(img.naturalWidth) > 0))
        .toBe(true)
    }
    await fitsNarrowScreens(tab)
    await tab.close()
  }

  /** A telephone's width, in both languages: nothing stands beyond its edge. */
  async function fitsNarrowScreens(tab: Page): Promise<void> {
    const [wide, address] = [tab.viewportSize(), new URL(tab.url())]
    for (const width of [390, 320])
      for (const path of [address.pathname, '/desk', '/desk/counter', '/desk/signature'])
        for (const language of ['en', 'id']) {
          await tab.setViewportSize({ width, height: 800 })
          await tab.goto(`${address.origin}${path}?lang=${language}`)
          const needs = await tab
            .locator('html')
            .evaluate((html) => ('scrollWidth' in html ? Number(html.scrollWidth) : 0))
          expect([path, language, needs]).toEqual([path, language, width])
        }
    if (wide !== null) await tab.setViewportSize(wide)
  }

  async function passesOn(number: string): Promise<void> {
    const tab = await newcomer.signsInAtDesk('Dewi Lestari')
    await tab.getByRole('link', { name: number }).click()
    for (const label of [handOffText.take, handOffText.approve, handOffText.sendLink])
      await tab.getByRole('button', { name: label.id, exact: true }).click()
    await tab.close()
  }
})
