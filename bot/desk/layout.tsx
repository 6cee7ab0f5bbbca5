import type { PropsWithChildren } from 'hono/jsx'
import { absenceText } from '../text/absence.ts'
import { counterText } from '../text/desk-counter.ts'
import { frameText, roleName } from '../text/desk-frame.ts'
import { keyText } from '../text/desk-keys.ts'
import { mailInText } from '../text/desk-mail.ts'
import { reportText } from '../text/desk-report.ts'
import { searchText } from '../text/desk-search.ts'
import { signatureText } from '../text/desk-signature.ts'
import { visible } from '../text/escape.ts'
import { languages } from '../text/language.ts'
import { signaturePath } from './body-size.ts'
import { KeyDialogs } from './key-dialogs.tsx'
import { reportsPath } from './report-path.ts'
import type { Screen } from './screen.ts'
import { searchPath } from './search-path.ts'
import { trayPath } from './tray-path.ts'

// Nothing inline and nothing kept: a page with personal data must not outlive the tab.
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyEnabled: false,
  historyCacheSize: 0,
  // Refusals come with the page that explains them.
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '403|409|422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
})

/** The frame of every page. */
export const Layout = ({
  screen,
  title,
  isPublic = false,
  children,
}: PropsWithChildren<{ screen: Screen; title: string /** Nothing of the desk around it. */; isPublic?: boolean }>) => {
  const { language, assets, t } = screen
  return (
    <html lang={language} data-theme={screen.visitor?.taste.theme}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · Pandu`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* The header forbids every referrer; forms of our own must still name their origin to us. */}
        <meta name="referrer" content="same-origin" />
        <meta name="htmx-config" content={htmxConfig} />
        <link rel="icon" href={assets.icon.path} />
        <link rel="stylesheet" href={assets.style.path} />
        <script src={assets.htmx.path} defer></script>
        <script src={assets.sse.path} defer></script>
        <script src={assets.keys.path} defer></script>
      </head>
      <body data-letters={screen.visitor?.taste.areLettersOff === true ? 'off' : undefined}>
        <a class="skip" href="#content">
          {t(frameText.toContent)}
        </a>
        {isPublic ? <PublicHeader screen={screen} /> : <Header screen={screen} />}
        <main id="content" tabindex={-1}>
          {children}
        </main>
        {!isPublic && <KeyDialogs screen={screen} />}
      </body>
    </html>
  )
}

const PublicHeader = ({ screen }: { screen: Screen }) => (
  <header class="bar">
    <span class="brand">Pandu</span>
    <LanguageSwitch screen={screen} />
  </header>
)

const Header = ({ screen }: { screen: Screen }) => {
  const { visitor, t } = screen
  return (
    <header class="bar">
      <a class="brand" href="/desk" data-key="g q" data-label={t(keyText.toQueue)}>
        Pandu <span>{t(frameText.desk)}</span>
      </a>
      {visitor && (
        <search>
          <form class="find" method="post" action={searchPath}>
            <input type="hidden" name="csrf" value={visitor.session.csrf} />
            <input
              name="q"
              aria-label={t(searchText.field)}
              placeholder={t(searchText.placeholder)}
              maxlength={200}
              autocomplete="off"
              size={20}
              data-key="/"
              data-label={t(keyText.search)}
            />
            <button type="submit">{t(searchText.button)}</button>
          </form>
        </search>
      )}
      {visitor && <Places screen={screen} />}
      {visitor && <KeyButtons screen={screen} />}
      <LanguageSwitch screen={screen} />
      {visitor && (
        <form class="who" method="post" action="/desk/logout">
          <input type="hidden" name="csrf" value={visitor.session.csrf} />
          <a href="/desk/me">
            <b>{visible(visitor.staff.name)}</b> {t(roleName[visitor.role])}
          </a>
          <button type="submit">{t(frameText.signOut)}</button>
        </form>
      )}
    </header>
  )
}

/** The pages of the desk beside the queue; what stands here is in the palette too. */
const Places = ({ screen: { visitor, hasMailIn, t } }: { screen: Screen }) => (
  <nav class="places" aria-label={t(frameText.places)}>
    {visitor?.role === 'verifier' && <a href="/desk/counter">{t(counterText.title)}</a>}
    {visitor?.role === 'agent' && hasMailIn && <a href={trayPath}>{t(mailInText.short)}</a>}
    <a href={signaturePath}>{t(signatureText.title)}</a>
    {visitor?.role === 'agent' && <a href={reportsPath}>{t(reportText.title)}</a>}
    {visitor?.role === 'verifier' && <a href="/desk/absence">{t(absenceText.title)}</a>}
  </nav>
)

// Without the script that serves them they are not shown.
const KeyButtons = ({ screen: { t } }: { screen: Screen }) => (
  <span class="key-buttons">
    <button type="button" class="plain scripted" id="open-palette">
      {t(keyText.palette)} <kbd>Ctrl+K</kbd>
    </button>
    <button type="button" class="plain scripted" id="open-help">
      <kbd>?</kbd>
      <span class="hidden">{t(keyText.help)}</span>
    </button>
  </span>
)

const LanguageSwitch = ({ screen: { language, here, t } }: { screen: Screen }) => (
  <nav class="languages" aria-label={t(frameText.language)}>
    {languages.map((one) => (
      <a href={inLanguage(here, one)} lang={one} aria-current={one === language ? 'true' : undefined}>
        {one.toUpperCase()}
      </a>
    ))}
  </nav>
)

function inLanguage(here: string, language: string): string {
  const [path = '/desk', query = ''] = here.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('lang', language)
  return `${path}?${parameters}`
}
