import type { Case } from '../../core/case/case.ts'
import { askHelpdesk } from '../text/telegram-welcome.ts'
import type { Reader } from './screen.ts'

/** The helpdesk of a case's agency, for whoever is stuck; undefined when it has none. */
export function helpdeskOf({ agency }: Pick<Case, 'agency'>, { agencies, language }: Reader): string | undefined {
  const found = agencies.find(({ code }) => code === agency)
  return found?.helpdesk && askHelpdesk[language]([{ name: found.name, ...found.helpdesk }])
}
