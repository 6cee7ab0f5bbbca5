import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evidencePlaces } from '../../bot/doctor-evidence.ts'
import { diy } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'

const AGENCIES_FILE = join(temporaryFolder('evidence-places'), 'agencies.json')
const SLACK_BOT_TOKEN = 'xoxb-1'

it('Doctor names every agency whose evidence goes to Slack, and says nothing of it where none does', () => {
  const looksAt = (...agencies: readonly object[]) => {
    writeFileSync(AGENCIES_FILE, JSON.stringify(agencies))
    return evidencePlaces({ AGENCIES_FILE, SLACK_BOT_TOKEN }).say
  }
  expect(looksAt(diy)).toBe('is seen at the desk only')
  expect(looksAt(diy, { ...diy, code: 'bantul', evidenceInSlack: 'derivative' })).toMatch(/goes to Slack.*: bantul$/)
  expect(evidencePlaces({ AGENCIES_FILE, SLACK_BOT_TOKEN: undefined }).say).toBe('is seen at the desk only')
})
