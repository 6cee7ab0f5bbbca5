import { hints, pageText } from '../../../text/simulator-page.ts'
import { slackText } from '../../../text/simulator-slack.ts'
import { linkTo } from '../choice.ts'
import { type Seat, SlackScreen } from './slack-screen.tsx'

/** The workspace of one member of staff. */
export const SlackPane = ({ seat }: { seat: Seat }) => {
  const { screen, member, room } = seat
  const { choice, t } = screen
  return (
    <section class="pane" id="slack" aria-labelledby="slack-title">
      <header class="pane-head">
        <h2 id="slack-title">
          {t(pageText.slack)} <small>Slack</small>
        </h2>
        <p class="hint">{t(hints.slack)}</p>
      </header>
      <div class="workspace">
        <div
          id="slack-live"
          class="live"
          hx-get={linkTo('/slack/live', choice, { member: member.id, room })}
          hx-trigger="sse:slack"
          hx-swap="innerHTML"
        >
          <SlackScreen seat={seat} />
        </div>
        {room !== 'home' && (
          <form class="composer" hx-post="/simulator/slack/say" hx-swap="none" data-clears>
            <input type="hidden" name="member" value={member.id} />
            <input type="hidden" name="channel" value={room === 'dm' ? `D${member.id.slice(1)}` : room} />
            <input
              type="text"
              id={`slack-say-${member.id}-${room}`}
              name="text"
              placeholder={t(slackText.write)}
              aria-label={t(slackText.write)}
              autocomplete="off"
            />
            <button type="submit">{t(slackText.send)}</button>
          </form>
        )}
      </div>
    </section>
  )
}
