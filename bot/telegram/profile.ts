import type { Language } from '../text/language.ts'
import { commandTexts, profileText, shortProfileText } from '../text/telegram-welcome.ts'
import type { Report } from './report.ts'
import type { Wire } from './wire.ts'

/** Telegram's language codes, and the texts each gets; the empty one is for everybody else. */
const audiences: readonly (readonly [string, Language])[] = [
  ['', 'id'],
  ['id', 'id'],
  ['en', 'en'],
]

/** Sets command menu and profile texts where they differ. A failure is told and forgotten: chats work without. */
export async function introduce(wire: Pick<Wire, 'call'>, report: Report, signal: AbortSignal): Promise<void> {
  for (const [code, language] of audiences) {
    const commands = Object.entries(commandTexts).map(([command, text]) => ({ command, description: text[language] }))
    const texts: readonly (readonly [string, object])[] = [
      ['MyCommands', { commands }],
      ['MyDescription', { description: profileText[language] }],
      ['MyShortDescription', { short_description: shortProfileText[language] }],
    ]
    for (const [what, wanted] of texts) {
      const scope = code === '' ? {} : { language_code: code }
      // Setting them is narrowly limited, so it is done only when something changed.
      const present = await wire.call(`get${what}`, scope, { signal })
      if (present.end === 'ok' && isSame(present.result, wanted)) continue
      const answer = present.end === 'ok' ? await wire.call(`set${what}`, { ...wanted, ...scope }, { signal }) : present
      if (answer.end === 'ok') continue
      report('the profile of the bot could not be set', { what, end: answer.end })
      return
    }
  }
}

function isSame(present: unknown, wanted: object): boolean {
  return JSON.stringify(Array.isArray(present) ? { commands: present } : present) === JSON.stringify(wanted)
}
