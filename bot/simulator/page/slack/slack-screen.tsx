import { pageText, staffRole } from '../../../text/simulator-page.ts'
import { slackText } from '../../../text/simulator-slack.ts'
import type { Member } from '../../slack/member.ts'
import type { Channel } from '../../slack/surface.ts'
import { linkTo } from '../choice.ts'
import { Notice } from '../notice.tsx'
import { staffOf } from '../people.ts'
import type { Screen } from '../stage.ts'
import { Blocks } from './blocks.tsx'
import type { Hand } from './hand.ts'
import { Messages } from './messages.tsx'
import { Confirm, Modal } from './modal.tsx'
import type { NameOf } from './mrkdwn.tsx'

/** Somebody at the workspace: who, and which room they look into. */
export interface Seat {
  readonly screen: Screen
  readonly member: Member
  readonly hand: Hand
  readonly channels: readonly Channel[]
  /** A channel's id, `dm` or `home`. */
  readonly room: string
  readonly nameOf: NameOf
}

export function seatOf(screen: Screen, handOf: (memberId: string) => Hand): Seat {
  const { slack } = screen.stage.world
  const members = slack.members
  const member = members.find(({ id }) => id === screen.choice.member) ?? members[0]
  if (member === undefined) throw new Error('nobody is in the workspace')
  const channels = Object.values(slack.workspace.state.channels).filter(
    ({ isIm, members: inside }) => !isIm && inside.includes(member.id),
  )
  const rooms = [...channels.map(({ id }) => id), 'dm', 'home']
  const room = rooms.find((one) => one === screen.choice.room) ?? rooms[0] ?? 'dm'
  const nameOf: NameOf = (id) => slack.workspace.person(id)?.realName ?? slack.workspace.state.channels[id]?.name
  return { screen, member, hand: handOf(member.id), channels, room, nameOf }
}

/** What changes by itself in the workspace: who has news, the room, an open modal. */
export const SlackScreen = ({ seat }: { seat: Seat }) => {
  const { screen, member, room } = seat
  const { stage, choice, t } = screen
  stage.seen.look(`slack:${member.id}:${room}`, newestIn(member, room))
  return (
    <>
      <nav class="chips" aria-label={t(slackText.members)}>
        {staffOf(stage.world).map((one) => (
          <button
            type="button"
            id={`member-${one.member.id}`}
            class={one.member === member ? 'chip on' : 'chip'}
            aria-pressed={one.member === member ? 'true' : 'false'}
            hx-get={linkTo('/slack', choice, { member: one.member.id, room: '' })}
            hx-target="#slack"
            hx-swap="outerHTML"
          >
            {one.name.split(' ')[0]}
            {one.member !== member && hasNews(seat, one.member) && <span class="news" title={t(pageText.unread)} />}
            <small>{t(staffRole[one.role])}</small>
          </button>
        ))}
      </nav>
      <nav class="rooms" aria-label={t(slackText.rooms)}>
        {seat.channels.map(({ id, name }) => (
          <RoomTab seat={seat} room={id} name={`# ${name}`} />
        ))}
        <RoomTab seat={seat} room="dm" name={t(slackText.direct)} />
        <RoomTab seat={seat} room="home" name={t(slackText.home)} />
      </nav>
      <div class="room" id={`room-${member.id}-${room}`} data-follow="top" tabindex={0}>
        {room === 'home' ? <Home seat={seat} /> : <Messages seat={seat} />}
      </div>
      <Modal seat={seat} />
      <Confirm seat={seat} />
      <Notice screen={screen} who={`slack:${member.id}`} />
    </>
  )
}

const RoomTab = ({ seat, room, name }: { seat: Seat; room: string; name: string }) => {
  const { screen, member } = seat
  const { stage, choice, t } = screen
  const isShown = seat.room === room
  const link = linkTo('/slack', choice, { member: member.id, room })
  // Going to the home tab is something that the program hears of.
  const goes = room === 'home' ? { 'hx-post': link.replace('/slack?', '/slack/home?') } : { 'hx-get': link }
  return (
    <button
      type="button"
      id={`tab-${member.id}-${room}`}
      class={isShown ? 'on' : ''}
      aria-pressed={isShown ? 'true' : 'false'}
      hx-target="#slack"
      hx-swap="outerHTML"
      {...goes}
    >
      {name}
      {!isShown && room !== 'home' && stage.seen.isNew(`slack:${member.id}:${room}`, newestIn(member, room)) && (
        <span class="news" title={t(pageText.unread)} />
      )}
    </button>
  )
}

/** The newest thing in a room: what was said or changed last. */
function newestIn(member: Member, room: string): string | undefined {
  if (room === 'home') return member.home()?.hash
  const messages = room === 'dm' ? member.dm() : member.messages(room)
  return messages
    .map(({ ts, edited }) => edited?.ts ?? ts)
    .toSorted()
    .at(-1)
}

const hasNews = ({ screen: { stage } }: Seat, member: Member): boolean => {
  const channels = Object.values(stage.world.slack.workspace.state.channels)
  const rooms = [
    'dm',
    ...channels.filter(({ isIm, members }) => !isIm && members.includes(member.id)).map(({ id }) => id),
  ]
  return rooms.some((room) => stage.seen.isNew(`slack:${member.id}:${room}`, newestIn(member, room)))
}

const Home = ({ seat }: { seat: Seat }) => {
  const { screen, member, nameOf } = seat
  const home = member.home()
  if (home === undefined) return <p class="nothing">{screen.t(slackText.emptyHome)}</p>
  const surface = { screen, member: member.id, on: 'home', values: home.state.values, errors: {}, nameOf }
  return <Blocks blocks={home.blocks} surface={surface} />
}
