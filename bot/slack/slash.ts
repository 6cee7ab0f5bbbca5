import type { RespondArguments, SlashCommand } from '@slack/bolt'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { homeText } from '../text/slack-home.ts'
import { asksToOpen } from '../text/slack-open-for.ts'
import { section } from './blocks.ts'
import { shortList } from './home.ts'
import { showWaysIn } from './open-for.ts'
import { circumstances, type Room } from './room.ts'
import { waitingFor } from './waiting.ts'

/** Answers `/pandu`, and by `/pandu buka` shows a verifier the ways in for an employee. */
export async function answerSlash(
  room: Room,
  command: SlashCommand,
  ack: (answer?: RespondArguments) => Promise<void>,
): Promise<void> {
  const { user_id: user, trigger_id: trigger, text } = command
  const isVerifier = asksToOpen(text) && (await room.people.verifiers(user)).length > 0
  if (isVerifier) return showWaysIn(room, { user, trigger }, () => ack())
  await ack({ response_type: 'ephemeral', ...(await listFor(room, command)) })
}

/** What `/pandu` answers, to whoever typed it alone. */
async function listFor(room: Room, { user_id: user }: SlashCommand) {
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
