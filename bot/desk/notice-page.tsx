import type { Context } from 'hono'
import type { PropsWithChildren } from 'hono/jsx'
import { failureText } from '../text/desk-login.ts'
import type { Bilingual } from '../text/language.ts'
import { Layout } from './layout.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import type { Desk, DeskEnv } from './visitor.ts'

/** A page with one thing to say and what to do about it. */
export const NoticePage = ({
  screen,
  title,
  text,
  children,
}: PropsWithChildren<{ screen: Screen; title: Bilingual; text: Bilingual }>) => (
  <Layout screen={screen} title={screen.t(title)}>
    <section class="notice">
      <h1>{screen.t(title)}</h1>
      <p>{screen.t(text)}</p>
      {children}
    </section>
  </Layout>
)

const ToQueue = ({ screen }: { screen: Screen }) => (
  <p>
    <a class="button" href="/desk">
      {screen.t(failureText.toQueue)}
    </a>
  </p>
)

/** The same words for what does not exist and for what this person may not see. */
export const NotFoundPage = ({ screen }: { screen: Screen }) => (
  <NoticePage screen={screen} title={failureText.notFoundTitle} text={failureText.notFound}>
    <ToQueue screen={screen} />
  </NoticePage>
)

/** Answers so that what does not exist and what may not be seen are one. */
export const notFound = (c: Context<DeskEnv>, desk: Desk): Response | Promise<Response> =>
  page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)

export const FailurePage = ({ screen, what }: { screen: Screen; what: 'outage' | 'defect' | 'csrf' | 'tooLarge' }) => {
  const titles = { outage: failureText.outageTitle, defect: failureText.defectTitle }
  const title = what === 'csrf' || what === 'tooLarge' ? failureText.formTitle : titles[what]
  return (
    <NoticePage screen={screen} title={title} text={failureText[what]}>
      <ToQueue screen={screen} />
    </NoticePage>
  )
}

export const ForeignFormPage = ({ screen, address }: { screen: Screen; address: string }) => (
  <NoticePage screen={screen} title={failureText.formTitle} text={failureText.origin}>
    <p>
      <a href={address}>{address}</a>
    </p>
  </NoticePage>
)
