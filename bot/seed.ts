import type { Agency } from '../core/agency/agency.ts'
import type { RosterLine } from '../core/agency/roster.ts'
import type { Staff } from '../core/agency/staff.ts'
import type { Directory } from '../core/handling/directory.ts'

/** The sample agency of the simulator; every name in it is made up, as all names here are. */
const diy: Agency = {
  code: 'diy',
  name: 'Pemda DIY (contoh)',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: {
    name: 'Hari Prasetyo',
    nip: '197005121995031002',
    title: 'Kepala Dinas Komunikasi dan Informatika',
    email: 'hari.prasetyo@jogjaprov.go.id',
  },
  slackChannel: 'C0VERIF',
  employmentAccepted: ['pns', 'pppk', 'lainnya'],
  helpdesk: { phone: '0274-000000', email: 'helpdesk@jogjaprov.go.id', hours: 'Senin–Jumat 08.00–16.00 WIB' },
  contactCenter: { email: 'contact-center@bsre.example', slackChannel: 'C0AGENT' },
  // Whoever tries the simulator in the evening must not wait for the morning.
  quietHours: { fromHour: 0, untilHour: 0 },
  staffNotices: 'always',
}

/** Where somebody may have come from: its verifier has mail and desk, and no Slack. */
const ministry: Agency = {
  code: 'kemencontoh',
  name: 'Kementerian Contoh',
  emailDomains: ['kemencontoh.go.id'],
  personInCharge: { name: 'Retno Maharani', nip: '197203081997032001', title: 'Kepala Pusat Data dan Informasi' },
  employmentAccepted: ['pns', 'pppk'],
  helpdesk: { phone: '021-0000000', email: 'helpdesk@kemencontoh.go.id', hours: 'Senin–Jumat 08.00–16.00 WIB' },
  contactCenter: { email: 'contact-center@bsre.example' },
  quietHours: { fromHour: 0, untilHour: 0 },
  staffNotices: 'always',
}

const agencies: readonly Agency[] = [diy, ministry]

const person = (id: string, role: Staff['role'], name: string, email: string): Staff => ({
  id: id.toLowerCase(),
  role,
  agencies: role === 'agent' ? agencies.map(({ code }) => code) : [diy.code],
  name,
  email,
  slackUser: id,
  removedAt: null,
})

const staff: readonly Staff[] = [
  person('UVER1', 'verifier', 'Sari Wulandari', 'sari.wulandari@jogjaprov.go.id'),
  person('UVER2', 'verifier', 'Budi Santoso', 'budi.santoso@jogjaprov.go.id'),
  person('UAGENT1', 'agent', 'Dewi Lestari', 'dewi.lestari@bsre.example'),
  {
    ...person('lina', 'verifier', 'Lina Kusuma', 'lina.kusuma@kemencontoh.go.id'),
    agencies: [ministry.code],
    slackUser: null,
  },
]

const line = (
  nip: string,
  nik: string,
  name: string,
  email: string,
  phone: string,
  unit: string,
  position: string,
): RosterLine => ({
  nip,
  nik,
  name,
  email: `${email}@jogjaprov.go.id`,
  phone,
  employment: 'pns',
  unit,
  position,
  agency: diy.code,
})

const roster: readonly RosterLine[] = [
  line(
    '198504122010012005',
    '3404015204850001',
    'Rina Wahyuni',
    'rina.wahyuni',
    '+6281234567890',
    'Bidang Aplikasi',
    'Pranata Komputer',
  ),
  line(
    '199003052015031003',
    '3471010503900002',
    'Agus Setiawan',
    'agus.setiawan',
    '+6281298765432',
    'Sekretariat',
    'Arsiparis',
  ),
  line(
    '198811202012012001',
    '3402016011880003',
    'Sari Wulandari',
    'sari.wulandari',
    '+6281211112222',
    'Bidang Aplikasi',
    'Verifikator',
  ),
  line(
    '197902142005011004',
    '3403011402790001',
    'Budi Santoso',
    'budi.santoso',
    '+6281233334444',
    'Bidang Aplikasi',
    'Verifikator',
  ),
]

/** Fills an empty store with the sample agencies, their staff and a small roster; what is there stays. */
export async function seedDemo(directory: Directory): Promise<void> {
  const known = await directory.agencies()
  const missing = agencies.filter(({ code }) => !known.some((one) => one.code === code))
  if (missing.length > 0) await directory.saveAgencies([...known, ...missing])
  for (const one of staff) if ((await directory.staffById(one.id)) === undefined) await directory.saveStaff(one)
  await directory.importRoster(roster)
}
