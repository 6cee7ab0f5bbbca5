import { readAgencies } from './agencies.ts'
import type { Config } from './config.ts'
import type { Finding } from './doctor.ts'

/** Where evidence is seen: at the desk, and in Slack where an agency chose so. */
export function evidencePlaces({
  AGENCIES_FILE,
  SLACK_BOT_TOKEN,
}: Pick<Config, 'AGENCIES_FILE' | 'SLACK_BOT_TOKEN'>): Finding {
  const what = 'evidence'
  const agencies = AGENCIES_FILE === undefined ? [] : readAgencies(AGENCIES_FILE)
  const chosen = agencies.filter(({ evidenceInSlack }) => evidenceInSlack !== undefined).map(({ code }) => code)
  if (chosen.length === 0 || SLACK_BOT_TOKEN === undefined)
    return { what, state: 'good', say: 'is seen at the desk only' }
  return {
    what,
    state: 'good',
    say: `goes to Slack, drawn copies for the verifier who reviews, because evidenceInSlack says so: ${chosen.join(', ')}`,
  }
}
