import { type Context, Hono } from 'hono'
import type { PropsWithChildren } from 'hono/jsx'
import { isTheirs } from '../../core/case/authorise.ts'
import type { Case, EvidenceFile } from '../../core/case/case.ts'
import { type Alike, isReuse } from '../../core/evidence/alike.ts'
import { actorFor } from '../../core/handling/people.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { alikeText, groundText } from '../text/desk-alike.ts'
import { dayText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { statusName } from '../text/status.ts'
import { withCase } from './case.tsx'
import { gone } from './files.ts'
import { Layout } from './layout.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** A file of a case beside those of other cases that it may be. */
export function alikeRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(
    '/desk/cases/:number/alike/:file',
    withCase(desk, async (c: Context<DeskEnv>, visitor, found) => {
      const file = Object.values(found.evidence)
        .flat()
        .find(({ id }) => id === c.req.param('file'))
      if (file?.stored === undefined) return gone(c)
      const shown = await Promise.all((file.alike ?? []).map((alike) => shownAlike(desk.ports, visitor, alike)))
      const others = shown.flatMap((one) => one ?? [])
      return page(c, <AlikePage screen={screenOf(c, desk)} mine={{ c: found, file }} others={others} />)
    }),
  )
  return app
}

/** A file of another case, as far as this person may see it. */
interface ShownAlike extends Alike {
  /** Absent where the case is not theirs to see. */
  readonly c?: Case
  readonly file?: EvidenceFile
  readonly isErased: boolean
}

/** A case of another agency is named where the file surely came there too, never shown; a mere likeness is not told. */
async function shownAlike(ports: Ports, { staff, role }: Visitor, alike: Alike): Promise<ShownAlike | undefined> {
  const kept = await ports.rights.keptCase(alike.caseId)
  if (kept === undefined) return isReuse(alike) ? { ...alike, isErased: true } : undefined
  const { case: c, filesErasedAt } = kept
  const actor = await actorFor(ports, { staffId: staff.id, role }, c)
  if (actor === undefined || !isTheirs(c, actor)) return isReuse(alike) ? { ...alike, isErased: false } : undefined
  const file = Object.values(c.evidence)
    .flat()
    .find(({ id }) => id === alike.fileId)
  return { ...alike, c, isErased: filesErasedAt !== null, ...(file !== undefined && { file }) }
}

interface Mine {
  readonly c: Case
  readonly file: EvidenceFile
}

const AlikePage = ({ screen, mine, others }: { screen: Screen; mine: Mine; others: readonly ShownAlike[] }) => {
  const { t } = screen
  return (
    <Layout screen={screen} title={`${t(alikeText.title)} · ${mine.c.number}`}>
      <h1>
        {t(alikeText.title)} · <a href={`/desk/cases/${mine.c.number}`}>{mine.c.number}</a>
      </h1>
      <section class="panel">
        <div id="alike">
          {others.length === 0 && <p>{t(alikeText.nothing)}</p>}
          {others.some(isReuse) && <p class="quiet">{t(alikeText.reusedHint)}</p>}
          {!others.every(isReuse) && <p class="quiet">{t(alikeText.similarHint)}</p>}
          {others.map((other) => (
            <Pair screen={screen} mine={mine} other={other} />
          ))}
        </div>
      </section>
    </Layout>
  )
}

const Pair = ({ screen, mine, other }: { screen: Screen; mine: Mine; other: ShownAlike }) => {
  const { t, language } = screen
  const { c, file, ground, isErased, isSameChat, number } = other
  if (c === undefined)
    return (
      <p class="unpaired">
        <b>{t(groundText[ground])}</b>: {isErased ? t(alikeText.erased) : `${t(alikeText.elsewhere)} (${number})`}
      </p>
    )
  return (
    <div class="pair">
      <Side c={mine.c} file={mine.file}>
        {t(alikeText.mine)} {sentOn(mine.c, screen)}
      </Side>
      <Side c={c} file={isErased ? undefined : file}>
        <b>{t(groundText[ground])}</b>{' '}
        <a href={`/desk/cases/${number}`} target="_blank" rel="noopener">
          {number}
        </a>{' '}
        <span class="quiet">
          {procedureName(c.procedure, language)} · {statusName(c.status, language)} {sentOn(c, screen)}
          {isSameChat && ` · ${t(alikeText.sameChat)}`}
        </span>
        {(isErased || file?.stored === undefined) && (
          <span class="badge">{t(isErased ? alikeText.erased : alikeText.replaced)}</span>
        )}
      </Side>
    </div>
  )
}

const sentOn = ({ submittedAt }: Case, { t, language }: Screen): string =>
  submittedAt === null ? '' : `· ${t(alikeText.sent)} ${dayText(submittedAt, language)}`

type SideProps = PropsWithChildren<{ c: Case; file: EvidenceFile | undefined }>

const Side = ({ c, file, children }: SideProps) => {
  const address = file?.stored && `/desk/cases/${c.number}/files/${file.stored.sha256}/preview-1`
  return (
    <figure>
      {address !== undefined && (
        <a href={address} target="_blank" rel="noopener">
          {/* Fetched only when it comes into sight: that is what counts as opened. */}
          <img src={address} loading="lazy" alt={c.number} />
        </a>
      )}
      <figcaption>{children}</figcaption>
    </figure>
  )
}
