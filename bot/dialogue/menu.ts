import type { Agency } from '../../core/agency/agency.ts'
import type { Case } from '../../core/case/case.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { html } from '../text/escape.ts'
import { beforeYouStart, procedureButton, procedureName } from '../text/procedure.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { resumeLabel, showLabel } from '../text/telegram-button.ts'
import { yourRequests } from '../text/telegram-panel.ts'
import { askHelpdesk, helpText, welcomeText, whichTrouble } from '../text/telegram-welcome.ts'
import { caseKey, pressData } from './press.ts'
import { type Button, button, paragraphs, type Reader, rowsOf, type Screen } from './screen.ts'

/** The greeting with its ways in; whoever has open requests finds them first. */
export function welcomeOf(cases: readonly Case[], reader: Reader): Screen {
  const { language, agencies, bot } = reader
  const names = agencies.map(({ name }) => name).join(', ')
  const open = cases.filter(({ status }) => isOpen(status))
  return {
    text: html(welcomeText[language]({ agency: agencies.length > 3 || names === '' ? 'instansi' : names, bot })),
    rows: [
      ...(open.length > 0 ? [[button('cases', language)]] : []),
      [button('forgot-passphrase', language)],
      [button('account-disabled', language)],
      [procedureEntry('data-change', language)],
      [button('new-certificate', language)],
      [procedureEntry('revocation', language), procedureEntry('question', language)],
    ],
  }
}

/** An account disabled, or a phone gone. */
export const whichProcedure = ({ language }: Reader): Screen => ({
  text: html(whichTrouble[language]),
  rows: [
    [procedureEntry('reactivation', language)],
    [procedureEntry('lost-authenticator', language)],
    [button('menu', language)],
  ],
})

const procedureEntry = (name: ProcedureName, language: Reader['language']): Button => ({
  label: procedureButton(name, language),
  data: pressData({ verb: name }),
})

export const helpOf = (reader: Reader): Screen => ({
  text: html(paragraphs(helpText[reader.language], helpdesksOf(reader))),
  rows: [[button('talk', reader.language)], [button('cases', reader.language), button('menu', reader.language)]],
})

/** Of more agencies than this nobody finds their own. */
const helpdesksMax = 5

/** Whom to ask besides Pandu. */
export function helpdesksOf({ language, agencies }: Reader): string {
  const helpdesks = agencies.flatMap(({ name, helpdesk }: Agency) =>
    helpdesk === undefined ? [] : [{ name, ...helpdesk }],
  )
  return askHelpdesk[language](helpdesks.length > helpdesksMax ? [] : helpdesks)
}

/** What is needed, in which order and for how long, before question 1. */
export const introOf = (c: Case, { language, agencies }: Reader): Screen => ({
  text: paragraphs(
    `<b>${html(procedureName(c.procedure, language))} · ${c.number}</b>`,
    ...beforeYouStart(c.procedure, agencies.find(({ code }) => code === c.agency) ?? null, language, c.answers).map(
      html,
    ),
  ),
  rows: [],
})

const casesMax = 10

/** The requester's cases, newest first, with a button each. */
export function casesOf(all: readonly Case[], { language }: Reader): Screen {
  const cases = all.slice(0, casesMax)
  const lines = cases.map(
    (c) => `• ${c.number} · ${html(procedureName(c.procedure, language))} · <b>${statusNameOf(c, language)}</b>`,
  )
  const buttons = cases.map((c): Button => {
    const isTheirs = holderOf(c.status) === 'requester'
    return {
      label: isTheirs ? resumeLabel(c.number, language) : showLabel(c.number, language),
      data: pressData({ verb: isTheirs ? 'resume' : 'show', case: caseKey(c) }),
    }
  })
  return { text: paragraphs(`<b>${yourRequests[language]}</b>`, lines.join('\n')), rows: rowsOf(buttons) }
}
