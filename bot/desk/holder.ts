import type { Case } from '../../core/case/case.ts'
import { turnOf } from '../../core/case/turn.ts'
import { queueText } from '../text/desk-frame.ts'
import { holderName } from '../text/status.ts'
import { shownText } from './hostile-text.ts'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** Who has the case in hand: by name where it is a member of staff, else the side whose turn it is. */
export function holderText(c: Case, { t, language }: Screen, { staff }: Visitor): string {
  const side = turnOf(c)
  if (side === 'requester') return t(queueText.requester)
  if (side !== 'verifier' && side !== 'agent') return holderName(c.status, language)
  const person = side === 'verifier' ? c.verifier : c.agent
  if (person === null) return t(queueText.nobody)
  return person.id === staff.id ? t(queueText.you) : shownText(person.name)
}
