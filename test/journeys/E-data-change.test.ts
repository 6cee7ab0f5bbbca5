import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedureButton } from '../../bot/text/procedure.ts'
import { whichDay } from '../../bot/text/telegram-question.ts'
import type { Agency } from '../../core/agency/agency.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { allStatuses, type Status } from '../../core/case/status.ts'
import { dateAfter } from '../../core/form/calendar.ts'
import { closingOf, needsMeeting, phasesOf, signingOf } from '../../core/procedure/course.ts'
import { at, bantul, dewi, diy, requester, Story, sari, signedForm, system } from '../case/given.ts'
import type { Browser } from '../desk/desk-fixture.ts'
import { Desk, eventually } from './change-desk.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'
import { openBothAgencies, today, transfer } from './transfer.ts'

const [maya, nina] = [person('Maya Kartika'), person('Nina Kartika')]
section('E. Change of data: a transfer', (stage) => {
  let [user, desk, verifier]: [Requester?, Desk?, Browser?] = []
  const all = () => {
    if (user === undefined || desk === undefined || verifier === undefined) throw new Error('nobody is there yet')
    return { user, desk, verifier, number: user.number, page: `/desk/cases/${user.number}` }
  }
  const screens = async (words: RegExp | string) => {
    const { user, verifier, page } = all()
    await user.sees(words)
    await verifier.get(page)
    expect(verifier.text).toMatch(words)
  }
  beforeAll(async () => {
    await openBothAgencies(stage())
    user = stage().requester(maya)
    desk = new Desk(stage())
    verifier = await desk.signsIn('verifier')
  })

  it('1. during the change the user cannot sign until it is confirmed: said and acknowledged before anything else', async () => {
    const { user } = all()
    user.writes('/start')
    await user.reads('Selamat datang')
    await user.presses(procedureButton('data-change', 'id'))
    await user.answersAll({ ...transfer, except: ['signingStops'] })
    const { message } = await user.asked()
    expect(message.text).toContain('Anda tidak dapat memakai tanda tangan elektronik (TTE)')
    expect(message.buttons).toContain('Ya, saya memahami')
  })

  it('2. the user applies through the verifier, with the decree; nothing has stopped yet', async () => {
    const { user } = all()
    await user.answersAll(transfer)
    await user.submits()
    await screens(/TTE MASIH AKTIF/)
  })

  it('2. whose part ends with accepting it: the Formulir Perubahan Data Pengguna is made from the answers', async () => {
    const { desk, verifier, number, user } = all()
    await desk.closes(verifier, number, 'accept')
    const bytes = await desk.issued(number)
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    await user.sees('Formulirnya kini menunggu tanda tangan elektronik penanggung jawab')
    await screens(/TTE MASIH AKTIF/)
  })

  it('2. signed electronically by the person in charge, it comes back, is tied to the issued bytes and legalised', async () => {
    const { desk, verifier, number } = all()
    await desk.legalises(verifier, number)
    expect(await stage().case(number)).toMatchObject({
      signedForm: { relation: 'appended', differs: [], verdict: { verdict: 'VALID', match: 'first' } },
    })
  })

  it('3. which needs the revocation first: all is ready and signing still works until the user asks, not the verifier', async () => {
    const { user, verifier, page } = all()
    await user.sees('Semua siap, dan TTE Anda masih aktif')
    await screens(/TTE MASIH AKTIF/)
    await verifier.post(`${page}/confirm-revoked`)
    expect(verifier.status).toBe(409)
    user.writes('/lanjut')
    await user.reads('GILIRAN ANDA · SEMUA SIAP')
    await user.pressesButton('revoke')
    await user.reads('Masih ada dokumen yang menunggu tanda tangan')
    await user.pressesButton('revoke-yes')
    await user.sees(/Pencabutan untuk .* sudah diajukan/)
    await screens(/TTE MASIH AKTIF/)
  })

  it('3. the agency that the user left sees a name, a number and one button, and confirms the revocation', async () => {
    const { user, desk, number, page } = all()
    const former = await desk.signsIn('joko')
    expect((await former.get(page)).status).toBe(404)
    await former.get(`/desk/former/${number}`)
    expect(former.text).toContain('Maya Kartika')
    for (const value of [maya.line.nip, maya.line.nik, maya.line.email, maya.line.unit, '824/17/2026'])
      expect(former.page).not.toContain(value)
    await former.post(`/desk/former/${number}/revoked`)
    expect(former.text).toContain('sudah dicatat dicabut')
    await user.sees('Mulai sekarang TTE TIDAK AKTIF')
    await screens(/TTE TIDAK AKTIF sejak/)
  })

  it('3. and only then is it sent to RA BSrE through the contact center, which verifies it', async () => {
    const { user, number } = all()
    await eventually(async () => expect((await stage().case(number)).status).toBe('with-contact-center'))
    const { trail } = await stage().case(number)
    expect((trail.revoked ?? 'z') < (trail.sent ?? '')).toBe(true)
    await stage().answers(number, { type: 'approve' })
    await user.sees('BSrE sudah memverifikasi perubahan data Anda')
    await screens(/TTE TIDAK AKTIF sejak/)
  })

  it('4. once verified the user or the verifier asks for the new certificate; it is issued, and signing works again', async () => {
    const { user, verifier, number, page } = all()
    await verifier.get(page)
    await verifier.post(`${page}/ask-reissue`)
    expect(verifier.text).toContain('Penerbitan ulang dicatat')
    await user.sees('Penerbitan ulang untuk')
    await user.pressesButton('worked')
    await user.sees(`Pengajuan ${number} selesai`)
    const done = await stage().case(number)
    expect(done.status).toBe('completed')
    expect(signingOf(done)).toEqual({ is: 'on' })
  })

  it('3. on a day that the user chose: a reminder the day before, and the request by itself that morning', async () => {
    const { desk, verifier } = all()
    const planner = stage().requester(nina)
    planner.writes('/start')
    await planner.reads('Selamat datang')
    await planner.presses(procedureButton('data-change', 'id'))
    await planner.answersAll(transfer)
    const number = await planner.submits()
    await desk.closes(verifier, number, 'accept')
    await desk.legalises(verifier, number)
    await planner.pressesButton('plan-day')
    await planner.reads(whichDay.id)
    planner.writes(dateAfter(today, 3))
    await eventually(async () => expect((await stage().case(number)).revocationOn).toBe(dateAfter(today, 3)))
    stage().program.pass(untilWib(dateAfter(today, 2), '08:30'))
    await planner.sees(/Besok, .*, pencabutan untuk/)
    expect((await stage().case(number)).status).toBe('ready-to-revoke')
    stage().program.pass(86_400_000)
    await planner.sees(/Pencabutan untuk .* sudah diajukan/)
    expect((await stage().case(number)).status).toBe('awaiting-revocation')
  })
})

