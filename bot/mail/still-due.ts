import { mayActFor, type Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { holderOf } from '../../core/case/status.ts'
import { isSubstitute } from '../../core/handling/coverage.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { isOutside } from '../../core/ticket/stand-in.ts'
import { isStillDue, type StaffNotice } from './staff-letter.ts'

/** The same, for those too who act in somebody's place: a fallback verifier, and verifiers whose contact center is outside. */
export async function isWorthSending(ports: Ports, notice: StaffNotice, c: Case, staff: Staff): Promise<boolean> {
  const { code } = notice
  const holder = holderOf(c.status)
  if (code === 'no-verifier') return holder === 'verifier' && mayActFor(staff, 'agent', c.agency ?? '')
  if (holder === 'verifier' && (await isSubstitute(ports, staff, c))) return true
  if (holder === 'agent' && isOutside(ports.agencies, c) && mayActFor(staff, 'verifier', c.agency ?? '')) return true
  return code !== 'substitute' && isStillDue(notice, c, staff)
}
