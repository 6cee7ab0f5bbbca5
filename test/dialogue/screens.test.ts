import { describe, expect, it } from 'vitest'
import { askingOf, changeable, previousQuestion, waitsForButton } from '../../bot/dialogue/asking.ts'
import { checkOf } from '../../bot/dialogue/check.ts'
import { introOf, welcomeOf } from '../../bot/dialogue/menu.ts'
import { noticeOf } from '../../bot/dialogue/notice.ts'
import { panelOf } from '../../bot/dialogue/panel.ts'
import { promptOf } from '../../bot/dialogue/prompt.ts'
import { reasonSentence } from '../../bot/text/reason.ts'
import { noticeTexts } from '../../bot/text/telegram-panel.ts'
import type { Case } from '../../core/case/case.ts'
import { questionsOf } from '../../core/case/question.ts'
import { allStatuses, isOpen } from '../../core/case/status.ts'
import type { NoticeCode } from '../../core/message/message.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { answers, at, reader, sampleCase } from './sample-case.ts'

const personal = /198504122010012005|3404015204850001|zulaikha@|Zulaikha|81234567890|Qomariyah/
const languages = ['id', 'en'] as const
const tags = (text: string) => text.replace(/<\/?(?:b|code|blockquote)>/g, '')
const filled = { answers, finished: ['antivirus-scan.1', 'ios-condition.2', 'email-password-change'] }
const file = { id: 'f', state: 'stored', name: 'a', sizeBytes: 1, source: 's', remarks: [] } as const
const evidence = { 'antivirus-scan.1': [file], 'ios-condition.2': [file, file], 'email-password-change': [file] }
const complete = { ...filled, evidence }

describe('The panel', () => {
  it.each(allStatuses)('of %s says whose turn it is and what comes next, in 900 characters', (status) => {
    for (const language of languages)
      for (const procedure of procedureNames) {
        const dueAt = '2026-11-24T08:00:00.000Z'
        const { text, rows } = panelOf(
          sampleCase({ ...complete, status, dueAt, endedAt: isOpen(status) ? null : dueAt }, procedure),
          reader(language),
        )
        expect(text.length).toBeLessThanOrEqual(900)
        expect(tags(text)).not.toMatch(/[<>]|undefined|null/)
        expect(text).not.toMatch(personal)
        expect(rows.flat().length).toBeLessThanOrEqual(4)
      }
  })

  it('offers what the rules allow, nothing else', () => {
    const labels = (status: (typeof allStatuses)[number], more: Partial<Case> = {}) =>
      panelOf(sampleCase({ status, endedAt: '2026-11-21T03:00:00.000Z', ...more }), reader())
        .rows.flat()
        .map(({ label }) => label)
    expect(labels('draft')).toEqual(['▶ Lanjutkan', '✖ Batal'])
    expect(labels('submitted')).toEqual(['✅ Sudah beres', '✖ Batal', '💬 Bicara petugas'])
    expect(labels('with-contact-center')).toEqual(['✅ Sudah beres', '💬 Bicara petugas'])
    expect(labels('approved')).toEqual(['📧 Tautan sudah saya terima', '✅ Sudah beres', '💬 Bicara petugas'])
    expect(labels('awaiting-requester')).toEqual(['✅ Sudah berhasil', '⌛ Tautan kedaluwarsa', '❗ Terkendala'])
    expect(labels('completed', { manifest: [] })).toEqual(['↩ Buka kembali'])
    expect(labels('completed')).toEqual([])
    expect(labels('rejected')).toEqual([])
  })

  it('says a deadline to its requester and a target of others, never as a promise', () => {
    const dueAt = '2026-11-24T08:00:00.000Z'
    expect(panelOf(sampleCase({ status: 'submitted', dueAt }), reader()).text).toContain(
      'Target: Sel 24 Nov 2026, 15.00 WIB (bukan janji)',
    )
    expect(panelOf(sampleCase({ status: 'needs-correction', dueAt }), reader()).text).toContain(
      'Batas waktu: Sel 24 Nov 2026',
    )
    expect(panelOf(sampleCase(), reader()).text).toContain('Jawaban tersimpan sampai Jum 4 Des 2026')
  })
})

