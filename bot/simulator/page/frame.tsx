import { languages } from '../../text/language.ts'
import { pageText } from '../../text/simulator-page.ts'
import { linkTo } from './choice.ts'
import { MailPane } from './mail/mail-pane.tsx'
import { PhonePane } from './phone/phone-pane.tsx'
import type { Sample } from './samples/sample.ts'
import { SlackPane } from './slack/slack-pane.tsx'
import type { Seat } from './slack/slack-screen.tsx'
import type { Screen } from './stage.ts'
import type { Story } from './story/story.ts'
import { StoryBar } from './story/story-bar.tsx'

// Nothing inline, nothing evaluated.
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyEnabled: false,
  historyCacheSize: 0,
})

interface FrameProps {
  readonly screen: Screen
  readonly seat: Seat
  readonly samples: readonly Sample[]
  readonly story: Story
}

/** The whole page: who plays, the phone, the workspace, the mailbox. */
export const Frame = ({ screen, seat, samples, story }: FrameProps) => {
  const { choice, stage, t } = screen
  const { assets } = stage
  return (
    <html lang={choice.language}>
      <head>
        <meta charset="utf-8" />
        <title>{`Pandu · ${t(pageText.title)}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={htmxConfig} />
        <link rel="icon" href={assets.icon.path} />
        <link rel="stylesheet" href={assets.style.path} />
        <script src={assets.htmx.path} defer></script>
        <script src={assets.sse.path} defer></script>
        <script src={assets.script.path} defer></script>
      </head>
      <body hx-ext="sse" sse-connect="/simulator/live">
        <header class="bar">
          <h1>
            Pandu <span>{t(pageText.title)}</span>
          </h1>
          <p class="promise">{t(pageText.promise)}</p>
          <nav class="languages" aria-label={t(pageText.language)}>
            {languages.map((one) => (
              <a
                href={linkTo('', choice, { language: one })}
                lang={one}
                aria-current={one === choice.language ? 'true' : undefined}
              >
                {one.toUpperCase()}
              </a>
            ))}
          </nav>
        </header>
        <StoryBar screen={screen} story={story} />
        <nav class="jump" aria-label={t(pageText.panes)}>
          <a href="#phone">{t(pageText.phone)}</a>
          <a href="#slack">{t(pageText.slack)}</a>
          <a href="#mail">{t(pageText.mail)}</a>
        </nav>
        <main>
          <PhonePane screen={screen} samples={samples} />
          <SlackPane seat={seat} />
          <MailPane screen={screen} />
        </main>
      </body>
    </html>
  )
}
