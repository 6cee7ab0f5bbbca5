import { askedMax } from '../../core/handling/search.ts'
import { maskDigits, maskEmail } from '../../core/privacy/mask.ts'
import type { PersonKey, PlainWords } from '../../core/ticket/plain-words.ts'
import { foundBy, onlyFirst, personKeyName, searchText } from '../text/desk-search.ts'
import { CaseTable } from './case-table.tsx'
import { type FoundList, placeText } from './found-list.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'
import { searchPath } from './search-path.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly typed: string
  readonly asked: PlainWords
  /** Absent when there was nothing to look for. */
  readonly list?: FoundList
  /** Not the first page. */
  readonly isLater: boolean
  /** The address named a person, and was left. */
  readonly wasInAddress: boolean
}

/** What was found, newest first; people are named by the ends of their numbers only. */
export const SearchPage = (props: Props) => {
  const { screen, visitor, typed, asked, list, wasInAddress } = props
  const { t } = screen
  const isOfPeople = asked.people.length > 0
  return (
    <Layout screen={screen} title={t(searchText.title)}>
      <h1>{t(searchText.title)}</h1>
      {wasInAddress && <p class="alert">{t(searchText.inAddress)}</p>}
      <form class="search" method="post" action={searchPath}>
        <input type="hidden" name="csrf" value={visitor.session.csrf} />
        <label>
          {t(searchText.field)}
          <input name="q" type="search" value={isOfPeople ? '' : typed} maxlength={200} autocomplete="off" />
        </label>
        <button class="primary" type="submit">
          {t(searchText.button)}
        </button>
      </form>
      <p class="quiet">{t(searchText.hint)}</p>
      {isOfPeople && <p>{[...asked.people.map(masked), ...asked.words].join(' · ')}</p>}
      {asked.words.length > askedMax && <p class="quiet">{t(onlyFirst(askedMax))}</p>}
      {list === undefined ? (
        typed !== '' && <p class="empty">{t(searchText.nothingAsked)}</p>
      ) : (
        <Results {...props} list={list} />
      )}
    </Layout>
  )
}

const masked = ({ kind, value }: PersonKey): string =>
  `${personKeyName[kind]} ${kind === 'mail' ? maskEmail(value) : maskDigits(value)}`

const Results = ({ screen, visitor, list, ...rest }: Props & { list: FoundList }) => {
  const { t } = screen
  const marks = new Map(list.found.map((hit) => [hit.case.id, t(foundBy[hit.by])]))
  if (list.found.length === 0 && list.next === undefined)
    return (
      <div class="empty" role="status">
        <p>{t(searchText.none)}</p>
        <p>{t(searchText.advice)}</p>
      </div>
    )
  return (
    <>
      <p class="quiet" role="status">
        {t(searchText.newestFirst)}
      </p>
      <CaseTable
        screen={screen}
        visitor={visitor}
        cases={list.found.map((hit) => hit.case)}
        mark={{ head: t(searchText.by), of: (c) => marks.get(c.id) ?? '' }}
      />
      <More {...rest} screen={screen} visitor={visitor} list={list} />
    </>
  )
}

/** A form where the address may not say what is looked for. */
const More = ({ screen: { t }, visitor, typed, asked, list, isLater }: Props & { list: FoundList }) => {
  const after = list.next && placeText(list.next)
  const address = (more: Record<string, string>) => `${searchPath}?${new URLSearchParams({ q: typed, ...more })}`
  if (asked.people.length > 0)
    return after === undefined ? null : (
      <form method="post" action={searchPath}>
        <input type="hidden" name="csrf" value={visitor.session.csrf} />
        <input type="hidden" name="q" value={typed} />
        <input type="hidden" name="after" value={after} />
        <button type="submit">{t(searchText.more)}</button>
      </form>
    )
  return (
    <nav class="pages" aria-label={t(searchText.title)}>
      {isLater && <a href={address({})}>{t(searchText.top)}</a>}
      {after !== undefined && (
        <a rel="next" href={address({ after })}>
          {t(searchText.more)}
        </a>
      )}
    </nav>
  )
}
