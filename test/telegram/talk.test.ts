import { beforeEach, describe, expect, it } from 'vitest'
import { replyOf } from '../../bot/dialogue/talk.ts'
import { procedureName } from '../../bot/text/procedure.ts'
import { talkText } from '../../bot/text/talk.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import { Story } from '../case/given.ts'
import { TestChat, verifier } from './chat.ts'
import { answerUntil, openReactivation, submitReactivation } from './play-through.ts'

let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})
const written = async (id: string) =>
  (await chat.ports.ledger.history(id)).flatMap((e) => (e.type === 'wrote' ? [e.secret.text] : []))
const texts = () => chat.shown.map(({ text }) => text)

describe('Who wants to speak with staff', () => {
  it('before anything was sent hears whom to ask, and the question that waits stays where it was', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    await chat.say('bicara petugas')
    expect(texts().some((text) => text.includes('Belum ada pengajuan terkirim') && text.includes('0274-123456'))).toBe(
      true,
    )
    await chat.press('▶ Lanjutkan pengisian')
    expect(chat.last.text).toContain('NIP')
    await chat.say('198504122010012005')
    expect((await chat.case()).answers).toMatchObject({ nip: '198504122010012005' })
  })

  it('writes as many texts as they like to the request that was sent, and goes on', async () => {
    await submitReactivation(chat)
    const { id } = await chat.case()
    await chat.say('Tanya petugas')
    expect(chat.last.text).toContain('Tulis pesan Anda untuk petugas')
    await chat.say('Kapan kira-kira selesai?')
    await chat.say('Saya <b>butuh</b> Senin & Selasa')
    expect(await written(id)).toEqual(['Kapan kira-kira selesai?', 'Saya <b>butuh</b> Senin & Selasa'])
    expect(chat.last.text).toContain('Pesan terkirim ke petugas')
    await chat.press('▶ Lanjutkan pengisian')
    await chat.say('tidak untuk petugas')
    expect(await written(id)).toHaveLength(2)
  })

  it('is paused at a step of a correction and finds that step again', async () => {
    await submitReactivation(chat)
    const { id } = await chat.case()
    await chat.command('house', { type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } })
    await chat.command(verifier, { type: 'claim' })
    await chat.command(verifier, { type: 'judge', verdicts: [{ item: 'nip', ok: false, reason: 'R16' }] })
    await chat.command(verifier, { type: 'return' })
    await chat.work()
    const before = chat.last.text
    expect(before).toContain('NIP')
    await chat.say('bicara petugas')
    await chat.say('NIP saya sudah benar')
    await chat.say('lanjutkan pengisian')
    expect(chat.last.text).toBe(before)
    expect(await written(id)).toEqual(['NIP saya sudah benar'])
    expect((await chat.case()).status).toBe('needs-correction')
  })

  it('loses nothing by a text that is too long', async () => {
    await submitReactivation(chat)
    const { id } = await chat.case()
    await chat.say('bicara petugas')
    await chat.say('a'.repeat(4090))
    expect(chat.last.text).toContain('4090')
    expect(await written(id)).toEqual([])
    await chat.say('lebih pendek')
    expect(await written(id)).toEqual(['lebih pendek'])
  })
})

describe('Words that nobody asked for, with two requests under way', () => {
  const number = formatCaseNumber(2026, 77)
  async function withTwo(): Promise<readonly [string, string]> {
    await submitReactivation(chat)
    const c = await chat.case()
    const other = new Story('lost-authenticator').submitted()
    const id = `${c.id.slice(0, -8)}76543210`
    const after = { ...other.case, id, number, requester: c.requester }
    const change = { before: undefined, after, events: other.events }
    await chat.ports.ledger.commit([{ changes: [change], owed: [], knocks: [] }])
    return [c.id, id]
  }

  it('are kept while it is asked which one is meant, and go to that one whole', async () => {
    const [one, other] = await withTwo()
    await chat.say('Kapan selesai?')
    await chat.say('Saya perlu <cepat>')
    expect(chat.last.text).toContain('lebih dari satu pengajuan')
    expect([...(await written(one)), ...(await written(other))]).toEqual([])
    await chat.press(`${number} · ${procedureName('lost-authenticator', 'id')}`)
    expect(await written(other)).toEqual(['Kapan selesai?\n\nSaya perlu <cepat>'])
    expect(await written(one)).toEqual([])
    expect(chat.last.text).toContain('Pesan terkirim ke petugas')
  })

  it('go nowhere when they were not meant for staff', async () => {
    const [one, other] = await withTwo()
    await chat.say('eh salah kirim')
    await chat.press(talkText.forNobody.id)
    expect(chat.last.text).toContain('tidak diteruskan')
    await chat.say('ini yang benar')
    await chat.press(`${number} · ${procedureName('lost-authenticator', 'id')}`)
    expect([await written(one), await written(other)]).toEqual([[], ['ini yang benar']])
  })

  it('are never sent by themselves, and never twice', async () => {
    const [, other] = await withTwo()
    await chat.say('sekali saja')
    const button = `${number} · ${procedureName('lost-authenticator', 'id')}`
    await chat.press(button)
    await chat.say('bicara petugas')
    expect(chat.last.text).toContain('tentang pengajuan yang mana')
    expect(await written(other)).toEqual(['sekali saja'])
  })
})

describe('What staff wrote', () => {
  it('says from whom, means nothing as markup, and fits one message', async () => {
    await submitReactivation(chat)
    const c = await chat.case()
    const reader = {
      language: 'id',
      agencies: chat.ports.agencies,
      at: chat.now,
      bot: 'pandu',
      linkDomains: [],
    } as const
    const screen = replyOf(c, { text: '<b>Halo</b> & *selamat* [x](http://y)', role: 'verifier' }, reader)
    expect(screen.text).toContain('Verifikator, Pemda DIY')
    expect(screen.text).toContain('&lt;b&gt;Halo&lt;/b&gt; &amp; *selamat* [x](http://y)')
    expect(screen.rows[0]?.[0]?.label).toBe('↩ Balas')
    const long = replyOf(c, { text: 'x'.repeat(4000), role: 'agent' }, reader)
    expect(long.text.replace(/<[^>]+>/g, '').length).toBeLessThanOrEqual(4096)
  })
})