/** Milliseconds from now until a time of a day in WIB. */
const untilWib = (day: string, time: string): number => Date.parse(`${day}T${time}:00+07:00`) - Date.now()

const reviewed = (story: Story) => story.claimed().judged().when({ type: 'confirm-meeting' }, sari)
const accepted = (story: Story) => reviewed(story).when({ type: 'accept' }, legaliser(story))
const legaliser = (story: Story) => {
  const { seen } = story.seen()
  return { ...sari, seen: new Set([...seen, signedForm.file.sha256]) }
}

describe('E. The kinds of a change of data', () => {
  const of = (changeKind: string, more: Record<string, string | null> = {}) =>
    new Story('data-change', [diy], { changeKind, ...more }).submitted().case

  it('prepare first and revoke last for a transfer; correct without a revocation where only mail, phone or position change', () => {
    expect(phasesOf(of('transfer'))).toEqual([
      'fill',
      'review',
      'signature',
      'legalise',
      'revocation',
      'hand-off',
      'action',
    ])
    for (const kind of ['mail', 'phone', 'position'])
      expect(phasesOf(of(kind))).toEqual(['fill', 'review', 'legalise', 'hand-off'])
  })

  it.each(['mail', 'phone'])('%s: a meeting or a call before it is legalised, whatever a code said', (kind) => {
    const proved = { ...of(kind), proof: { by: 'code', at } } as unknown as Case
    expect(needsMeeting(proved)).toBe(true)
    const story = new Story('data-change', [diy], { changeKind: kind }).claimed().judged()
    const legalise = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' } as const
    expect(story.try(legalise, story.seen())).toMatchObject({ refused: 'identity-missing' })
    story.when({ type: 'confirm-meeting' }, sari).when(legalise, story.seen())
    expect(story.case.status).toBe('legalised')
  })

  it('a move comes from another agency: the present one is no former one', () => {
    const said = (agencies: readonly Agency[], former: string) => {
      const story = new Story('data-change', agencies).filled()
      return story.try({ type: 'answer', item: 'formerAgency', said: former })
    }
    for (const agencies of [[diy], [diy, bantul]]) {
      expect(said(agencies, 'diy')).toMatchObject({ refused: 'unchanged' })
      expect(said(agencies, 'other')).toHaveLength(1)
    }
  })

  it('position: no signature of the person in charge, the decree will do', () => {
    const c = of('position')
    expect(closingOf(c)).toBe('legalise')
    expect(c.evidence).toHaveProperty('decree')
  })

  it('a transfer is signed, also where the certificate is to be revoked before the form', () => {
    const agency: Agency = { ...diy, revokeBefore: 'form' }
    const story = accepted(new Story('data-change', [agency]))
    expect(story.case.status).toBe('ready-to-revoke')
    story.when({ type: 'ask-revocation' }).when({ type: 'confirm-revoked' }, sari)
    expect(story.case).toMatchObject({ status: 'awaiting-signature', form: null })
    expect(signingOf(story.case).is).toBe('off')
    story.signed().when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, legaliser(story))
    story
      .when({ type: 'prepare', dossierSha256: 'd'.repeat(64) }, system)
      .when({ type: 'send', channels: ['desk'] }, system)
    expect(story.case.status).toBe('with-contact-center')
  })

  it('what BSrE sends back after the revocation is not revoked a second time', () => {
    const story = accepted(new Story('data-change'))
    const walk = () => {
      story.signed().when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, legaliser(story))
      return story.when({ type: 'prepare', dossierSha256: 'd'.repeat(64) }, system)
    }
    walk().when({ type: 'ask-revocation' }).when({ type: 'confirm-revoked' }, sari)
    story.when({ type: 'send', channels: ['desk'] }, system).when({ type: 'take' }, dewi)
    story.when({ type: 'send-back', text: 'Nomor SK tidak terbaca.' }, dewi).when({ type: 'claim' }, sari)
    story.when({ type: 'accept' }, legaliser(story))
    expect(walk().case.status).toBe('ready-to-send')
  })
})

