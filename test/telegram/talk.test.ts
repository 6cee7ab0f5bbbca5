import { beforeEach, describe, expect, it } from 'vitest'
import { replyOf } from '../../bot/dialogue/talk.ts'
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
