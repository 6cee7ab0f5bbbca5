import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskPage } from '../../bot/simulator/page/story/desk-browser.ts'
import type { Cast, Move } from '../../bot/simulator/page/story/move.ts'
import { questionIn } from '../../bot/simulator/page/story/question.ts'
import { readingMs, Story } from '../../bot/simulator/page/story/story.ts'
import { callWordsIn } from '../../bot/simulator/page/story/verifier.ts'
import { phoneMessage } from '../../bot/simulator/telegram/phone-message.ts'
import { fieldQuestion } from '../../bot/text/field.ts'
import { languages } from '../../bot/text/language.ts'
import { storyText } from '../../bot/text/simulator-story.ts'
import { noticeTexts } from '../../bot/text/telegram-panel.ts'
import { fields, isFieldName } from '../../core/form/field.ts'
import { temporaryFolder } from '../folder.ts'
import { type RunningProgram, startProgram } from '../journeys/program.ts'
import { readable } from './page-fixture.ts'

const facts = {
  number: 'N',
  agency: 'A',
  due: '',
  owedCount: 0,
  otherCount: 0,
  linkDomain: '',
  reason: '',
  item: '',
  day: '',
}

describe('the player of a case', () => {
  it('knows every question by its words, in both languages', () => {
    const chat = { id: 1, type: 'private' } as const
    for (const name of Object.keys(fields).filter(isFieldName))
      for (const language of languages) {
        const text = `Langkah 3 dari 9\n\n${fieldQuestion(name, language)}\n\nContoh: x`
        const message = phoneMessage({ message_id: 1, date: 0, chat, text }, 1, false)
        expect(questionIn(message)?.item).toBe(name)
      }
    expect(questionIn(phoneMessage({ message_id: 1, date: 0, chat, text: 'Terima kasih.' }, 1, false))).toBeUndefined()
  })

  it('reads the two words off the phone, in both languages', () => {
    for (const text of Object.values(noticeTexts['call-words']({ ...facts, words: 'sungai – melati' })))
      expect(callWordsIn(text)).toBe('sungai – melati')
    expect(callWordsIn('Verifikator sedang memeriksa.')).toBeUndefined()
  })

  it('finds pictures, buttons and hidden fields of a page as a browser does', () => {
    const page = new DeskPage(
      '<form><input type="hidden" name="csrf" value="a&amp;b"/><img alt="" src="/x?a=1&amp;b=2"/><button formaction="/desk/cases/N/take">x</button></form>',
    )
    expect(page.pictures).toEqual(['/x?a=1&b=2'])
    expect(page.fields).toEqual({ csrf: 'a&b' })
    expect([page.actionOf('take'), page.actionOf('approve')]).toEqual(['/desk/cases/N/take', undefined])
  })

  it('leaves time to read, more for more, and none when told so', () => {
    expect(readingMs(400, 1)).toBeGreaterThan(readingMs(10, 1))
    expect(readingMs(100_000, 1)).toBeLessThan(5000)
    expect(readingMs(100, 4)).toBe(readingMs(100, 1) / 4)
    expect(readingMs(100, 0)).toBe(0)
  })
})

describe('a story', () => {
  const scripted = (moves: readonly Partial<Move>[], isOver = true) => {
    const made: number[] = []
    const cast: Cast = {
      players: [
        {
          next: async () => {
            const n = made.length
            const move = moves[n]
            if (move === undefined) return undefined
            const act = async () => {
              made.push(n)
              await move.act?.()
            }
            return { where: 'phone', line: storyText.play, readingChars: 0, ...move, act }
          },
        },
      ],
      isOver: () => isOver,
    }
    let changes = () => {}
    const story = new Story({ cast: () => cast, changed: () => changes(), waitForChange: async () => {} })
    story.speed = 0
    const until = (mode: Story['mode']) =>
      new Promise<void>((resolve) => {
        changes = () => story.mode === mode && resolve()
        changes()
      })
    return { story, made, until }
  }

  it('makes move after move until the case is over', async () => {
    const { story, made, until } = scripted([{}, {}, {}])
    story.play('http://127.0.0.1')
    await until('done')
    expect(made).toEqual([0, 1, 2])
    expect(story.count).toBe(3)
  })

  it('stops before the next move when a person takes over, and goes on from there', async () => {
    const { story, made, until } = scripted([{}, { act: () => story.pause() }, {}])
    story.play('http://127.0.0.1')
    await until('paused')
    expect(made).toEqual([0, 1])
    expect(story.line).toBe(storyText.paused)
    story.resume()
    await until('done')
    expect(made).toEqual([0, 1, 2])
  })

  it('says what stopped it when a move fails, and can be tried again', async () => {
    const { story, until } = scripted([{ act: () => Promise.reject(new Error('meja kerja tutup')) }, {}])
    story.play('http://127.0.0.1')
    await until('stuck')
    expect(story.line.id).toContain('meja kerja tutup')
    story.resume()
    await until('done')
  })

  it('is not moved by buttons that do not fit', () => {
    const { story } = scripted([])
    story.pause()
    story.resume()
    expect(story.mode).toBe('idle')
  })
})

describe('the played case with the real program', () => {
  let program: RunningProgram
  const dataDir = temporaryFolder('story')

  beforeAll(async () => {
    program = await startProgram({ dataDir, env: { LOG_LEVEL: 'info' } })
  })
  afterAll(async () => {
    await program.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const post = (path: string, fields: Record<string, string> = {}) =>
    fetch(`${program.url}/simulator${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: program.url },
    })
  const narration = async () => readable(await (await fetch(`${program.url}/simulator/story`)).text())
  const until = (text: string) =>
    expect.poll(narration, { timeout: 40_000, interval: 100 }).toContain(text.slice(0, 40))

  it('stops for whoever takes over, resumes, and ends with a recovered account', async () => {
    await post('/story/speed', { speed: '0' })
    await post('/story/play')
    await expect
      .poll(async () => Number(/(\d+) langkah/.exec(await narration())?.[1]), { timeout: 20_000 })
      .toBeGreaterThan(6)
    await post('/phone/say', { person: 'rina', text: '/bantuan' })
    await until(storyText.paused.id)
    await post('/story/resume')
    await until(storyText.done.id)
    const card = readable(await (await fetch(`${program.url}/simulator/slack/live?member=UVER1`)).text())
    expect(card).toContain('SELESAI')
    expect(card).toContain('Dilegalisasi oleh Sari Wulandari')
    const mails = readable(await (await fetch(`${program.url}/simulator/mail/live`)).text())
    expect(mails).toContain('contact-center@bsre.example')
  }, 60_000)
})
