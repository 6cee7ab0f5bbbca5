import { holderOf, isOpen } from '../../core/case/status.ts'
import { turnOf } from '../../core/case/turn.ts'
import { checkAddress } from '../../core/handling/desk-link.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { subjectOf } from '../../core/identity/subject.ts'
import { maskDigits, maskName } from '../../core/privacy/mask.ts'
import { signingOf } from '../../core/procedure/course.ts'
import { nextAtCounter } from '../text/counter-news.ts'
import { receiptText } from '../text/desk-counter.ts'
import type { Bilingual } from '../text/language.ts'
import { dayText, timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { holderLabel } from '../text/status.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { signingSentence } from '../text/telegram-change.ts'
import type { CounterView } from './counter-case.ts'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'

type Receipted = Pick<CounterView, 'c' | 'screen'> & {
  readonly agencies: Ports['agencies']
  readonly publicUrl: string
}

/** The sheet that a requester without a chat takes home; the browser prints it. */
export const ReceiptPage = (props: Receipted) => {
  const { c, screen, publicUrl } = props
  const { t, language } = screen
  const { counter, answers } = c
  const subject = subjectOf(c)
  return (
    <Layout screen={screen} title={t(receiptText.title)}>
      <p class="row unprinted">
        <button class="primary" type="button" data-print="">
          {t(receiptText.print)}
        </button>
        <a class="button" href={`/desk/counter/${c.number}`}>
          ← {c.number}
        </a>
      </p>
      <article class="receipt" lang={language}>
        <Head {...props} title={receiptText.title} />
        <dl>
          {typeof answers.name === 'string' && <Fact name={receiptText.name} value={maskName(answers.name)} t={t} />}
          {subject !== undefined && <Fact name={receiptText.nip} value={maskDigits(subject.value)} t={t} />}
          {c.submittedAt !== null && <Fact name={receiptText.sentAt} value={timeText(c.submittedAt, language)} t={t} />}
          <Standing {...props} />
          <Fact name={receiptText.servedBy} value={shownText(counter.openedBy.name)} t={t} />
          <Fact
            name={receiptText.hears}
            value={t(counter.hears === 'mail' ? receiptText.hearsMail : receiptText.hearsInPerson)}
            t={t}
          />
          <Helpdesk {...props} />
          <Fact name={receiptText.check} value={checkAddress(publicUrl, c.number, counter.pass)} t={t} />
        </dl>
        <p>{t(receiptText.keep)}</p>
        <p>
          <b>{t(receiptText.never)}</b>
        </p>
        <p class="quiet">
          {t(receiptText.made)} {timeText(screen.at, language)}
        </p>
      </article>
    </Layout>
  )
}

/** How a case stands, for whoever holds its receipt: nothing of the person, nothing of what was answered. */
export const CheckPage = (props: Receipted) => (
  <Layout screen={props.screen} title={props.screen.t(receiptText.checkTitle)} isPublic>
    <article class="receipt">
      <Head {...props} title={receiptText.checkTitle} />
      <dl>
        <Standing {...props} />
        <Helpdesk {...props} />
      </dl>
      <p>{props.screen.t(receiptText.never)}</p>
    </article>
  </Layout>
)

type Said = { name: Bilingual; value: string; t: Screen['t'] }

const Fact = ({ name, value, t }: Said) => (
  <div>
    <dt>{t(name)}</dt>
    <dd>
      <bdi>{value}</bdi>
    </dd>
  </div>
)

const Head = ({ c, screen: { t, language }, agencies, title }: Receipted & { title: Bilingual }) => (
  <header>
    <p class="quiet">{agencies.find(({ code }) => code === c.agency)?.name}</p>
    <h1>{t(title)}</h1>
    <p class="big">{c.number}</p>
    <p>{procedureName(c.procedure, language)}</p>
  </header>
)

const Standing = ({ c, screen: { t, language } }: Receipted) => {
  const signing = isOpen(c.status) ? signingSentence(signingOf(c), language) : undefined
  const name = holderOf(c.status) === 'requester' ? receiptText.deadline : receiptText.until
  const until = c.dueAt === null ? '' : ` (${t(name)} ${dayText(c.dueAt, language)})`
  return (
    <>
      <Fact name={receiptText.status} value={statusNameOf(c, language)} t={t} />
      {isOpen(c.status) && <Fact name={receiptText.turn} value={`${holderLabel(turnOf(c), language)}${until}`} t={t} />}
      {signing !== undefined && <Fact name={receiptText.signing} value={signing} t={t} />}
      <Fact name={receiptText.next} value={nextAtCounter(c, language)} t={t} />
    </>
  )
}

const Helpdesk = ({ c, screen: { t }, agencies }: Receipted) => {
  const helpdesk = agencies.find(({ code }) => code === c.agency)?.helpdesk
  if (helpdesk === undefined) return null
  const { phone, email, hours } = helpdesk
  return <Fact name={receiptText.helpdesk} value={`${phone} · ${email} · ${hours}`} t={t} />
}
