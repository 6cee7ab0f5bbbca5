import type { Staff } from '../../core/agency/staff.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { bantul } from '../case/given.ts'
import type { Stage } from './section.ts'

export const today = wibMoment(Date.now()).date
const answers = {
  changeKind: 'Pindah instansi (mutasi)',
  signingStops: 'Ya, saya memahami',
  agency: 'Pemda DIY',
  formerAgency: 'Pemkab Bantul',
  formerEmail: 'lama@bantulkab.go.id',
  decreeNumber: '824/17/2026',
  decreeDate: dateAfter(today, -10),
  effectiveOn: dateAfter(today, -3),
  changeReason: 'Mutasi atas permintaan sendiri',
}
/** What a person answers who moves to another agency. */
export const transfer = { answers, files: { decree: ['passwordChange'] } } as const

const joko: Staff = {
  id: 'joko',
  role: 'verifier',
  agencies: ['bantul'],
  name: 'Joko Susilo',
  email: 'joko@bantulkab.go.id',
  slackUser: null,
  removedAt: null,
}

/** The agency that people come from, and a verifier of it. */
export async function openBothAgencies({ program }: Stage): Promise<void> {
  const [own] = program.ports.agencies
  Object.assign(program.ports, { agencies: [own, { ...bantul, quietHours: own?.quietHours }] })
  await program.ports.directory.saveAgencies(program.ports.agencies)
  await program.ports.directory.saveStaff(joko)
}
