import sharp from 'sharp'
import { howToNames, howToPath } from '../../bot/text/how-to.ts'
import type { Case } from '../../core/case/case.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import { original } from '../../core/handling/evidence-files.ts'
import { sortMails } from '../../core/handling/mail-in.ts'
import { noteWords } from '../../core/handling/note-words.ts'
import { dewi, goodAnswers, Story, sari, system } from '../case/given.ts'
import { type DeskWorld, deskWorld, nik, nip, number, signedIn, type staff } from './desk-fixture.ts'

/** A page of the desk and who looks at it. Whoever adds a page adds its line: axe, widths and weights are checked by this list. */
export interface DeskPage {
  readonly name: string
  readonly who: keyof typeof staff | undefined
  readonly path: string
  /** 200 unless it says otherwise. */
  readonly status?: number
}

export const numbers = {
  review: number,
  waiting: formatCaseNumber(2026, 12),
  agent: formatCaseNumber(2026, 13),
  loss: formatCaseNumber(2026, 14),
} as const

/** A desk with a case in every hand. */
export async function deskTown(): Promise<DeskWorld> {
  const world = await deskWorld()
  const known = { type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } } as const
  const review = new Story().submitted().when(known, system).when({ type: 'claim' }, sari)
  const cases: Case[] = [
    await world.keep(review),
    await world.keepAnother(new Story('lost-authenticator').submitted(), numbers.waiting),
    await world.keepAnother(new Story().sent().when({ type: 'take' }, dewi), numbers.agent),
    await world.keepAnother(new Story('lost-authenticator').sent(), numbers.loss),
  ]
  for (const c of cases) await noteWords(world.ports, c)
  const picture = await drawn()
  for (const c of cases)
    for (const { stored } of Object.values(c.evidence).flat()) {
      if (stored === undefined) continue
      await world.ports.files.put(c.id, stored.sha256, 'preview-1', picture)
      await world.ports.files.put(c.id, stored.sha256, original, picture)
    }
  const atCounter = await signedIn(world, 'sari')
  await atCounter.get('/desk/counter')
  await atCounter.post('/desk/counter/open', { procedure: 'passphrase-reset', language: 'id' })
  const [c] = await world.ports.ledger.find({ counter: {}, limit: 1 })
  const path = `/desk/counter/${c?.number}`
  await atCounter.post(`${path}/save`, served)
  await atCounter.post(`${path}/send`, { present: '1', stated: '1', agreed: '1', hears: 'in-person' })
  await atCounter.post('/desk/counter/open', { procedure: 'reactivation', language: 'id' })
  await keepDeliveries(world)
  await mailed(world)
  return world
}

/** A webhook and a mirror, and deliveries of every kind to them. */
async function keepDeliveries({ ports, clock }: DeskWorld): Promise<void> {
  const about = { types: [], agencies: ['diy'], staffId: null, secret: 'whsec_eA==', since: clock, endedAt: null }
  await ports.hooks.saveHook({ ...about, id: 'hook', url: 'https://helpdesk.example.go.id/in' })
  const mirror = { kind: 'chatwoot', inboxId: 3 } as const
  await ports.hooks.saveHook({ ...about, id: 'mirror', url: 'https://chat.example.go.id/api/v1/accounts/1', mirror })
  const outcomes = [
    ['sent', '204'],
    ['waiting', 'timeout'],
    ['dead', 'a-day-is-over'],
  ] as const
  for (const hookId of ['hook', 'mirror'])
    for (const [n, [state, answer]] of outcomes.entries()) {
      const its = { id: `msg_${hookId}${n}`, hookId, number, type: 'case.taken', body: '{}', attempts: n + 1 }
      await ports.hooks.noteDelivery({ ...its, state, answer, at: clock })
    }
}

/** A mail that is nobody's, and one that answers the case at the agent. */
async function mailed({ ports }: DeskWorld): Promise<void> {
  const content = {
    kind: 'letter',
    from: 'loket@bsre.example',
    subject: 'Mohon NIK pegawai 3404015204850001',
    text: 'Selamat pagi,\nberkas yang mana ya?\n\nTerima kasih.',
    leftOut: 1,
    threads: [],
    names: ['daftar.pdf'],
  } as const
  const mail = { place: 'a', likeness: 'a', at: ports.now(), content, files: [new Uint8Array([1])] }
  await ports.mails.receive({ id: '11111111-0000-4000-8000-000000000001', ...mail })
  const about = { ...content, subject: `Re: ${numbers.agent}`, leftOut: 0, names: [] }
  const id = '11111111-0000-4000-8000-000000000002'
  await ports.mails.receive({ ...mail, id, place: 'b', likeness: 'b', content: about, files: [] })
  await sortMails(ports)
}

