import type { Ports } from '../core/handling/ports.ts'
import type { Config } from './config.ts'

/** The imitated networks of a start, or none. */
export interface Simulation {
  /** The configuration with the imitations' addresses and tokens in place of what is missing. */
  readonly config: Config
  readonly page: ((request: Request) => Promise<Response>) | undefined
  /** Called when the program is ready. */
  begin(ports: Ports): Promise<void>
  stop(): Promise<void>
}

/** Opens imitations for what has no token; loaded only then. */
export async function openSimulation(config: Config): Promise<Simulation> {
  if (config.mark === 'real') return { config, page: undefined, begin: async () => {}, stop: async () => {} }
  const { openWorld } = await import('./simulator/open-world.ts')
  return openWorld(config)
}
