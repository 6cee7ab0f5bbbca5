import { type Context, Hono } from 'hono'
import { type HowToName, howToNames, howToPath, howTos, howToText, isHowToName } from '../text/how-to.ts'
import type { HowTo } from '../text/how-to-step.ts'
import { strictHeaders } from './headers.ts'
import { Drawing } from './how-to-drawing.tsx'
import { Layout } from './layout.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import { recognise } from './session.ts'
import type { Desk, DeskEnv } from './visitor.ts'

/** The pages that show with pictures how a proof is made: for everybody, without signing in. */
export function howToRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use(`${howToPath}/*`, strictHeaders, recognise(desk))
  app.get(`${howToPath}/:name`, (c: Context<DeskEnv>) => {
    const screen = screenOf(c, desk)
    const name = c.req.param('name') ?? ''
    return isHowToName(name)
      ? page(c, <HowToPage name={name} screen={screen} />)
      : page(c, <NotFoundPage screen={screen} />, 404)
  })
  return app
}

const HowToPage = ({ name, screen }: { name: HowToName; screen: Screen }) => {
  const { t } = screen
  const { title, frame, steps, wrong }: HowTo = howTos[name]
  return (
    <Layout screen={screen} title={t(title)} isPublic>
      <article class="how-to">
        <h1>{t(title)}</h1>
        <p class="quiet">{t(howToText.marked)}</p>
        <ol>
          {steps.map((step, n) => (
            <li>
              <p>
                <b>
                  {t(howToText.step)} {n + 1}.
                </b>{' '}
                {t(step.words)}
              </p>
              <Drawing step={step} frame={frame} screen={screen} />
            </li>
          ))}
        </ol>
        <h2>{t(howToText.wrong)}</h2>
        <ul class="plain">
          {wrong.map((one) => (
            <li>✗ {t(one)}</li>
          ))}
        </ul>
        <nav aria-label={t(howToText.others)}>
          <h2>{t(howToText.others)}</h2>
          {howToNames
            .filter((other) => other !== name)
            .map((other) => (
              <a href={`${howToPath}/${other}`}>{t(howTos[other].title)}</a>
            ))}
        </nav>
      </article>
    </Layout>
  )
}