const served = {
  'a:name': goodAnswers.name ?? '',
  'a:employment': 'pns',
  'a:nip': nip,
  'a:nik': nik,
  'a:email': goodAnswers.email ?? '',
  'u:phone': '1',
  'a:unit': 'Bidang Aplikasi',
  'u:position': '1',
  'a:trouble': goodAnswers.trouble ?? '',
  'n:screenshot': '1',
}

const drawn = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 900, height: 560, channels: 3, background: '#dfe7ef' } })
      .composite([
        { input: { create: { width: 600, height: 60, channels: 3, background: '#3b6ea5' } }, top: 80, left: 80 },
      ])
      .png()
      .toBuffer(),
  )

/** Every page of the desk that a person can come to, in a state with much on it. */
export async function deskPages(world: DeskWorld): Promise<readonly DeskPage[]> {
  const atCounter = await world.ports.ledger.find({ counter: {}, limit: 10 })
  const [sent, draft] = [atCounter.find((c) => c.submittedAt !== null), atCounter.find((c) => c.submittedAt === null)]
  return [
    { name: 'login help', who: undefined, path: '/desk', status: 401 },
    { name: 'spent link', who: undefined, path: '/desk/login?t=x', status: 410 },
    ...howToNames.map((name) => ({ name: `how to ${name}`, who: undefined, path: `${howToPath}/${name}` })),
    ...(['waiting', 'mine', 'all', 'ended'] as const).flatMap((view) => [
      { name: `queue ${view}, verifier`, who: 'sari' as const, path: `/desk?view=${view}` },
      { name: `queue ${view}, agent`, who: 'dewi' as const, path: `/desk?view=${view}` },
    ]),
    { name: 'case under review', who: 'sari', path: `/desk/cases/${numbers.review}` },
    { name: 'case of a colleague', who: 'budi', path: `/desk/cases/${numbers.review}` },
    { name: 'case that waits', who: 'sari', path: `/desk/cases/${numbers.waiting}` },
    { name: 'case at the agent', who: 'dewi', path: `/desk/cases/${numbers.agent}` },
    { name: 'case not taken', who: 'dewi', path: `/desk/cases/${numbers.loss}` },
    { name: 'case that is not there', who: 'sari', path: '/desk/cases/PANDU-2026-999999-Q', status: 404 },
    { name: 'counter', who: 'sari', path: '/desk/counter' },
    { name: 'counter draft', who: 'sari', path: `/desk/counter/${draft?.number}` },
    { name: 'counter case', who: 'sari', path: `/desk/counter/${sent?.number}` },
    { name: 'receipt', who: 'sari', path: `/desk/counter/${sent?.number}/receipt` },
    { name: 'check by pass', who: undefined, path: `/desk/check/${sent?.number}/${sent?.counter?.pass}` },
    { name: 'signature', who: 'sari', path: '/desk/signature' },
    { name: 'absence', who: 'sari', path: '/desk/absence' },
    { name: 'search', who: 'sari', path: '/desk/search?q=rina' },
    { name: 'search without words', who: 'dewi', path: '/desk/search' },
    { name: 'search that finds nothing', who: 'dewi', path: '/desk/search?q=kenari' },
    { name: 'reports', who: 'dewi', path: '/desk/reports' },
    { name: 'reports without figures', who: 'dewi', path: '/desk/reports?from=2020-01-01&to=2020-01-02' },
    { name: 'rights', who: 'dewi', path: '/desk/rights' },
    { name: 'mail tray', who: 'dewi', path: '/desk/mail' },
    { name: 'mail tray of nobody else', who: 'sari', path: '/desk/mail', status: 404 },
    { name: 'account', who: 'dewi', path: '/desk/me' },
    { name: 'other helpdesks', who: 'dewi', path: '/desk/hooks' },
  ]
}
