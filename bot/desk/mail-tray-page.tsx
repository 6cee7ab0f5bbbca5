import type { KeptMail } from '../../core/handling/mail-store.ts'
import { maskedNumbers } from '../../core/message/mail-words.ts'
import { maskEmail } from '../../core/privacy/mask.ts'
import { mailInText, mailKindText } from '../text/desk-mail.ts'
import { sizeText } from '../text/desk-size.ts'
import { timeText } from '../text/moment.ts'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'
import type { TrayOutcome } from './mail-tray.tsx'
import type { Screen } from './screen.ts'
import { trayPath } from './tray-path.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly mails: readonly KeptMail[]
  readonly hasMore: boolean
  readonly outcome: TrayOutcome | undefined
}

/** The mails that are nobody's yet, oldest first. */
export const MailTrayPage = ({ screen, visitor, mails, hasMore, outcome }: Props) => {
  const { t } = screen
  return (
    <Layout screen={screen} title={t(mailInText.title)}>
      <nav class="crumbs">
        <a href="/desk">← {t(mailInText.toQueue)}</a>
      </nav>
      <h1>{t(mailInText.title)}</h1>
      <p class="quiet">{t(mailInText.intro)}</p>
      {outcome && <Said screen={screen} outcome={outcome} />}
      {mails.length === 0 && <p class="empty">{t(mailInText.none)}</p>}
      {mails.map((mail) => (
        <Mail
          screen={screen}
          visitor={visitor}
          mail={mail}
          outcome={outcome?.mailId === mail.id ? outcome : undefined}
        />
      ))}
      {hasMore && <p class="quiet">{t(mailInText.more)}</p>}
    </Layout>
  )
}

const Said = ({ screen: { t }, outcome }: Pick<Props, 'screen'> & { outcome: TrayOutcome }) => (
  <p class={outcome.isDone ? 'done' : 'alert'} role={outcome.isDone ? 'status' : 'alert'} tabindex={-1} autofocus>
    {t(outcome.said)}{' '}
    {outcome.number !== undefined && <a href={`/desk/cases/${outcome.number}#history`}>{outcome.number}</a>}
  </p>
)

const Mail = ({
  screen,
  visitor,
  mail,
  outcome,
}: Pick<Props, 'screen' | 'visitor' | 'outcome'> & { mail: KeptMail }) => {
  const { t, language } = screen
  const { id, at, content } = mail
  const subject = content.subject === '' ? t(mailInText.noSubject) : shownText(maskedNumbers(content.subject))
  return (
    <section class="panel tray" aria-labelledby={`mail-${id}`}>
      <h2 id={`mail-${id}`}>
        <a href={`#mail-${id}`} data-walk="">
          <bdi>{subject}</bdi>
        </a>
      </h2>
      <p class="quiet">
        {t(mailKindText[content.kind])} · {timeText(at, language)} · {t(mailInText.from)}{' '}
        <bdi>{content.from === '' ? t(mailInText.nobody) : shownText(maskEmail(content.from))}</bdi> –{' '}
        <b>{t(mailInText.unverified)}</b>
      </p>
      <p class="words mail">
        {content.withheld === undefined ? shownText(maskedNumbers(content.text)) : t(mailInText.withheld)}
      </p>
      <Attachments screen={screen} mail={mail} />
      <Acts screen={screen} visitor={visitor} id={id} outcome={outcome} />
    </section>
  )
}

/** By name and size alone: nothing of them was looked at yet. */
const Attachments = ({
  screen: { t, language },
  mail: { content, sizes },
}: Pick<Props, 'screen'> & { mail: KeptMail }) =>
  sizes.length + content.leftOut === 0 ? null : (
    <p class="quiet">
      {sizes.length > 0 && `${t(mailInText.attachments)} (${t(mailInText.attachmentsLater)}): `}
      {sizes.map((size, n) => (
        <span>
          <bdi>{shownText(maskedNumbers(content.names[n] ?? ''))}</bdi> {sizeText(size, language)} ·{' '}
        </span>
      ))}
      {content.leftOut > 0 && `${content.leftOut} ${t(mailInText.leftOut)}`}
    </p>
  )

const Acts = ({
  screen: { t },
  visitor,
  id,
  outcome,
}: Pick<Props, 'screen' | 'visitor' | 'outcome'> & { id: string }) => (
  <div class="row">
    <form method="post" action={`${trayPath}/${id}/join`} class="row">
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <label>
        {t(mailInText.number)}{' '}
        <input
          name="number"
          placeholder="PANDU-2026-…"
          autocomplete="off"
          size={20}
          value={outcome?.typed?.number}
          required
        />
      </label>
      <button type="submit" class="primary">
        {t(mailInText.join)}
      </button>
    </form>
    <form method="post" action={`${trayPath}/${id}/dismiss`} class="row">
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <label>
        {t(mailInText.reason)}{' '}
        <input name="reason" autocomplete="off" maxlength={300} size={24} value={outcome?.typed?.reason} required />
      </label>
      <button type="submit">{t(mailInText.dismiss)}</button>
    </form>
  </div>
)
