import type { Arguments } from './arguments.ts'
import type { Polling } from './polling.ts'
import { badRequest, TelegramRefusal } from './refusal.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { Webhook } from './webhook.ts'

/** How the bot gets its updates. */
export interface Intake {
  updates: UpdateQueue
  polling: Polling
  webhook: Webhook
}

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

/** Long polling; `onGone` is told what to do when the poller hangs up. */
export async function getUpdates(args: Arguments, intake: Intake, onGone: (forget: () => void) => void) {
  if (intake.webhook.settings) throw new TelegramRefusal(409, WEBHOOK_ACTIVE)
  allow(args, intake.updates)
  return intake.polling.poll({
    offset: args.integer('offset') ?? 0,
    limit: args.integer('limit') ?? 100,
    timeoutS: args.integer('timeout') ?? 0,
    onGone,
  })
}

export function setWebhook(args: Arguments, intake: Intake): true {
  const url = args.text('url') ?? ''
  if (url === '') return deleteWebhook(args, intake)
  if (!/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  }
  const secretToken = args.text('secret_token')
  if (secretToken !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secretToken)) {
    throw badRequest('secret token contains unallowed characters')
  }
  allow(args, intake.updates)
  dropPending(args, intake)
  intake.polling.turnOut('Conflict: terminated by setWebhook request')
  const maxConnections = Math.min(Math.max(args.integer('max_connections') ?? 40, 1), 100)
  intake.webhook.set({ url, maxConnections, ...(secretToken ? { secretToken } : {}) })
  return true
}

export function deleteWebhook(args: Arguments, intake: Intake): true {
  intake.webhook.remove()
  dropPending(args, intake)
  return true
}

export function getWebhookInfo(intake: Intake): Record<string, unknown> {
  const { settings, lastError, undelivered } = intake.webhook
  const failed = lastError ? { last_error_date: lastError.atS, last_error_message: lastError.message } : {}
  const { allowed } = intake.updates
  return {
    url: settings?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: intake.updates.pendingCount + undelivered.length,
    ...(settings ? { max_connections: settings.maxConnections, ...failed } : {}),
    ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
  }
}

function allow(args: Arguments, updates: UpdateQueue): void {
  const wanted = args.json('allowed_updates')
  if (Array.isArray(wanted)) updates.allowed = wanted.map(String)
}

function dropPending(args: Arguments, intake: Intake): void {
  if (!args.flag('drop_pending_updates')) return
  intake.updates.clear()
  intake.webhook.clear()
}