describe('A notice', () => {
  const codes = Object.keys(noticeTexts) as NoticeCode[]
  const statusFor: Readonly<Partial<Record<NoticeCode, (typeof allStatuses)[number]>>> = {
    returned: 'needs-correction',
    'expires-soon': 'draft',
    checked: 'draft',
    'link-sent': 'awaiting-requester',
    'still-your-turn': 'awaiting-requester',
    'ready-to-revoke': 'ready-to-revoke',
    'revocation-due': 'ready-to-revoke',
    'call-words': 'in-review',
    rejected: 'rejected',
    rate: 'completed',
    expired: 'expired',
    'evidence-remarked': 'draft',
  }
  it.each(codes)('%s is complete in both languages and names no personal data', (code) => {
    for (const language of languages) {
      const c = sampleCase({
        ...complete,
        ...(code === 'evidence-held' && {
          evidence: { 'antivirus-scan.1': [{ ...file, state: 'pending' as const, isHeld: true as const }] },
        }),
        ...(code === 'evidence-remarked' && { evidence: { 'antivirus-scan.1': [{ ...file, reading: null }] } }),
        status: statusFor[code] ?? 'submitted',
        dueAt: '2026-11-24T08:00:00.000Z',
        owed: code === 'returned' ? ['nik', 'antivirus-scan.1'] : [],
        verdicts:
          code === 'returned'
            ? {
                nik: { ok: false, reason: 'R01' },
                'antivirus-scan.1': { ok: false, reason: 'R90', note: 'Tanggal <terpotong>' },
              }
            : {},
        call: { words: ['sungai', 'melati'] },
        ending: { reason: 'R22' },
      })
      const detail = {
        code: 'BLURRY',
        item: 'antivirus-scan.1',
        into: 'PANDU-2026-000124-K',
        ...(code === 'evidence-remarked' && { fileId: 'f' }),
      }
      const screen = noticeOf(code, detail, c, reader(language))
      expect(screen?.text).toMatch(/PANDU-2026-000123-C|antivirus/)
      expect(tags(screen?.text ?? '')).not.toMatch(/[<>]|undefined|null|\bNaN\b/)
      expect(screen?.text).not.toMatch(personal)
    }
  })

  it('of a sent link names every domain at which a genuine one ends', () => {
    const c = sampleCase({ ...complete, status: 'awaiting-requester' })
    const text = (language: 'id' | 'en', ...linkDomains: string[]) =>
      noticeOf('link-sent', {}, c, { ...reader(language), linkDomains })?.text
    expect(text('id', 'bssn.go.id')).toContain('berakhir bssn.go.id.')
    expect(text('id', 'bssn.go.id', 'bsre.go.id')).toContain('berakhir bssn.go.id atau bsre.go.id.')
    expect(text('en', 'bssn.go.id', 'bsre.go.id')).toContain('ends with bssn.go.id or bsre.go.id.')
  })

  it('that all files were checked brings the button to send, and is kept back once something is missing again', () => {
    const c = sampleCase({ ...complete, status: 'draft' })
    expect(
      noticeOf('checked', {}, c, reader())
        ?.rows.flat()
        .map(({ label }) => label),
    ).toEqual(['📨 Setuju dan kirim'])
    expect(noticeOf('checked', {}, { ...c, finished: [] }, reader())).toBeUndefined()
    expect(noticeOf('checked', {}, { ...c, status: 'submitted' }, reader())).toBeUndefined()
  })

  it('of a return lists exactly the items that are owed, with reason and note', () => {
    const verdicts = { nik: { ok: false, reason: 'R01' } } as const
    const c = sampleCase({ ...complete, status: 'needs-correction', owed: ['nik'], verdicts })
    const text = noticeOf('returned', {}, c, reader())?.text ?? ''
    expect(text).toMatch(/1 perbaikan; \d+ bagian lain/)
    expect(text.match(/^•/gm)).toHaveLength(1)
  })

  it('of a return tells the whole reason while there are few, and cuts no word where there are many', () => {
    const keys = questionsOf(sampleCase(complete)).map(({ key }) => key)
    const returned = (owed: readonly string[], reason: 'R16' | 'R14') => {
      const verdicts = Object.fromEntries(owed.map((key) => [key, { ok: false, reason } as const]))
      const c = sampleCase({ ...complete, status: 'needs-correction', owed, verdicts })
      return noticeOf('returned', {}, c, reader())?.text ?? ''
    }
    for (const owed of [['antivirus-scan.1'], ['antivirus-scan.1', 'scannedAt.1', 'email-password-change']])
      expect(returned(owed, 'R14').match(/kirim hasil yang terakhir\./g)).toHaveLength(owed.length)
    const words = new Set(reasonSentence('R14', undefined, 'id').split(' '))
    const cut = returned(keys, 'R14').match(/(\S+)…$/gm) ?? []
    expect(cut.length).toBeGreaterThan(0)
    for (const word of cut) expect(words).toContain(word.slice(0, -1))
  })

  it('of what BSrE or an agent said brings it to the requester, escaped', () => {
    const text = 'Tanggal scan <tidak> terbaca pada gambar kedua.'
    const setbacks = [{ kind: 'returned', text, at }] as const
    for (const language of languages) {
      const c = sampleCase({ ...complete, status: 'returned', setbacks })
      expect(noticeOf('sent-back', {}, c, reader(language))?.text).toContain('Tanggal scan &lt;tidak&gt; terbaca')
      const over = sampleCase({ ...complete, status: 'cancelled', ending: { reason: 'by-agent', note: text } })
      expect(noticeOf('cancelled-by-agent', {}, over, reader(language))?.text).toContain('scan &lt;tidak&gt; terbaca')
    }
  })

  it('of a return of everything, with the longest notes, still fits one message', () => {
    const keys = questionsOf(sampleCase(complete)).map(({ key }) => key)
    const note = 'Tanggal & jam <tidak> terlihat. '.repeat(100)
    const verdicts = Object.fromEntries(keys.map((key) => [key, { ok: false, reason: 'R90', note } as const]))
    const c = sampleCase({
      ...complete,
      status: 'needs-correction',
      owed: keys,
      verdicts,
      ending: { reason: 'R90', note },
    })
    for (const code of ['returned', 'rejected'] as const)
      expect((noticeOf(code, {}, c, reader())?.text ?? '').replace(/&\w+;/g, '_').length).toBeLessThan(4096)
    for (const question of questionsOf(c)) {
      const { text } = promptOf(c, question, false, reader())
      expect(text.replace(/&\w+;/g, '_').length).toBeLessThan(4096)
    }
  })

  it('that has been overtaken is not sent', () => {
    expect(noticeOf('call-words', {}, sampleCase({ status: 'in-review' }), reader())).toBeUndefined()
    expect(noticeOf('returned', {}, sampleCase({ status: 'submitted' }), reader())).toBeUndefined()
    expect(noticeOf('link-sent', {}, sampleCase({ status: 'completed' }), reader())).toBeUndefined()
  })

  it('with call words may not be passed on', () => {
    const c = sampleCase({ status: 'in-review', call: { words: ['sungai', 'melati'] } })
    expect(noticeOf('call-words', {}, c, reader())).toMatchObject({
      isPersonal: true,
      text: expect.stringContaining('sungai – melati'),
    })
  })
})

