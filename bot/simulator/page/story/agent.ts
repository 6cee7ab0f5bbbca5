import { storyLine } from '../../../text/simulator-story.ts'
import type { Screens } from './cast.ts'
import type { DeskBrowser } from './desk-browser.ts'
import type { Move, Player } from './move.ts'

export interface AgentOptions {
  readonly desk: DeskBrowser
  readonly screens: Screens
}

/** What an agent does with a case at the desk, in this order; a step whose button is not there is passed by. */
const steps = ['take', 'approve', 'send-link'] as const

/** The agent of the played case, who works at the desk. */
export class AgentPlayer implements Player {
  readonly #options: AgentOptions
  #isMyTurn = false
  #hasSignedIn = false
  readonly #done = new Set<string>()

  constructor(options: AgentOptions) {
    this.#options = options
  }

  async next(): Promise<Move | undefined> {
    const { desk, screens } = this.#options
    this.#isMyTurn ||= screens.says('with-contact-center')
    const { number } = screens
    if (number === undefined || !this.#isMyTurn || this.#done.has('send-link')) return undefined
    if (!this.#hasSignedIn)
      return this.#move('signIn', async () => {
        await desk.openCase(number)
        this.#hasSignedIn = true
      })
    const page = await desk.openCase(number)
    const step = steps.find((one) => !this.#done.has(one) && page.actionOf(one) !== undefined)
    return (
      step &&
      this.#move(step, async () => {
        await desk.press(page, step)
        this.#done.add(step)
      })
    )
  }

  #move = (name: 'signIn' | (typeof steps)[number], act: () => unknown): Move => ({
    where: 'desk',
    line: storyLine[name],
    readingChars: 60 + storyLine[name].id.length,
    act,
  })
}
