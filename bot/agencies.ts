import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Agency } from '../core/agency/agency.ts'
import { ConfigError } from './config.ts'

const calendar = z.object({
  days: z.array(z.number().int().min(0).max(6)).min(1),
  opensAtHour: z.number().min(0).max(24),
  closesAtHour: z.number().min(0).max(24),
  holidays: z.array(z.iso.date()).default([]),
})

const agency = z.looseObject({
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().min(2),
  emailDomains: z.array(z.string().min(3)).min(1),
  personInCharge: z.object({ name: z.string(), nip: z.string(), title: z.string(), certSha256: z.string().optional() }),
  slackChannel: z.string().optional(),
  employmentAccepted: z.array(z.string()).min(1),
  helpdesk: z.object({ phone: z.string(), email: z.string(), hours: z.string() }).optional(),
  fallbackVerifier: z.string().optional(),
  slaTargets: z.record(z.string(), z.number().positive()).optional(),
  calendar: calendar.optional(),
  contactCenter: z.object({ email: z.email().optional() }).optional(),
})

/** Reads `AGENCIES_FILE` (JSON or YAML). @throws ConfigError that names every fault with its place */
export function readAgencies(path: string): readonly Agency[] {
  const fault = (reason: string) => ({ variable: 'AGENCIES_FILE', reason, example: './agencies.json' })
  let content: unknown
  try {
    content = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ConfigError([
      fault(`cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}.`),
    ])
  }
  const parsed = z.array(agency).min(1).safeParse(content)
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path: place, message }) => fault(`at ${place.join('.') || 'the top'}: ${message}.`)),
    )
  const codes = parsed.data.map(({ code }) => code)
  const twice = codes.find((code, n) => codes.indexOf(code) !== n)
  if (twice !== undefined) throw new ConfigError([fault(`has the code ${twice} twice.`)])
  return parsed.data
}
