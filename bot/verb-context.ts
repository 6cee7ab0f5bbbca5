import { type Config, isImitated } from './config.ts'
import { createPorts, newToken } from './ports.ts'
import { now, type OpenStore } from './store.ts'
import type { VerbContext } from './verbs.ts'

/** What verbs have at hand on an open store; loads no channel, so that a verb alone begins at once. */
export const contextOf = (open: OpenStore, config: Config, print: (line: string) => void): VerbContext => ({
  store: open.store,
  ports: async () => (await createPorts(config, open)).ports,
  publicUrl: config.publicUrl,
  isImitated: isImitated(config),
  now,
  newToken,
  print,
})
