import { loginText } from '../text/desk-login.ts'
import { Layout } from './layout.tsx'
import { NoticePage } from './notice-page.tsx'
import type { Screen } from './screen.ts'
import { ssoPath } from './sso-path.ts'

/** Shows one button; only pressing it spends the link. */
export const LoginPage = ({ screen, token }: { screen: Screen; token: string }) => (
  <NoticePage screen={screen} title={loginText.title} text={loginText.ready}>
    <form method="post" action="/desk/login">
      <input type="hidden" name="t" value={token} />
      <Secret screen={screen} />
      <button class="primary" type="submit">
        {screen.t(loginText.enter)}
      </button>
    </form>
    <p class="quiet">{screen.t(loginText.shared)}</p>
  </NoticePage>
)

export type LoginHelp = 'help' | 'spent' | 'signedOut'
const titles = { help: loginText.helpTitle, spent: loginText.spentTitle, signedOut: loginText.signedOutTitle }

/** How to get a link: shown to whoever is not signed in, or whose link is spent. */
export const LoginHelpPage = (props: {
  screen: Screen
  why: LoginHelp
  leadsBack: boolean
  /** Words of a form that came too late. */
  unsent?: readonly string[]
  hasMail: boolean
  hasSso: boolean
}) => {
  const { screen, why, leadsBack, unsent = [], hasMail, hasSso } = props
  const { t } = screen
  return (
    <Layout screen={screen} title={t(titles[why])}>
      <section class="notice">
        <h1>{t(titles[why])}</h1>
        <p>{t(loginText[why])}</p>
        {unsent.length > 0 && (
          <>
            <p class="warn">{t(loginText.unsent)}</p>
            {unsent.map((words) => (
              <textarea readonly rows={4} aria-label={t(loginText.unsentWords)}>
                {words}
              </textarea>
            ))}
          </>
        )}
        {leadsBack && <p>{t(loginText.back)}</p>}
        <h2>{t(loginText.waysTitle)}</h2>
        {hasSso && (
          <p>
            <a class="button" href={ssoPath}>
              {t(loginText.waySso)}
            </a>
          </p>
        )}
        <ul>
          <li>{t(loginText.waySlack)}</li>
          {hasMail && (
            <li>
              {t(loginText.wayMail)}
              <AskForm screen={screen} />
            </li>
          )}
          <li>{t(loginText.wayAdmin)}</li>
        </ul>
      </section>
    </Layout>
  )
}

const AskForm = ({ screen }: { screen: Screen }) => (
  <form class="row" method="post" action="/desk/link">
    <Secret screen={screen} />
    <input
      name="email"
      type="email"
      required
      maxlength={254}
      autocomplete="email"
      aria-label={screen.t(loginText.email)}
    />
    <button type="submit">{screen.t(loginText.send)}</button>
  </form>
)

/** Somebody else may still be signed in on this device: their session's secret goes along, as with every form. */
export const Secret = ({ screen: { visitor } }: { screen: Screen }) =>
  visitor === undefined ? null : <input type="hidden" name="csrf" value={visitor.session.csrf} />
