import { slackText } from '../../../text/simulator-slack.ts'
import { textOf } from '../../slack/finding.ts'
import { Blocks } from './blocks.tsx'
import type { Seat } from './slack-screen.tsx'

/** The modal on top, if one is open; its form lies over the room so that the phone beside it stays readable. */
export const Modal = ({ seat }: { seat: Seat }) => {
  const { screen, member, hand, nameOf } = seat
  const modal = member.modal()
  if (modal === undefined) return null
  const { view } = modal
  const errors = hand.errors.view === view.id ? hand.errors.of : {}
  const surface = { screen, member: member.id, on: 'modal', values: view.state.values, errors, nameOf }
  return (
    <div class="veil">
      <form
        class="modal"
        id={`modal-${view.id}`}
        role="dialog"
        aria-label={modal.title}
        hx-post="/simulator/slack/submit"
        hx-swap="none"
        autocomplete="off"
      >
        <header>
          <h3>{modal.title}</h3>
          <CloseButton seat={seat} text="✕" />
        </header>
        <div class="modal-body" id={`modal-body-${view.id}`} data-keeps-place>
          <Blocks blocks={view.blocks} surface={surface} />
        </div>
        <footer>
          <input type="hidden" name="member" value={member.id} />
          <CloseButton seat={seat} text={view.close?.text ?? screen.t(slackText.close)} />
          {view.submit !== undefined && view.submit !== null && (
            <button type="submit" class="primary" id={`submit-${view.id}`}>
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </div>
  )
}

const CloseButton = ({ seat, text }: { seat: Seat; text: string }) => (
  <button
    type="button"
    aria-label={seat.screen.t(slackText.close)}
    hx-post="/simulator/slack/close"
    hx-vals={JSON.stringify({ member: seat.member.id })}
    hx-include="closest form"
    hx-swap="none"
  >
    {text}
  </button>
)

/** "Are you sure?", asked by Slack itself. */
export const Confirm = ({ seat }: { seat: Seat }) => {
  const { question } = seat.hand
  if (question === undefined) return null
  const { on, block, action, confirm } = question
  const answer = (isSure: string) => JSON.stringify({ member: seat.member.id, on, block, action, isSure })
  return (
    <div class="veil top">
      <div class="alert" role="alertdialog" aria-label={textOf(confirm.title) ?? ''}>
        <h3>{textOf(confirm.title)}</h3>
        <p>{textOf(confirm.text)}</p>
        <p class="row">
          <button type="button" hx-post="/simulator/slack/click" hx-vals={answer('no')} hx-swap="none">
            {textOf(confirm.deny)}
          </button>
          <button
            type="button"
            class="primary"
            hx-post="/simulator/slack/click"
            hx-vals={answer('yes')}
            {...(on === 'modal' ? { 'hx-include': '.modal' } : {})}
            hx-swap="none"
          >
            {textOf(confirm.confirm)}
          </button>
        </p>
      </div>
    </div>
  )
}
