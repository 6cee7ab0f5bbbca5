import type { SlashCommand } from '@slack/bolt'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { homeText } from '../text/slack-home.ts'
import { section } from './blocks.ts'
import { shortList } from './home.ts'
import { circumstances, type Room } from './room.ts'
import { waitingFor } from './waiting.ts'

/** What `/pandu` answers, to whoever typed it alone. */
export async function listFor(room: Room, { user_id: user }: SlashCommand) {
  const [entries, language] = await Promise.all([room.people.verifiers(user), room.people.languageOf(user)])
  const door = await deskDoor(room, user, language)
  if (entries.length > 0) {
    const list = shortList(await waitingFor(room, entries), circumstances(room, language))
    return { ...list, blocks: [...list.blocks, ...door] }
  }
  const [link] = door
  if (link === undefined) return { text: answerSentences.notVerifier[language] }
  return { text: homeText.deskDoor[language], blocks: [link] }
}

/** A one-time link to the desk for whoever works there; the answer it stands in is shown to nobody else. */
async function deskDoor({ ports, publicUrl }: Room, user: string, language: Language) {
  const staff = (await ports.directory.staffBySlack(user)).find(({ role }) => role !== 'admin')
  if (staff === undefined) return []
  const link = await makeDeskLink(ports, publicUrl, staff.id)
  return [section(`<${link}|${homeText.deskDoor[language]}>`)]
}
