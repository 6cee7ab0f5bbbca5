import { wibMoment } from '../../../../core/form/calendar.ts'
import { slackText } from '../../../text/simulator-slack.ts'
import { formState } from '../../slack/form.ts'
import type { SlackMessage } from '../../slack/surface.ts'
import { BOT } from '../../slack/workspace.ts'
import { Blocks } from './blocks.tsx'
import { Mrkdwn } from './mrkdwn.tsx'
import type { Seat } from './slack-screen.tsx'

/** The messages of a room, replies below what they answer, oldest first. */
export const Messages = ({ seat }: { seat: Seat }) => {
  const { screen, member, room } = seat
  const channel = room === 'dm' ? `D${member.id.slice(1)}` : room
  const all = [...member.messages(channel), ...member.ephemerals(channel)].toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
  const isReply = ({ ts, thread_ts }: SlackMessage) => thread_ts !== undefined && thread_ts !== ts
  const tops = all.filter((message) => !isReply(message))
  if (tops.length === 0)
    return <p class="nothing">{screen.t(room === 'dm' ? emptyDirect(seat) : slackText.emptyRoom)}</p>
  return (
    <>
      {tops.map((message) => (
        <Post
          seat={seat}
          message={message}
          replies={all.filter((one) => isReply(one) && one.thread_ts === message.ts)}
        />
      ))}
    </>
  )
}

const emptyDirect = ({ channels }: Seat) => (channels.length === 0 ? slackText.noRoom : slackText.emptyDirect)

const Post = ({ seat, message, replies }: { seat: Seat; message: SlackMessage; replies: readonly SlackMessage[] }) => (
  <article class={message.ephemeralFor === undefined ? 'post' : 'post ephemeral'} data-n={Number(message.ts)}>
    <Body seat={seat} message={message} />
    {message.ephemeralFor === undefined && <Thread seat={seat} message={message} replies={replies} />}
  </article>
)

const Body = ({ seat, message }: { seat: Seat; message: SlackMessage }) => {
  const { screen, member, nameOf } = seat
  const { t, choice } = screen
  const isBot = message.user === BOT.userId
  const name = isBot ? 'Pandu' : (nameOf(message.user) ?? message.user)
  const { ts, blocks, text, edited } = message
  const surface = { screen, member: member.id, on: ts, values: formState(blocks ?? []), errors: {}, nameOf }
  return (
    <>
      <p class="by">
        <span class={isBot ? 'avatar' : 'avatar person'}>{name.slice(0, 1)}</span>
        <b>{name}</b>
        {isBot && <small class="app">{t(slackText.app)}</small>}
        <time>{wibMoment(Number(ts) * 1000).time}</time>
        {edited !== undefined && <small class="quiet">{t(slackText.edited)}</small>}
        {message.ephemeralFor !== undefined && <small class="quiet">· {t(slackText.onlyYou)}</small>}
      </p>
      {blocks !== undefined && blocks.length > 0 ? (
        <Blocks blocks={blocks} surface={surface} />
      ) : (
        <p class="said">
          <Mrkdwn text={text} language={choice.language} nameOf={nameOf} />
        </p>
      )}
      {message.files?.map(({ id, title }) => (
        <figure class="shared">
          <img src={`/simulator/slack/files/${id}`} alt={title} loading="lazy" />
          <figcaption>{title}</figcaption>
        </figure>
      ))}
    </>
  )
}

const Thread = ({
  seat,
  message,
  replies,
}: {
  seat: Seat
  message: SlackMessage
  replies: readonly SlackMessage[]
}) => {
  const { screen, member } = seat
  const { t } = screen
  const key = message.ts.replace('.', '-')
  return (
    <details class="thread" id={`thread-${member.id}-${key}`}>
      <summary>{replies.length > 0 ? `${replies.length} ${t(slackText.replies)}` : t(slackText.reply)}</summary>
      {replies.map((reply) => (
        <Body seat={seat} message={reply} />
      ))}
      <form hx-post="/simulator/slack/say" hx-swap="none" data-clears>
        <input type="hidden" name="member" value={member.id} />
        <input type="hidden" name="channel" value={message.channel} />
        <input type="hidden" name="thread" value={message.ts} />
        <input
          type="text"
          id={`reply-${member.id}-${key}`}
          name="text"
          aria-label={t(slackText.reply)}
          autocomplete="off"
        />
        <button type="submit">{t(slackText.send)}</button>
      </form>
    </details>
  )
}
