import type { Inbox } from '../../core/handling/inbox.ts'
import type { Ledger } from '../../core/handling/ledger.ts'

/** Works off everything that waits in a chat, without a word. */
export async function answered(store: { readonly inbox: Inbox; readonly ledger: Ledger }, chat: string): Promise<void> {
  for (;;) {
    const turn = (await store.inbox.next(500, [])).find((one) => one.chat.ref === chat)
    if (turn === undefined) return
    await store.ledger.commit([{ inboxSeq: turn.seq, chat: turn.chat, changes: [], owed: [], knocks: [] }])
  }
}
