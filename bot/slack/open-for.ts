import type { KnownBlock, ModalView } from '@slack/types'
import { counterAddress } from '../../core/handling/desk-link.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { absenceText } from '../text/absence.ts'
import { mrkdwn } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { procedureName } from '../text/procedure.ts'
import { invitation, openForText } from '../text/slack-open-for.ts'
import type { Click } from './answer.ts'
import { button, context, section, title } from './blocks.ts'
import type { Room } from './room.ts'

/**
 * *Buka kasus untuk pegawai*: for each service the way to the counter at the desk, for whoever is here without Telegram, and
 * a link to hand on to everybody else. Nothing is opened by it, and nothing of a case is typed into Slack.
 */
export async function showWaysIn(
  room: Room,
  { user, trigger }: Pick<Click, 'user' | 'trigger'>,
  ack: () => Promise<void>,
): Promise<void> {
  const language = await room.people.languageOf(user)
  const [verifiers] = await Promise.all([room.people.verifiers(user), ack()])
  if (verifiers.length > 0) await room.views.open(trigger, waysInModal(room.botName(), room.publicUrl, language))
}

export const waysInModal = (botName: string | undefined, publicUrl: string, language: Language): ModalView => ({
  type: 'modal',
  callback_id: 'open-for',
  title: title(openForText.title[language]),
  close: title(absenceText.close[language]),
  blocks: [
    section(openForText.atCounter[language]),
    ...procedureNames.map((name) => wayIn(name, botName, publicUrl, language)),
    context((botName === undefined ? openForText.noName : openForText.explained)[language]),
  ],
})

/** One service: its link to copy, where the bot's name is known, and the button that leads to the counter. */
function wayIn(
  procedure: ProcedureName,
  botName: string | undefined,
  publicUrl: string,
  language: Language,
): KnownBlock {
  const name = procedureName(procedure, language)
  const link =
    botName === undefined ? undefined : invitation(name, `https://t.me/${botName}?start=${procedure}`, language)
  const lines = [`*${mrkdwn(name)}*`, ...(link === undefined ? [] : [`\`${mrkdwn(link)}\``])]
  const label = openForText.counter[language]
  return {
    ...section(lines.join('\n')),
    accessory: button('open-desk', label, {
      url: counterAddress(publicUrl, procedure),
      label: `${label}: ${name}`,
    }),
  }
}
