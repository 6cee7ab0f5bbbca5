import type { HomeView, KnownBlock } from '@slack/types'
import { mrkdwn } from '../text/escape.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { countsSentence, homeText, pageSentence } from '../text/slack-home.ts'
import { ownButtons } from './absence.ts'
import { actions, button, context, header, type Screen, section } from './blocks.ts'
import type { Circumstances } from './case-facts.ts'
import { countsOf, queueButton, row, type Waiting } from './waiting.ts'

const rowsMax = 8
/** The home tab: counts by due time, at most eight rows, the rest by pages. */
export function homeView(waiting: Waiting, page: number, s: Circumstances, away?: string): HomeView {
  const { language } = s
  const pages = Math.max(1, Math.ceil(waiting.cases.length / rowsMax))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const rows = waiting.cases.slice(shown * rowsMax, (shown + 1) * rowsMax)
  return {
    type: 'home',
    callback_id: 'home',
    private_metadata: JSON.stringify({ p: shown }),
    blocks: [
      header(homeText.title[language]),
      ...(away === undefined ? [] : [section(mrkdwn(away))]),
      section(
        waiting.cases.length === 0 ? homeText.nothing[language] : countsSentence(countsOf(waiting, s.at), language),
      ),
      ...rows.flatMap((c) => row(c, waiting, s)),
      ...(pages > 1 ? [context(pageSentence(shown + 1, pages, language)), turner(shown, pages, s)] : []),
      actions('queue', [queueButton(s), ...ownButtons(away !== undefined, language)]),
    ],
  }
}

/** A home tab for somebody who is no verifier. */
export const strangerHome = ({ language }: Pick<Circumstances, 'language'>): HomeView => ({
  type: 'home',
  callback_id: 'home',
  private_metadata: JSON.stringify({ p: 0 }),
  blocks: [section(answerSentences.notVerifier[language])],
})

/** A home tab for an agent who is no verifier. */
export const agentHome = (tickets: readonly KnownBlock[], s: Circumstances): HomeView => ({
  type: 'home',
  callback_id: 'home',
  private_metadata: JSON.stringify({ p: 0 }),
  blocks: [...tickets, actions('queue', [queueButton(s)])],
})

/** The page that a home tab shows. */
export function pageOf(metadata: string): number {
  const page = Number(/^\{"p":(\d{1,4})\}$/.exec(metadata)?.[1] ?? 0)
  return Number.isSafeInteger(page) ? page : 0
}

/** What `/pandu` shows, to the one who typed it. */
export function shortList(waiting: Waiting, s: Circumstances): Screen {
  const { language } = s
  const counts = countsSentence(countsOf(waiting, s.at), language)
  if (waiting.cases.length === 0)
    return { text: homeText.nothing[language], blocks: [section(homeText.nothing[language])] }
  return {
    text: counts,
    blocks: [
      section(counts),
      ...waiting.cases.slice(0, rowsMax).flatMap((c) => row(c, waiting, s)),
      actions('queue', [queueButton(s)]),
    ],
  }
}

function turner(shown: number, pages: number, { language }: Circumstances) {
  return actions('page', [
    ...(shown > 0 ? [button('page-previous', `← ${homeText.previous[language]}`, { value: String(shown - 1) })] : []),
    ...(shown < pages - 1 ? [button('page-next', `${homeText.next[language]} →`, { value: String(shown + 1) })] : []),
  ])
}
