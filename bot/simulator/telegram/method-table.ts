import type { Run } from './api-server.ts'
import { chatMethods } from './chat-methods.ts'
import { editing } from './editing.ts'
import type { Exchange } from './method.ts'
import { profileMethods } from './profile.ts'
import { sending } from './sending.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, type Intake, setWebhook } from './update-methods.ts'

/** Every method that this Telegram knows, by its name in lower case. */
export function methodTable(network: Intake & Exchange): Map<string, { name: string; run: Run }> {
  const runs: Record<string, Run> = {
    getUpdates: (args, onGone) => getUpdates(args, network, onGone),
    setWebhook: (args) => setWebhook(args, network),
    deleteWebhook: (args) => deleteWebhook(args, network),
    getWebhookInfo: () => getWebhookInfo(network),
  }
  for (const [name, method] of Object.entries({ ...sending, ...editing, ...profileMethods, ...chatMethods })) {
    runs[name] = (args) => method(args, network)
  }
  return new Map(Object.entries(runs).map(([name, run]) => [name.toLowerCase(), { name, run }]))
}
