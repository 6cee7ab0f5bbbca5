import { mayActFor } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import { formatCaseNumber } from '../case/case-number.ts'
import { counterRef } from '../case/counter.ts'
import { daysAfter } from '../case/deadline.ts'
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts'
import { allStatuses, isOpen, type Status } from '../case/status.ts'
import type { ProcedureName } from '../procedure/names.ts'
import { Casework } from './casework.ts'
import type { Ports } from './ports.ts'

/** More than anybody can serve in a day: it stops a slip, not a queue. */
export const counterOpeningsPerDay = 40

const passLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const passLength = 8

/** What is known before the first question is put. */
export interface CounterOpening {
  readonly procedure: ProcedureName
  readonly agency: string
  readonly language: Case['language']
}

/** Opens a draft for somebody who stands at the counter and has no Telegram. */
export async function openAtCounter(
  ports: Ports,
  staffId: string,
  { procedure, agency, language }: CounterOpening,
): Promise<Case | Refusal> {
  const staff = await ports.directory.staffById(staffId)
  if (staff === undefined || !mayActFor(staff, 'verifier', agency)) return refuse('not-yours')
  const now = ports.now()
  const openedAfter = daysAfter(now, -1)
  const today = await ports.ledger.find({ counter: { openedBy: staffId }, openedAfter, limit: counterOpeningsPerDay })
  if (today.length >= counterOpeningsPerDay)
    return refuse('too-many-cases', { max: counterOpeningsPerDay, at: 'counter' })
  const [serial = 0] = await ports.ledger.reserveNumbers(1)
  const id = ports.newId()
  const casework = new Casework([], ports.agencies, now)
  const opened = casework.open({
    id,
    number: formatCaseNumber(Number(now.slice(0, 4)), serial),
    procedure,
    agency,
    language,
    chat: counterRef(staffId, id),
    counter: { openedBy: { id: staffId, name: staff.name }, pass: newPass(ports) },
  })
  if (isRefusal(opened)) return opened
  const [isWritten] = await ports.ledger.commit([casework.harvest(ports)])
  if (isWritten !== true) throw new Error('a new case met an older one')
  ports.wake()
  return opened
}

const newPass = ({ pick }: Pick<Ports, 'pick'>): string =>
  Array.from({ length: passLength }, () => passLetters[pick(passLetters.length)]).join('')

/** The open cases of the counter of these agencies, and ended ones of which the requester was not told yet. */
export async function counterCases(
  { ledger, now }: Pick<Ports, 'ledger' | 'now'>,
  agencies: readonly string[],
  limit: number,
): Promise<readonly Case[]> {
  const isEnded = (status: Status) => !isOpen(status)
  const [open, ended] = await Promise.all([
    ledger.find({ agencies, counter: {}, statuses: allStatuses.filter(isOpen), limit }),
    ledger.find({
      agencies,
      counter: {},
      statuses: allStatuses.filter(isEnded),
      openedAfter: daysAfter(now(), -untoldDays),
      limit: endedMax,
    }),
  ])
  return [...ended.filter(({ counter }) => (counter?.untold.length ?? 0) > 0), ...open]
}

/** Nobody waits longer for a word, and nobody looks through more. */
const untoldDays = 180
const endedMax = 500
