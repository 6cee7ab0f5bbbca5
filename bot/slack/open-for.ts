import type { KnownBlock, ModalView } from '@slack/types'
import { procedureNames } from '../../core/procedure/names.ts'
import { absenceText } from '../text/absence.ts'
import { mrkdwn } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { procedureName } from '../text/procedure.ts'
import { invitation, openForText } from '../text/slack-open-for.ts'
import type { Click } from './answer.ts'
import { context, section, title } from './blocks.ts'
import type { Room } from './room.ts'

/** *Buka kasus untuk pegawai*: a link for each service, for a verifier to hand on; nothing is opened by it. */
export async function showInvitations(room: Room, { user, trigger }: Click, ack: () => Promise<void>): Promise<void> {
  const language = await room.people.languageOf(user)
  const [verifiers] = await Promise.all([room.people.verifiers(user), ack()])
  if (verifiers.length > 0) await room.views.open(trigger, invitationModal(room.botName(), language))
}

export const invitationModal = (botName: string | undefined, language: Language): ModalView => ({
  type: 'modal',
  callback_id: 'open-for',
  title: title(openForText.title[language]),
  close: title(absenceText.close[language]),
  blocks:
    botName === undefined
      ? [section(openForText.noName[language])]
      : [
          section(openForText.explained[language]),
          ...procedureNames.map((name): KnownBlock => {
            const link = `https://t.me/${botName}?start=${name}`
            return section(`\`${mrkdwn(invitation(procedureName(name, language), link, language))}\``)
          }),
          context(openForText.noTelegram[language]),
        ],
})
