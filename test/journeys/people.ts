import type { Agency } from '../../core/agency/agency.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'

/** An agency as `AGENCIES_FILE` describes it; its verifiers meet in the channel of the imitated workspace. */
export const diy: Agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'Hari Prasetyo', nip: '197005121995031002', title: 'Kepala Dinas Kominfo' },
  slackChannel: 'C0VERIF',
  employmentAccepted: ['pns', 'pppk', 'lainnya'],
  // Tests run at any hour.
  quietHours: { fromHour: 0, untilHour: 0 },
  staffNotices: 'always',
  helpdesk: { phone: '0274-555000', email: 'helpdesk@jogjaprov.go.id', hours: 'Senin–Jumat 08.00–16.00 WIB' },
}

/** Another agency, whose verifiers have nothing to do with the first one's cases. */
export const bantul: Agency = { ...diy, code: 'bantul', name: 'Pemkab Bantul', emailDomains: ['bantulkab.go.id'] }

/** Who works here, by the words of `staff add`; Tono has no Slack and hears by mail. */
export const staff = {
  sari: { role: 'verifier', agency: 'diy', name: 'Sari Wulandari', email: 'sari@jogjaprov.go.id', slack: 'UVER1' },
  budi: { role: 'verifier', agency: 'diy', name: 'Budi Santoso', email: 'budi@jogjaprov.go.id', slack: 'UVER2' },
  tono: { role: 'verifier', agency: 'diy', name: 'Tono Hartono', email: 'tono@jogjaprov.go.id', slack: null },
  joko: { role: 'verifier', agency: 'bantul', name: 'Joko Susilo', email: 'joko@bantulkab.go.id', slack: 'UVER3' },
  dewi: { role: 'agent', agency: 'diy', name: 'Dewi Lestari', email: 'dewi@bsre.example', slack: null },
} as const
export type StaffName = keyof typeof staff

/** A made-up employee; `inRoster: false` = nobody at the agency knows them. */
export interface Person {
  readonly firstName: string
  readonly chatId: number
  readonly line: RosterLine
  readonly inRoster: boolean
}

const made: Person[] = []

/** Makes an employee with numbers of their own; each is found by these digits wherever they should not be. */
export function person(name: string, inRoster = true): Person {
  const n = made.length + 1
  const [firstName = name] = name.split(' ')
  const year = 70 + (n % 25)
  const line: RosterLine = {
    nip: `19${year}041220100120${String(n).padStart(2, '0')}`,
    nik: `3404015204${year}77${String(n).padStart(2, '0')}`,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@jogjaprov.go.id`,
    phone: `+62812345677${String(n).padStart(2, '0')}`,
    employment: 'pns',
    unit: `Bidang ${firstName}`,
    position: `Pranata ${firstName}`,
    agency: 'diy',
  }
  const one = { firstName, chatId: 7_000_000 + n, line, inRoster }
  made.push(one)
  return one
}

/** Every employee made so far. */
export const everybody = (): readonly Person[] => made

/** Digits and addresses of a person that may stand in no card, mail or log; the NIP's own birth date is not telling. */
export const canariesOf = ({ line }: Person): readonly string[] => [
  line.nip,
  line.nik,
  line.nik.slice(-8),
  line.phone.slice(3),
  line.email,
]

/** The roster as `roster import` takes it. */
export function rosterCsv(): string {
  const header = 'nip,nik,name,email,phone,employment,unit,position,agency'
  const lines = made
    .filter(({ inRoster }) => inRoster)
    .map(({ line }) =>
      [
        line.nip,
        line.nik,
        line.name,
        line.email,
        line.phone,
        line.employment,
        line.unit,
        line.position,
        line.agency,
      ].join(),
    )
  return [header, ...lines, ''].join('\n')
}

/** What a person answers to each field, in the order of the source page: scanned, then changed the password, in time. */
export function goodAnswers({ line }: Person): Readonly<Record<string, string>> {
  const today = wibMoment(Date.now()).date
  return {
    signingDeadline: 'Tidak ada',
    agency: 'Pemda DIY',
    name: line.name,
    employment: 'PNS (termasuk CPNS)',
    nip: line.nip,
    nik: line.nik,
    email: line.email,
    phone: line.phone,
    unit: line.unit,
    position: line.position,
    noticedOn: dateAfter(today, -2),
    lossReason: 'HP hilang atau rusak',
    lostOn: '3 hari lalu',
    scannedAt: `${dateAfter(today, -1)} 08.30`,
    statement: 'Ya, saya menyatakan benar',
    passwordChangedAt: `${dateAfter(today, -1)} 15.10`,
    forwarding: 'Sudah dicek, tidak ada',
    filters: 'Sudah dicek, tidak ada',
    sessions: 'Sudah dicek, tidak ada',
    recovery: 'Ya, semuanya milik saya',
    trouble: 'Sudah tiga kali saya coba, laman itu tetap menolak.',
  }
}
