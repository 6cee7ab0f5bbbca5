import fc from 'fast-check'
import type { Case, EvidenceFile, Verdict } from '../../core/case/case.ts'
import { questionsOf } from '../../core/case/question.ts'
import { allStatuses } from '../../core/case/status.ts'
import { type Device, deviceKinds } from '../../core/evidence/device.ts'
import type { Reading } from '../../core/evidence/reading.ts'
import { reasonCodes } from '../../core/evidence/reason.ts'
import type { Answer } from '../../core/form/field.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { Story } from '../case/given.ts'

/** A case in any state that the types allow, and everything in it that must never be seen in Slack. */
export interface AnyCase {
  readonly c: Case
  readonly secrets: readonly string[]
}

const digits = (count: number) => fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''))
/** Words that occur nowhere by chance; with markup, mentions and numbers in them, as people type. */
const words = fc
  .tuple(
    fc.stringMatching(/^[a-z]{6}$/),
    digits(11),
    fc.constantFrom('', '<!channel>', '<@U1>', '&', '*_`', '\u202e', '\n'),
  )
  .map(([word, number, mark]) => `Xq${word} ${mark} +62${number}`)
const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const moment = day.map((at): Answer => ({ date: at.toISOString().slice(0, 10), time: at.toISOString().slice(11, 16) }))
const device = fc.record({ kind: fc.constantFrom(...deviceKinds), name: fc.option(words) })

const personal = fc.record({
  name: words,
  nip: digits(18),
  nik: digits(16),
  phone: digits(11).map((number) => `+628${number}`),
  email: fc.stringMatching(/^xq[a-z]{6}$/).map((name) => `${name}@jogjaprov.go.id`),
  unit: words,
  position: words,
})
const plain = fc.record({
  employment: fc.constantFrom('pns', 'pppk', 'lainnya'),
  signingDeadline: fc.option(moment),
  noticedOn: fc.option(moment),
  lostOn: fc.option(moment),
  lossReason: fc.constantFrom('phone-lost', 'app-deleted'),
  passwordChangedAt: moment,
  forwarding: fc.option(fc.constantFrom('clean', 'cleaned')),
  recovery: fc.option(fc.constantFrom('clean', 'cleaned')),
})
const staff = fc.constantFrom({ id: 'sari', name: 'Sari' }, { id: 'budi', name: '<!channel> *Budi*' })

const shape = fc.record({
  procedure: fc.constantFrom(...procedureNames),
  status: fc.constantFrom(...allStatuses),
  personal,
  plain,
  devices: fc.array(device, { minLength: 1, maxLength: 5 }),
  scannedAt: moment,
  remarks: fc.subarray(['BLANK', 'TOO_DARK', 'BLURRY']),
  files: fc.nat(10),
  verdicts: fc.infiniteStream(fc.option(verdict())),
  differs: fc.subarray(['name', 'nik', 'email', 'phone', 'agency', 'employment'] as const),
  roster: fc.option(fc.record({ isKnown: fc.boolean(), hasPhone: fc.boolean() })),
  isUrgent: fc.boolean(),
  isFrozen: fc.boolean(),
  call: fc.option(fc.constant({ words: ['xqkatasatu', 'xqkatadua'] as const })),
  misses: fc.nat({ max: 2 }),
  identity: fc.option(fc.constantFrom('meeting' as const, 'call' as const)),
  verifier: fc.option(staff),
  dueAt: fc.option(day.map((at) => at.toISOString())),
  setback: fc.option(words),
})

function verdict(): fc.Arbitrary<Verdict> {
  const failing = fc.record({ ok: fc.constant(false as const), reason: fc.constantFrom(...reasonCodes), note: words })
  return fc.oneof(fc.constant({ ok: true as const }), failing)
}

export const anyCase: fc.Arbitrary<AnyCase> = shape.map((s) => {
  const base = new Story(s.procedure).case
  const answers: Record<string, Answer> = { agency: 'diy', ...s.personal, ...s.plain, devices: s.devices }
  for (const n of s.devices.keys()) answers[`scannedAt.${n + 1}`] = s.scannedAt
  const known = { ...base, answers }
  const items = questionsOf(known).map(({ key }) => key)
  const judged = items.flatMap((key) => {
    const { value } = s.verdicts.next()
    return value ? [[key, value] as const] : []
  })
  const at = '2026-11-23T02:00:00.000Z'
  const c: Case = {
    ...known,
    status: s.status,
    evidence: Object.fromEntries(items.map((key) => [key, filesOf(key, s.files, s.remarks)])),
    verdicts: Object.fromEntries(judged),
    roster: s.roster && { ...s.roster, differs: s.differs },
    isUrgent: s.isUrgent,
    isFrozen: s.isFrozen,
    call: s.call,
    identity: s.identity && { method: s.identity, by: { id: 'sari', name: 'Sari' }, at },
    verifier: s.verifier,
    dueAt: s.dueAt,
    setbacks: s.setback === null ? [] : [{ kind: 'returned', text: s.setback, at }],
    submittedAt: at,
  }
  return { c, secrets: secretsOf(s.personal, s.devices, judged, s.setback) }
})

const filesOf = (key: string, count: number, remarks: readonly string[]): readonly EvidenceFile[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${key}-${n}`,
    state: 'stored',
    name: 'xqnamaberkas.jpg',
    sizeBytes: 1,
    source: 'xqsumber',
    remarks,
    reading: n % 2 === 0 ? null : readingOf(key),
    challenge: 'missing',
  }))

/** What a picture says, with a device and an address that nobody may see in Slack. */
const readingOf = (key: string): Reading =>
  key.startsWith('antivirus-scan')
    ? {
        kind: 'antivirus-scan',
        facts: {
          product: 'windows',
          scanMode: 'quick',
          threats: 2,
          scannedOn: '2026-11-10',
          scannedOnOtherwise: '2026-10-11',
          scannedAt: '08:34',
          filesScanned: 850_906,
          device: 'xqperangkat',
          code: 'BSR-7K3QXM',
        },
      }
    : {
        kind: 'email-password-change',
        facts: { address: 'xqalamat@diy.go.id', changedOn: '2026-11-10', changedOnOtherwise: null, changed: true },
      }

function secretsOf(
  person: Readonly<Record<string, string>>,
  devices: readonly Device[],
  judged: readonly (readonly [string, Verdict])[],
  setback: string | null,
): readonly string[] {
  const notes = judged.flatMap(([, one]) => (one.ok || one.note === undefined ? [] : [one.note]))
  const typed = [...Object.values(person), ...devices.flatMap(({ name }) => name ?? []), ...notes, setback ?? '']
  return [
    ...typed.flatMap((text) => text.match(/xq[a-z]{6}|\d{9,}/gi) ?? []),
    'xqkata',
    'xqnama',
    'xqsumber',
    'xqperangkat',
    'xqalamat',
  ]
}
