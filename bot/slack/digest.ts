import type { Case } from '../../core/case/case.ts'
import { deskAddress } from '../../core/handling/desk-link.ts'
import { digestSentence, moreSentence } from '../text/slack-home.ts'
import { actions, type Screen, section } from './blocks.ts'
import type { Circumstances } from './case-facts.ts'
import { countsOf, facts, queueButton } from './waiting.ts'

const linesMax = 10

/** The morning's list of an agency's channel; undefined when nothing waits, for nobody needs to hear that. */
export function digest(cases: readonly Case[], agency: string, s: Circumstances): Screen | undefined {
  if (cases.length === 0) return undefined
  const { language } = s
  const counts = countsOf({ cases, mine: new Set() }, s.at)
  const lines = cases
    .slice(0, linesMax)
    .map((c) => `• <${deskAddress(s.publicUrl, c.number)}|${c.number}> ${facts(c, s)}`)
  const left = cases.length - linesMax
  return {
    text: digestSentence(counts, agency, language),
    blocks: [
      section(`*${digestSentence(counts, agency, language)}*`),
      section([...lines, ...(left > 0 ? [moreSentence(left, language)] : [])].join('\n')),
      actions('queue', [queueButton(s)]),
    ],
  }
}