describe('E. Neither "sent" nor "verified" comes before "revoked"', () => {
  const former = { role: 'former-verifier', id: 'joko', name: 'Joko', agencies: ['bantul'] } as const
  const inCharge = { role: 'person-in-charge', caseId: '5f0e3d9c-0000-4000-8000-000000000001' } as const
  const actors = [requester, sari, dewi, system, former, inCharge] as const
  const commands: readonly Command[] = [
    { type: 'claim' },
    { type: 'release', because: 'asked' },
    { type: 'confirm-meeting' },
    { type: 'accept' },
    { type: 'settle', outcome: 'revoked' },
    { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' },
    { type: 'issue-form', formSha256: '1'.repeat(64) },
    { type: 'attach-signed-form', form: signedForm },
    { type: 'attach-signed-form', form: { ...signedForm, verdict: null } },
    { type: 'confirm-signature', isSigner: true },
    { type: 'plan-revocation', on: '2027-01-04' },
    { type: 'ask-revocation' },
    { type: 'confirm-revoked' },
    { type: 'ask-reissue' },
    { type: 'prepare', dossierSha256: 'd'.repeat(64) },
    { type: 'send', channels: ['desk'] },
    { type: 'take' },
    { type: 'put-back' },
    { type: 'send-back', text: 'Mohon diperiksa lagi.' },
    { type: 'approve' },
    { type: 'send-link' },
    { type: 'receive-link' },
    { type: 'report-setback', kind: 'trouble', text: 'belum' },
    { type: 'cancel' },
    { type: 'complete' },
    { type: 'reopen' },
  ]
  const step = fc.tuple(fc.constantFrom(...commands), fc.constantFrom(...actors))
  /** Mostly what the case waits for, so that walks get far. */
  const onward: Partial<Record<Status, readonly (readonly [Command['type'], (typeof actors)[number]['role']])[]>> = {
    submitted: [['claim', 'verifier']],
    'in-review': [['accept', 'verifier']],
    'awaiting-signature': [
      ['issue-form', 'system'],
      ['attach-signed-form', 'person-in-charge'],
      ['legalise', 'verifier'],
    ],
    legalised: [['prepare', 'system']],
    'ready-to-revoke': [['ask-revocation', 'requester']],
    'awaiting-revocation': [['confirm-revoked', 'former-verifier']],
    'ready-to-send': [['send', 'system']],
    'with-contact-center': [
      ['take', 'agent'],
      ['approve', 'agent'],
      ['send-back', 'agent'],
    ],
    returned: [['claim', 'verifier']],
  }

  it.each(['sending', 'form'] as const)(
    'whatever is commanded by whomever in which order (revoked before the %s)',
    (when) => {
      const reached = new Set<Status>()
      fc.assert(
        fc.property(
          fc.array(fc.tuple(step, fc.nat({ max: 9 }), fc.nat()), { minLength: 15, maxLength: 60 }),
          (steps) => {
            const story = reviewed(new Story('data-change', [{ ...diy, revokeBefore: when }]))
            for (const [[random, by], chance, nth] of steps) {
              const expected = onward[story.case.status] ?? []
              const wanted = chance < 8 ? expected[nth % Math.max(expected.length, 1)] : undefined
              const command = commands.find(({ type }) => type === wanted?.[0]) ?? random
              const actor = actors.find(({ role }) => role === wanted?.[1]) ?? by
              const who = actor.role === 'verifier' ? legaliser(story) : actor
              if (!isRefusal(story.try(command, who))) story.when(command, who)
              reached.add(story.case.status)
              const { revoked, sent, verified } = story.case.trail
              if (sent !== undefined || verified !== undefined) expect(revoked).toBeDefined()
            }
          },
        ),
        { numRuns: 400 },
      )
      expect([...reached].filter((status) => allStatuses.includes(status))).toEqual(
        expect.arrayContaining(['awaiting-requester', 'returned', 'completed']),
      )
    },
  )
})
