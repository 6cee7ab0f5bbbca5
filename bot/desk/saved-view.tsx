import { Hono } from 'hono'
import { viewNameMax } from '../../core/handling/saved-views.ts'
import { queueViews } from '../../core/ticket/queue.ts'
import { type ViewDone, viewText } from '../text/desk-view.ts'
import { visible } from '../text/escape.ts'
import { strangerPage } from './login.tsx'
import { filterFrom, isFiltered, namesPerson, queryText } from './queue-filter.ts'
import type { QueueList } from './queue-list.ts'
import type { Screen } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

const path = '/desk/views'
const longNumber = /\d(?:[ .()/-]{0,2}\d){8,}/

/** The lists that a person keeps: made, renamed and deleted on the list itself. */
export function savedViewRoutes(desk: Desk): Hono<DeskEnv> {
  const { savedViews, newId, now } = desk.ports
  const app = new Hono<DeskEnv>()
  app.post(path, async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const { query, name, id } = asked(await c.req.parseBody())
    const known = (await savedViews.viewsOf(visitor.staff.id)).find((one) => one.id === id)
    const keep = () => savedViews.keepView(visitor.staff.id, { id: known?.id ?? newId(), name, query }, now())
    const done: ViewDone =
      name === '' ? 'view-nameless' : isPersonal(name) ? 'view-person' : (await keep()) ? 'view-kept' : 'view-many'
    return c.redirect(`/desk?${query}&done=${done}`, 303)
  })
  app.post(`${path}/drop`, async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const { query, id } = asked(await c.req.parseBody())
    await savedViews.dropView(visitor.staff.id, id)
    return c.redirect(`/desk?${query}&done=view-dropped`, 303)
  })
  return app
}

/** Whatever a form says, its query is one of ours again. */
function asked(fields: Record<string, unknown>) {
  const textOf = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const given = new URLSearchParams(textOf('query'))
  const view = queueViews.find((one) => one === given.get('view')) ?? 'all'
  const { after, ...filter } = filterFrom((name) => given.get(name) ?? undefined)
  return {
    query: queryText(view, filter),
    name: visible(textOf('name')).trim().slice(0, viewNameMax),
    id: textOf('id').slice(0, 60),
  }
}

const isPersonal = (name: string): boolean => namesPerson(name) || longNumber.test(name)

/** The view of theirs that a list shows, if it is one. */
export function currentView({ saved, view, filter }: QueueList) {
  const { after, ...rest } = filter
  const query = queryText(view, rest)
  return saved.find((one) => one.query === query)
}

/** Keeps what is shown under a name, or does something with the view that is. */
export const SavedViewForm = ({
  screen: { t },
  visitor,
  list,
}: {
  screen: Screen
  visitor: Visitor
  list: QueueList
}) => {
  const current = currentView(list)
  const { after, ...filter } = list.filter
  if (current === undefined && !isFiltered(filter)) return null
  return (
    <form class="filter" method="post" action={path}>
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <input type="hidden" name="query" value={queryText(list.view, filter)} />
      {current && <input type="hidden" name="id" value={current.id} />}
      <label>
        {t(viewText.name)}
        <input name="name" maxlength={viewNameMax} value={current?.name ?? ''} autocomplete="off" />
      </label>
      <button type="submit">{t(current === undefined ? viewText.keep : viewText.rename)}</button>
      {current && (
        <button type="submit" formaction={`${path}/drop`}>
          {t(viewText.drop)}
        </button>
      )}
    </form>
  )
}
