import { wibMoment } from '../../../../core/form/calendar.ts'
import { mailText } from '../../../text/simulator-mail.ts'
import { hints, pageText, staffRole } from '../../../text/simulator-page.ts'
import type { Mail } from '../../mail/mail.ts'
import { linkTo } from '../choice.ts'
import { isLoopbackHost } from '../guard.ts'
import { Notice } from '../notice.tsx'
import { deskStaffOf } from '../people.ts'
import { Outside } from '../rich-text.tsx'
import type { Screen } from '../stage.ts'
import { Attachments } from './attachments.tsx'

/** All mailboxes as one, and the door to the desk below it. */
export const MailPane = ({ screen }: { screen: Screen }) => {
  const { choice, t } = screen
  return (
    <section class="pane" id="mail" aria-labelledby="mail-title">
      <header class="pane-head">
        <h2 id="mail-title">
          {t(pageText.mail)} <small>SMTP</small>
        </h2>
        <p class="hint">
          {t(hints.mail)}{' '}
          <button
            type="button"
            class="morning"
            hx-post="/simulator/morning"
            hx-swap="none"
            title={t(mailText.morningHint)}
          >
            {t(mailText.morning)}
          </button>
        </p>
      </header>
      <div class="mailbox">
        <div
          id="mail-live"
          class="live"
          hx-get={linkTo('/mail/live', choice)}
          hx-trigger="sse:mail"
          hx-swap="innerHTML"
        >
          <MailScreen screen={screen} />
        </div>
      </div>
      <DeskDoor screen={screen} />
    </section>
  )
}

/** What changes by itself in the mailbox. */
export const MailScreen = ({ screen }: { screen: Screen }) => {
  const { stage, choice, t } = screen
  const { mails } = stage.world.mailbox
  if (mails.length === 0) return <p class="nothing">{t(mailText.empty)}</p>
  const openAt = choice.mail === '' ? undefined : Number(choice.mail)
  const open = openAt === undefined ? undefined : mails[openAt]
  if (open !== undefined) return <OpenMail screen={screen} mail={open} at={openAt ?? 0} />
  return (
    <ol class="mails" aria-label={t(mailText.list)}>
      {mails.map((mail, at) => <MailRow screen={screen} mail={mail} at={at} />).toReversed()}
    </ol>
  )
}

const opens = (screen: Screen, mail: string) => ({
  'hx-get': linkTo('/mail', screen.choice, { mail }),
  'hx-target': '#mail',
  'hx-swap': 'outerHTML',
})

const MailRow = ({ screen, mail, at }: { screen: Screen; mail: Mail; at: number }) => {
  const { stage, t } = screen
  const isUnread = stage.seen.isNew(`mail:${at}`, mail.messageId || '-')
  return (
    <li>
      <button type="button" id={`mail-${at}`} class={isUnread ? 'unread' : ''} {...opens(screen, String(at))}>
        <b>{mail.subject || t(mailText.noSubject)}</b>
        <time>{wibMoment(mail.at).time}</time>
        <span class="quiet">
          {t(mailText.to)} {mail.recipients.join(', ')}
          {mail.attachments.length > 0 && ` · ${t(mailText.attachments)}: ${mail.attachments.length}`}
        </span>
      </button>
    </li>
  )
}

const OpenMail = ({ screen, mail, at }: { screen: Screen; mail: Mail; at: number }) => {
  const { stage, t } = screen
  stage.seen.look(`mail:${at}`, mail.messageId || '-')
  const unread = stage.world.mailbox.mails.filter((one, n) =>
    stage.seen.isNew(`mail:${n}`, one.messageId || '-'),
  ).length
  return (
    <article class="letter">
      {unread > 0 && (
        <button type="button" class="unread" {...opens(screen, '')}>
          {unread} {t(mailText.unread)}
        </button>
      )}
      <p class="row">
        <b>{mail.subject || t(mailText.noSubject)}</b>
        <button type="button" aria-label={t(mailText.back)} {...opens(screen, '')}>
          ✕
        </button>
      </p>
      <p class="quiet">
        {t(mailText.from)} {mail.from}
        <br />
        {t(mailText.to)} {mail.recipients.join(', ')}
      </p>
      <Notice screen={screen} who={`mail:${at}`} />
      {stage.signed.has(`mail:${at}`) && (
        <p class="taken" role="status">
          ✓ {t(mailText.taken)}
        </p>
      )}
      <Attachments screen={screen} mail={mail} at={at} />
      <div class="letter-text">
        <Linked text={mail.text} />
      </div>
      <Answer screen={screen} mail={mail} at={at} />
    </article>
  )
}

/** Answers as whom the mail was for: what comes of it stands in the case, or in the tray of the desk. */
const Answer = ({ screen: { stage, t }, mail, at }: { screen: Screen; mail: Mail; at: number }) => (
  <form class="answer" hx-post={`/simulator/mail/${at}/answer`} hx-swap="none" data-clears>
    <textarea
      id={`answer-${at}`}
      name="answer"
      rows={3}
      required
      maxlength={20_000}
      placeholder={t(mailText.answerHint)}
      aria-label={`${t(mailText.answer)} – ${mail.recipients[0] ?? ''}`}
    />
    <p class="row">
      <button type="submit">{t(mailText.answer)}</button>
      {stage.world.answers.isAnswered(mail) && (
        <span class="quiet" role="status">
          ✓ {t(mailText.answered)}
        </span>
      )}
    </p>
  </form>
)

/** Addresses of this machine can be followed; others stay text, for nothing here leads outside. */
const Linked = ({ text }: { text: string }) => (
  <>
    {text
      .split(/(https?:\/\/[^\s<>"]+)/)
      .map((part, n) => (n % 2 === 1 && leadsHere(part) ? <Outside url={part}>{part}</Outside> : part))}
  </>
)

const leadsHere = (url: string): boolean => URL.canParse(url) && isLoopbackHost(new URL(url).host)

/** One-time links to the desk, for each member of staff. */
const DeskDoor = ({ screen }: { screen: Screen }) => {
  const { stage, t } = screen
  return (
    <form class="desk-door" method="post" action="/simulator/desk" target="_blank" rel="noopener">
      <h2>{t(pageText.desk)}</h2>
      <p class="hint">{t(hints.desk)}</p>
      <p class="row">
        {deskStaffOf(stage.world).map(({ staffId, name, role }) => (
          <button type="submit" name="staff" value={staffId}>
            {name} <small>{t(staffRole[role])}</small> ↗
          </button>
        ))}
      </p>
    </form>
  )
}
