import type { Case } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { rules } from '../../core/case/rules.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { waitingCases } from './queue-list.ts'
import type { Visitor } from './visitor.ts'

/** How somebody makes a case that waits theirs. */
export const takeCommand = { verifier: 'claim', agent: 'take' } as const

/**
 * Gives this person the case that waits most urgently; whoever asks in the same moment gets another one.
 * @returns undefined when nothing waits that they may have
 */
export async function takeNext(ports: Ports, visitor: Visitor, at: string): Promise<Case | undefined> {
  const { staff, role } = visitor
  const type = takeCommand[role]
  for (const c of await waitingCases(ports, visitor, at)) {
    // Some wait for a word alone, such as that a certificate was revoked: nobody takes them.
    if (!rules[type].in.includes(c.status)) continue
    const taken = await perform(ports, c.id, [{ type, seen: c.decision }], { staffId: staff.id, role })
    if (!isRefusal(taken)) return taken
  }
  return undefined
}
