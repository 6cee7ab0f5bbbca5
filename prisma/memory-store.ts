import type { Store } from '../core/handling/ports.ts'
import { memoryApiAccess } from './memory/api-access.ts'
import { memoryDeskAccess } from './memory/desk-access.ts'
import { memoryDrafts } from './memory/drafts.ts'
import { memoryEvidencePrints } from './memory/evidence-prints.ts'
import { memoryHooks } from './memory/hooks.ts'
import { memoryIdentities } from './memory/identities.ts'
import { memoryInbox } from './memory/inbox.ts'
import { memoryLedger } from './memory/ledger.ts'
import { memoryMails } from './memory/mails.ts'
import { memoryOutbox } from './memory/outbox.ts'
import { memoryAccessLog, memoryDirectory, memoryFiles } from './memory/people.ts'
import { memoryReports } from './memory/reports.ts'
import { memoryRights } from './memory/rights.ts'
import { memorySavedViews } from './memory/saved-views.ts'
import { memoryCaseSearch } from './memory/search.ts'
import { memorySignerPins } from './memory/signer-pins.ts'
import { State } from './memory/state.ts'

/** A store that forgets everything with the process: for tests that need none of the database. */
export function createMemoryStore(now: () => string): Store {
  const state = new State()
  return {
    ledger: memoryLedger(state, now),
    inbox: memoryInbox(state, now),
    outbox: memoryOutbox(state),
    directory: memoryDirectory(state),
    identities: memoryIdentities(state),
    accessLog: memoryAccessLog(state),
    deskAccess: memoryDeskAccess(state),
    reports: memoryReports(state),
    rights: memoryRights(state, now),
    files: memoryFiles(state),
    prints: memoryEvidencePrints(state),
    pins: memorySignerPins(state),
    drafts: memoryDrafts(state),
    api: memoryApiAccess(state),
    hooks: memoryHooks(state),
    savedViews: memorySavedViews(state),
    search: memoryCaseSearch(state),
    mails: memoryMails(state),
  }
}
