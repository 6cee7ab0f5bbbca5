import type { personText } from '../../text/simulator-people.ts'
import type { World } from '../world.ts'

/** What somebody knows by heart and would type. */
export interface Facts {
  readonly name: string
  readonly nip: string
  readonly nik: string
  readonly email: string
  readonly phone: string
  readonly unit: string
  readonly position: string
  readonly device: string
  readonly noticedOn: string
  readonly scannedAt: string
  readonly passwordChangedAt: string
}

/** What happened to all of them, as the sample files show it. */
const incident = {
  device: 'LAPTOP-ASUS-KANTOR',
  noticedOn: '3 hari lalu',
  scannedAt: 'kemarin 14.30',
  passwordChangedAt: 'kemarin 15.10',
}

/** Somebody whose phone can be held. */
export interface SamplePerson {
  readonly key: keyof typeof personText
  readonly id: number
  readonly firstName: string
  readonly lastName: string
  readonly facts: Facts
}

const rina: Facts = {
  name: 'Rina Wahyuni',
  nip: '198504122010012005',
  nik: '3404015204850001',
  email: 'rina.wahyuni@jogjaprov.go.id',
  phone: '081234567890',
  unit: 'Bidang Aplikasi',
  position: 'Pranata Komputer',
  ...incident,
}
const agus: Facts = {
  name: 'Agus Setiawan',
  nip: '199003052015031003',
  nik: '3471010503900002',
  email: 'agus.setiawan@jogjaprov.go.id',
  phone: '081298765432',
  unit: 'Sekretariat',
  position: 'Arsiparis',
  ...incident,
}
const maya: Facts = {
  name: 'Maya Putri',
  nip: '199207152018012009',
  nik: '3402065507920004',
  email: 'maya.putri@jogjaprov.go.id',
  phone: '081377778888',
  unit: 'Bidang Umum',
  position: 'Analis Kepegawaian',
  ...incident,
}

/** Whose phones there are; the first one is shown at first. Rina and Agus are in the roster of the sample agency. */
export const people: readonly [SamplePerson, ...SamplePerson[]] = [
  { key: 'rina', id: 7101, firstName: 'Rina', lastName: 'Wahyuni', facts: rina },
  { key: 'agus', id: 7102, firstName: 'Agus', lastName: 'Setiawan', facts: agus },
  { key: 'joko', id: 7103, firstName: 'Joko', lastName: '', facts: { ...rina, phone: '081355550000' } },
  { key: 'maya', id: 7104, firstName: 'Maya', lastName: 'Putri', facts: maya },
]

/** Their phone; made at first use, with its language set to Indonesian. */
export const phoneOf = ({ telegram }: World, { id, firstName, lastName }: SamplePerson) =>
  telegram.people.find(({ user }) => user.id === id) ??
  telegram.person({ id, firstName, ...(lastName ? { lastName } : {}) })

export const personNamed = (key: string | undefined): SamplePerson =>
  people.find((person) => person.key === key) ?? people[0]

/** Members of the workspace who work for the contact center; all others verify. */
const agents: readonly string[] = ['UAGENT1']

/** The staff of the workspace, in order, with what they do and how the desk knows them. */
export const staffOf = ({ slack }: World) =>
  slack.members.map((member) => ({
    member,
    name: member.person.realName,
    role: agents.includes(member.id) ? ('agent' as const) : ('verifier' as const),
    staffId: member.id.toLowerCase(),
  }))

/** Whoever can sit at the desk: the workspace, and the verifier of the ministry, who has no Slack. */
export const deskStaffOf = (world: World) => [
  ...staffOf(world).map(({ staffId, name, role }) => ({ staffId, name, role })),
  { staffId: 'lina', name: 'Lina Kusuma', role: 'former' as const },
]
