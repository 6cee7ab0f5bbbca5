import { describe, expect, it } from 'vitest'
import { checkOf } from '../../bot/dialogue/check.ts'
import { noticeOf } from '../../bot/dialogue/notice.ts'
import { panelOf } from '../../bot/dialogue/panel.ts'
import { promptOf } from '../../bot/dialogue/prompt.ts'
import { deskStep } from '../../bot/text/desk-step.ts'
import { formFieldLabels } from '../../bot/text/form-field.ts'
import { refusalSentence } from '../../bot/text/refusal.ts'
import type { Case } from '../../core/case/case.ts'
import { questionsOf } from '../../core/case/question.ts'
import { refuse } from '../../core/case/refusal.ts'
import { answers, at, reader, sampleCase } from './sample-case.ts'

const moving = { ...answers, changeKind: 'transfer', formerAgency: 'other', formerAgencyName: 'Kementerian Contoh' }
const change = (more: Partial<Case>) => sampleCase({ answers: moving, ...more }, 'data-change')
const signedForm = { at, from: 'verifier', file: {}, relation: 'appended', differs: [], verdict: null } as never
const asked = (kind: string, name: string) => {
  const c = change({ answers: { ...moving, changeKind: kind } })
  const question = questionsOf(c).find(({ key }) => key === name)
  return question === undefined ? '' : promptOf(c, question, false, reader()).text
}

describe('A change of data, told to its requester', () => {
  it('says that the form is back, once it is', () => {
    expect(panelOf(change({ status: 'awaiting-signature' }), reader()).text).toContain('MENUNGGU TTE PENANGGUNG JAWAB')
    const { text } = panelOf(change({ status: 'awaiting-signature', signedForm }), reader())
    expect(text).toContain('FORMULIR SUDAH DITANDATANGANI')
    expect(text).not.toContain('akan menandatangani')
  })

  it('says "your turn" once', () => {
    const { text } = panelOf(change({ status: 'ready-to-revoke' }), reader())
    expect(text.match(/GILIRAN ANDA/g)).toHaveLength(1)
  })

  it('announces no contact center before the revocation that comes first', () => {
    const said = (c: Case) => noticeOf('legalised', {}, c, reader())?.text
    expect(said(change({ status: 'legalised' }))).toContain('Belum ada yang dicabut')
    const mail = change({ status: 'legalised', answers: { ...moving, changeKind: 'mail' } })
    expect(said(mail)).toContain('contact center')
    expect(panelOf(change({ status: 'legalised' }), reader()).text).not.toContain('contact center')
  })

  it('says when signing stops, and when it is possible again', () => {
    const said = (code: 'legalised' | 'sent' | 'completed', more: Partial<Case>, kind = 'mail') =>
      noticeOf(code, {}, change({ answers: { ...moving, changeKind: kind }, ...more }), reader())?.text
    expect(said('legalised', { status: 'ready-to-send' })).toContain('TIDAK AKTIF')
    expect(said('sent', { status: 'with-contact-center' })).toContain('Mulai sekarang TTE Anda TIDAK AKTIF')
    expect(said('completed', { status: 'completed', trail: { sent: at, verified: at } })).toContain(
      'dapat dipakai lagi',
    )
    expect(said('completed', { status: 'completed' })).not.toContain('dapat dipakai lagi')
    expect(said('sent', { status: 'with-contact-center' }, 'transfer')).not.toContain('TIDAK AKTIF')
    expect(noticeOf('sent', {}, sampleCase({ status: 'with-contact-center' }), reader())?.text).not.toContain('TTE')
  })

  it('offers both ways on after the new certificate was asked for', () => {
    const trail = { revoked: at, sent: at, verified: at, reissueAsked: at }
    const screen = noticeOf('reissue-asked', {}, change({ status: 'awaiting-requester', trail }), reader())
    expect(screen?.rows.flat().map(({ label }) => label)).toEqual(['✅ Sudah berhasil', '❗ Terkendala'])
  })

  it('masks the former mail like the present one', () => {
    const c = change({ answers: { ...moving, formerEmail: 'zulaikha@kemencontoh.go.id' } })
    expect(checkOf(c, reader()).text).toContain('z•••@kemencontoh.go.id')
  })

  it('says which of two values a question means', () => {
    expect(asked('transfer', 'email')).toContain('instansi Anda sekarang')
    expect(asked('mail', 'email')).toContain('terdaftar sekarang')
    expect(asked('identity', 'name')).toContain('yang benar ditanyakan sesudah ini')
    expect(asked('transfer', 'name')).not.toContain('ditanyakan sesudah ini')
  })

  it('says why the present agency is no former one', () => {
    expect(refusalSentence(refuse('unchanged', { of: 'agency' }), 'id')).toContain('instansi Anda sekarang')
    expect(refusalSentence(refuse('unchanged', { of: 'email' }), 'id')).toContain('sama dengan data lama')
  })
})

describe('A question', () => {
  it('is no file at BSrE: somebody answers', () => {
    const { text } = panelOf(sampleCase({ status: 'with-contact-center' }, 'question'), reader())
    expect(text).toContain('MENUNGGU JAWABAN PETUGAS')
    expect(text).not.toContain('berkas')
  })
})

describe('A change of data, told to staff', () => {
  it('promises no reset link to the agent: none comes of it', () => {
    const of = (procedure: 'data-change' | 'reactivation') =>
      deskStep('agent', sampleCase({ status: 'with-contact-center', answers: moving }, procedure), true).id
    expect(of('data-change')).not.toContain('Reset Authenticator')
    expect(of('data-change')).toContain('terverifikasi')
    expect(of('reactivation')).toContain('Reset Authenticator')
  })

  it('tells the agent why a case is back, and what to do about it', () => {
    const of = (
      kind: 'link-expired' | 'trouble' | 'returned',
      procedure: 'reactivation' | 'data-change' = 'reactivation',
    ) =>
      deskStep(
        'agent',
        sampleCase({ status: 'with-contact-center', setbacks: [{ kind, text: '', at }] }, procedure),
        true,
      ).id
    expect(of('link-expired')).toContain('kedaluwarsa')
    expect(of('trouble')).toContain('terkendala')
    expect(of('trouble', 'data-change')).not.toContain('Reset Authenticator')
    expect(of('returned')).toContain('Unduh berkas')
  })

  it('calls the fields of a form as people do', () => {
    expect(formFieldLabels('pandu.name, pandu.old.email', 'id')).toBe('Nama lengkap, Email dinas (lama)')
    expect(formFieldLabels('pandu.sha256', 'en')).toBe('pandu.sha256')
  })
})
