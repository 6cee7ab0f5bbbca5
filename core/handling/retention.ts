import { daysAfter } from '../case/deadline.ts'
import type { Erasure } from '../privacy/erasure.ts'
import { overdueOf, retentionDays } from '../privacy/retention.ts'
import { eraseCase, eraseEvidence, forgetChat } from './erase.ts'
import type { Ports } from './ports.ts'

const pageSize = 100

/** What retention erases or would erase; `ref` is a case's number, or nothing for a chat. */
export interface Retired {
  readonly what: 'draft' | 'case' | 'evidence' | 'chat'
  readonly ref: string
}

/**
 * Erases what is over its time: unsent cases, evidence files, cases, and chats that fell silent. Again and again the same:
 * whoever runs it twice erases nothing twice.
 * @param isDry only tells
 */
export async function* retire(ports: Ports, isDry: boolean): AsyncGenerator<Retired> {
  yield* retireCases(ports, isDry)
  for (const chat of await ports.rights.silentChats(daysAfter(ports.now(), -retentionDays.chat), 1000)) {
    if (isDry || (await forgetChat(ports, chat, erasureBy(ports)))) yield { what: 'chat', ref: '' }
  }
}

async function* retireCases(ports: Ports, isDry: boolean): AsyncGenerator<Retired> {
  const at = ports.now()
  const erasure = erasureBy(ports)
  for (let after = ''; ; ) {
    const page = await ports.rights.walk({ after, limit: pageSize, endedBefore: at })
    for (const kept of page) {
      const what = overdueOf(kept, ports.agencies, at)
      const { id, number, requester } = kept.case
      after = number
      if (what === undefined) continue
      if (!isDry) {
        if (what === 'evidence') await eraseEvidence(ports, kept, erasure)
        else if ((await eraseCase(ports, id, erasure)) !== 'erased') continue
      }
      yield { what, ref: number }
      if (what === 'case' && !isDry && (await forgetUntied(ports, requester))) yield { what: 'chat', ref: '' }
    }
    if (page.length < pageSize) return
  }
}

/** A chat whose last case is gone is forgotten with it, unless it is tied to somebody. */
async function forgetUntied(ports: Ports, chat: string): Promise<boolean> {
  return (await ports.rights.bindingsOf(chat)).length === 0 && forgetChat(ports, chat, erasureBy(ports))
}

const erasureBy = ({ now }: Ports): Erasure => ({ by: { role: 'house' }, because: 'retention', at: now() })