describe('The check', () => {
  const c = sampleCase(complete)
  it('shows every answer, the personal ones masked, what people typed escaped', () => {
    const { text, isPersonal } = checkOf(c, reader())
    expect(text).not.toMatch(personal)
    expect(text).toContain('•••2005')
    expect(text).toContain('Bidang &lt;Informatika&gt; &amp; Statistik')
    expect(tags(text)).not.toMatch(/[<>]/)
    expect(text.match(/^\d+\. /gm)).toHaveLength(questionsOf(c).length)
    expect(text.length).toBeLessThan(4096)
    expect(isPersonal).toBe(true)
  })

  it('of five devices still fits one message and its buttons', () => {
    const devices = Array.from({ length: 5 }, (_, n) => ({ kind: 'computer', name: `${'M'.repeat(59)}${n}` }) as const)
    const { text, rows } = checkOf(sampleCase({ ...complete, answers: { ...answers, devices } }), reader())
    expect(text.length).toBeLessThan(4096)
    expect(rows.flat().length).toBeLessThanOrEqual(100)
  })
})

describe('Every question', () => {
  it.each(procedureNames)('of %s is a message that Telegram takes, in both languages', (procedure) => {
    const c = sampleCase({ answers }, procedure)
    for (const language of languages)
      for (const question of questionsOf(c)) {
        const { text, rows } = promptOf(c, question, true, reader(language))
        expect(text.length).toBeLessThan(4096)
        expect(tags(text)).not.toMatch(/[<>]|undefined|null/)
        expect(text).not.toMatch(personal)
        expect(rows.flat().map(({ label }) => label)).toContain(
          language === 'id' ? '💾 Lanjut nanti' : '💾 Go on later',
        )
      }
  })

  it('has "Tidak tahu" where it is not needed, and only there', () => {
    const c = sampleCase({ answers })
    for (const question of questionsOf(c)) {
      const labels = promptOf(c, question, false, reader())
        .rows.flat()
        .map(({ label }) => label)
      const isUnknown = labels.includes('Tidak tahu') || labels.includes('Tidak ada')
      expect([question.key, isUnknown]).toEqual([question.key, question.field !== null && !question.field.needed])
    }
  })
})

