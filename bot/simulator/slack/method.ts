import type { Arguments } from './arguments.ts'
import type { Workspace } from './workspace.ts'

/** What a method may touch. */
export interface Exchange {
  workspace: Workspace
  /** Breaches of Slack's limits, collected for tests. */
  violations: string[]
}

/** One method of the Web API: what its answer holds besides `ok`, or a SlackRefusal thrown. */
export type Method = (args: Arguments, exchange: Exchange) => Record<string, unknown>
