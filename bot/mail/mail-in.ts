import { Loop } from '../../core/handling/loop.ts'
import { sortMails } from '../../core/handling/mail-in.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { hostOf } from './letter.ts'
import type { MailSource } from './mailbox.ts'
import { readMail } from './read-mail.ts'

/** How often the mailbox is looked into, in milliseconds. */
const everyMs = 20_000
/** More would not be read by anybody: what comes then stays unread in the mailbox, and is told. */
const trayMax = 500

export interface MailInOptions {
  /** Where our own mails come from, with or without a name around it. */
  readonly from: string
  readonly linkDomains: readonly string[]
  readonly everyMs?: number
  /** Hears what operators should know; codes only. */
  report(said: { readonly what: 'mailbox-down' | 'mailbox-back' | 'tray-full'; readonly code?: string }): void
  failed(error: unknown): void
}

/** The way in by mail: what is unread is kept with its mark in one commit, then marked as read, then brought to its case. */
export function createMailIn(source: MailSource, ports: Ports, options: MailInOptions): Loop {
  let state: 'up' | 'down' | 'full' = 'up'
  const note = (now: typeof state, code?: string) => {
    if (now === state) return
    if (now === 'full') options.report({ what: 'tray-full' })
    else if (now === 'down') options.report({ what: 'mailbox-down', ...(code !== undefined && { code }) })
    else options.report({ what: 'mailbox-back' })
    state = now
  }
  return new Loop({
    async step() {
      // First what a crash left behind.
      const sorted = await sortMails(ports)
      if (sorted > 0) return sorted
      if ((await ports.mails.countMails('tray', trayMax)) >= trayMax) {
        note('full')
        return 0
      }
      try {
        const count = await takeMails(source, ports, options)
        note('up')
        return count
      } catch (error) {
        if (!(error instanceof Outage)) throw error
        note('down', error.message)
        // Some may have come in before it broke.
        return sortMails(ports)
      }
    },
    sleepMs: async () => options.everyMs ?? everyMs,
    failed: options.failed,
  })
}

/** @returns how many were new: those that cannot be marked as read are seen again, and known */
async function takeMails(source: MailSource, ports: Ports, options: MailInOptions): Promise<number> {
  const own = /<([^<>]+)>\s*$/.exec(options.from)?.[1] ?? options.from
  const house = { host: hostOf(options.from), own: own.trim(), linkDomains: options.linkDomains }
  let count = 0
  await source.each(async ({ place, raw, isWhole }) => {
    const mail = await readMail(raw, isWhole, house)
    if (mail === undefined) return
    const isNew = await ports.mails.receive({ id: ports.newId(), place, at: ports.now(), ...mail })
    if (isNew) count += 1
  })
  return count
}
