import type { WebClient } from '@slack/web-api'
import type { Staff } from '../../core/agency/staff.ts'
import type { Directory } from '../../core/handling/directory.ts'
import type { Language } from '../text/language.ts'

const patienceMs = 400
const keptMs = 3_600_000
const knownMax = 1000

interface Known {
  readonly language: Language
  readonly untilMs: number
}

/** Who the people at Slack are to us: by their id alone, names prove nothing. */
export class People {
  readonly #directory: Directory
  readonly #client: WebClient
  readonly #languages = new Map<string, Known>()

  constructor(directory: Directory, client: WebClient) {
    this.#directory = directory
    this.#client = client
  }

  /** The entries under which this person is a verifier now; none = is no verifier. */
  async verifiers(user: string): Promise<readonly Staff[]> {
    return (await this.#entries(user)).filter(({ role }) => role === 'verifier')
  }

  /** The same of an agent. */
  async agents(user: string): Promise<readonly Staff[]> {
    return (await this.#entries(user)).filter(({ role }) => role === 'agent')
  }

  /** True for somebody with anything to do here. */
  async isStaff(user: string): Promise<boolean> {
    return (await this.#entries(user)).some(({ role }) => role !== 'admin')
  }

  async #entries(user: string): Promise<readonly Staff[]> {
    return (await this.#directory.staffBySlack(user)).filter(({ removedAt }) => removedAt === null)
  }

  /** The language that this person reads Slack in: English where it is set so, else Indonesian; never keeps a click waiting. */
  async languageOf(user: string): Promise<Language> {
    const known = this.#languages.get(user)
    if (known !== undefined && known.untilMs > Date.now()) return known.language
    const asked = this.#ask(user)
    return Promise.race([asked, new Promise<Language>((resolve) => setTimeout(resolve, patienceMs, 'id').unref())])
  }

  async #ask(user: string): Promise<Language> {
    const language = await this.#client.users.info({ user, include_locale: true }).then(
      (answer): Language => (answer.user?.locale?.startsWith('en') === true ? 'en' : 'id'),
      // Not known for now: asked again in an hour, so that a Slack in trouble is not asked at every click.
      (): Language => 'id',
    )
    if (this.#languages.size >= knownMax) this.#languages.clear()
    this.#languages.set(user, { language, untilMs: Date.now() + keptMs })
    return language
  }
}
