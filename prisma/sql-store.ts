import type { Store } from '../core/handling/ports.ts'
import type { Sealer } from '../core/handling/sealer.ts'
import { diskEvidenceFiles } from './evidence-files.ts'
import { sqlAccessLog } from './sql/access-log.ts'
import { sqlApiAccess } from './sql/api-access.ts'
import type { Client } from './sql/client.ts'
import type { Heads } from './sql/commit-rows.ts'
import { sqlDeskAccess } from './sql/desk-access.ts'
import { sqlDirectory } from './sql/directory.ts'
import { sqlDrafts } from './sql/drafts.ts'
import { sqlEvidencePrints } from './sql/evidence-prints.ts'
import { sqlHooks } from './sql/hooks.ts'
import { sqlIdentities } from './sql/identities.ts'
import { sqlInbox } from './sql/inbox.ts'
import { Keys } from './sql/keys.ts'
import { sqlLedger } from './sql/ledger.ts'
import { sqlMails } from './sql/mails.ts'
import { sqlOutbox } from './sql/outbox.ts'
import { sqlReports } from './sql/reports.ts'
import { sqlRights } from './sql/rights.ts'
import { sqlSavedViews } from './sql/saved-views.ts'
import { sqlCaseSearch } from './sql/search.ts'
import { sqlSignerPins } from './sql/signer-pins.ts'

export interface SqlStoreOptions {
  readonly sealer: Sealer
  /** Folder of the sealed evidence. */
  readonly evidenceDir: string
  now(): string
  newId(): string
}

/** A store in PostgreSQL: embedded in this process or on a server, by the same statements. */
export function createSqlStore(client: Client, { sealer, evidenceDir, now, newId }: SqlStoreOptions): Store {
  const keys = new Keys(client, sealer)
  const heads: Heads = new Map()
  return {
    ledger: sqlLedger(client, keys, heads, now),
    inbox: sqlInbox(client, keys, heads, now),
    outbox: sqlOutbox(client, keys),
    directory: sqlDirectory(client, keys, sealer),
    identities: sqlIdentities(client, sealer),
    accessLog: sqlAccessLog(client),
    deskAccess: sqlDeskAccess(client, sealer),
    reports: sqlReports(client),
    rights: sqlRights(client, keys, heads, sealer, now),
    files: diskEvidenceFiles(evidenceDir, keys, sealer, newId),
    prints: sqlEvidencePrints(client, sealer),
    pins: sqlSignerPins(client),
    drafts: sqlDrafts(client, keys),
    api: sqlApiAccess(client, keys, sealer),
    hooks: sqlHooks(client, keys),
    savedViews: sqlSavedViews(client, keys),
    search: sqlCaseSearch(client, keys, sealer, now),
    mails: sqlMails(client, keys, sealer),
  }
}
