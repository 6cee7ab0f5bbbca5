import type { Agency } from '../core/agency/agency.ts'
import { readAgencies } from './agencies.ts'
import { type Config, ConfigError, type ConfigFault, readConfig } from './config.ts'
import { trustOf } from './trust.ts'

/** The configuration with the files that it names. */
export interface Setup {
  readonly config: Config
  /** Undefined without `AGENCIES_FILE`: the store has them, or a demo. */
  readonly agencies: readonly Agency[] | undefined
  /** Sentences about what is no fault, and worth a second look. */
  readonly notes: readonly string[]
}

/** Reads variables and files. @throws ConfigError with every fault of both at once */
export function readSetup(environment: Readonly<Record<string, string | undefined>>): Setup {
  const faults: ConfigFault[] = []
  const notes: string[] = []
  const config = gather(faults, () => readConfig(environment))
  const { AGENCIES_FILE, TRUST_ANCHORS_DIR } = config ?? environment
  const agencies = AGENCIES_FILE
    ? gather(faults, () => readAgencies(AGENCIES_FILE, (note) => notes.push(`AGENCIES_FILE: ${note}`)))
    : undefined
  if (TRUST_ANCHORS_DIR) gather(faults, () => trustOf({ TRUST_ANCHORS_DIR }))
  if (config === undefined || faults.length > 0) throw new ConfigError(faults)
  if (config.mark === 'real' && agencies === undefined) notes.push(noAgencies)
  return { config, agencies, notes }
}

const noAgencies =
  'AGENCIES_FILE is not set: it starts only on a store that has an agency already (with imitated networks: pandu seed-demo).'

function gather<T>(faults: ConfigFault[], read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    faults.push(...error.faults)
    return undefined
  }
}

/** With real tokens somebody must be served. @throws ConfigError when no agency is known */
export function needAgencies({ mark }: Config, agencies: readonly Agency[]): void {
  if (mark === 'demo' || agencies.length > 0) return
  const reason = 'is required with real tokens: no agency is known yet (docs/setup.md).'
  throw new ConfigError([{ variable: 'AGENCIES_FILE', reason, example: './agencies.yaml' }])
}
