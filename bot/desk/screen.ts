import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Agency } from '../../core/agency/agency.ts'
import type { Bilingual, Language } from '../text/language.ts'
import type { Assets } from './static-files.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** What every component needs to know of the request. */
export interface Screen {
  readonly language: Language
  readonly visitor: Visitor | undefined
  readonly assets: Assets
  /** True where mail comes in. */
  readonly hasMailIn: boolean
  /** Where the page hears of what changed since it was made. */
  readonly live: string
  /** The address shown, with its query; the language switch leads back here. */
  readonly here: string
  readonly at: string
  readonly agencies: readonly Agency[]
  t(text: Bilingual): string
}

export function screenOf(c: Context<DeskEnv>, { assets, ports, hasMailIn }: Desk, here?: string): Screen {
  const language = c.get('language')
  const { pathname, search } = new URL(c.req.url)
  return {
    language,
    visitor: c.get('visitor'),
    assets,
    hasMailIn,
    live: `/desk/events?since=${c.get('mark')}`,
    here: here ?? `${pathname}${search}`,
    at: ports.now(),
    agencies: ports.agencies,
    t: (text) => text[language],
  }
}

/** Answers with a whole page. */
export const page = (
  c: Context<DeskEnv>,
  body: Child,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> => c.html(html`<!DOCTYPE html>${body}`, status)