describe('What is asked', () => {
  it('in a correction is only what was returned, and may be gone back to', () => {
    const verdicts = { name: { ok: true }, nip: { ok: true } } as const
    const all = Object.fromEntries(questionsOf(sampleCase(complete)).map(({ key }) => [key, { ok: true } as const]))
    const c = sampleCase({
      ...complete,
      status: 'needs-correction',
      owed: ['unit'],
      verdicts: { ...all, ...verdicts, nik: { ok: false, reason: 'R01' }, unit: { ok: false, reason: 'R06' } },
    })
    expect(changeable(c).map(({ key }) => key)).toEqual(['nik', 'unit'])
    expect(askingOf(c)).toMatchObject({ kind: 'question', question: { key: 'unit' } })
    expect(askingOf(c, 'name')).toMatchObject({ question: { key: 'unit' } })
    expect(previousQuestion(c, 'unit')?.key).toBe('nik')
    expect(previousQuestion(c, 'nik')).toBeUndefined()
  })

  it('knows which chats wait for a press', () => {
    const upTo = (key: string) =>
      Object.fromEntries(Object.entries(answers).slice(0, Object.keys(answers).indexOf(key)))
    expect(waitsForButton(sampleCase({ answers: upTo('employment') }))).toBe(true)
    expect(waitsForButton(sampleCase({ answers: upTo('nip') }))).toBe(false)
    expect(waitsForButton(sampleCase(complete))).toBe(true)
    expect(waitsForButton(sampleCase({ ...complete, status: 'awaiting-requester' }))).toBe(true)
    expect(waitsForButton(sampleCase({ ...complete, status: 'submitted' }))).toBe(false)
  })
})

describe('The way in', () => {
  it('names the bot, the agency and what nobody may ask for', () => {
    const { text } = welcomeOf([], reader())
    expect(text).toContain('@PanduBot')
    expect(text).toContain('Pemda DIY')
    expect(text).toContain('tidak pernah meminta passphrase')
  })

  it('promises nothing before question 1', () => {
    for (const procedure of procedureNames)
      expect(introOf(sampleCase({}, procedure), reader()).text).toContain('Target bukan janji')
  })
})

describe('A case whose requester nobody knows for sure', () => {
  it('says so as long as a verifier has it, and not once somebody was met', () => {
    const text = (more: Partial<Case>) => panelOf(sampleCase({ ...complete, ...more }, 'issuance'), reader()).text
    const by = { id: 'sari', name: 'Sari' }
    const identity = { method: 'meeting', by, at } as const
    expect(text({ status: 'submitted', proof: null })).toContain('Identitas Anda belum dipastikan')
    expect(text({ status: 'submitted', proof: null, identity })).not.toContain('belum dipastikan')
    const met = sampleCase({ ...complete, status: 'submitted', proof: null, identity }, 'issuance')
    const labels = panelOf(met, { ...reader(), hasCodes: true }).rows.flat()
    expect(labels.map(({ label }) => label)).not.toContain('🔑 Buktikan identitas')
    expect(text({ status: 'awaiting-requester', proof: null })).not.toContain('belum dipastikan')
  })
})

describe('A settlement', () => {
  it('leads on in one press to where it sends its requester', () => {
    const leads = {
      registered: 'Aktivasi akun',
      'already-registered': 'Aktivasi akun',
      'not-registered': 'Daftar',
      'registered-elsewhere': 'Pindah instansi / ubah data',
      'old-certificate-active': 'Terbit, terbit ulang, perpanjang',
      answered: 'Tanya petugas',
    } as const
    for (const [outcome, label] of Object.entries(leads) as [keyof typeof leads, string][]) {
      const c = sampleCase({ status: 'awaiting-requester', settled: { outcome } })
      expect(noticeOf('settled', {}, c, reader('id'))?.rows[0]?.map((one) => one.label)).toEqual([label])
    }
    const revoked = (revocationReason: string) =>
      noticeOf(
        'settled',
        {},
        sampleCase(
          { status: 'completed', settled: { outcome: 'revoked' }, answers: { revocationReason } },
          'revocation',
        ),
        reader('id'),
      )?.rows.flat()
    expect(revoked('loss')).toMatchObject([{ label: 'Terbit, terbit ulang, perpanjang' }])
    expect(revoked('deceased')).toEqual([])
  })
})
