import type { DeskSession } from '../../core/handling/desk-access.ts'
import { hookText } from '../text/desk-hooks.ts'
import { meText } from '../text/desk-me.ts'
import { teamText } from '../text/desk-teamwork.ts'
import { visible } from '../text/escape.ts'
import { timeText } from '../text/moment.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

export const mePath = '/desk/me'

const doneText = {
  ended: meText.ended,
  others: meText.othersEnded,
  none: meText.noneEnded,
  saved: meText.saved,
} as const
export type MeDone = keyof typeof doneText
const isDone = (code: string | undefined): code is MeDone => code !== undefined && Object.hasOwn(doneText, code)

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly own: readonly DeskSession[]
  /** Of colleagues; only an admin has them. */
  readonly theirs: readonly { session: DeskSession; name: string }[] | undefined
  readonly done: string | undefined
}

/** One's own devices, those of colleagues for an admin, and how the desk should be. */
export const MePage = (props: Props) => {
  const { screen, own, theirs, done } = props
  const { t } = screen
  return (
    <Layout screen={screen} title={t(meText.title)}>
      <div class="me">
        <h1>{t(meText.title)}</h1>
        <div role="status">{isDone(done) && <p class="done">✓ {t(doneText[done])}</p>}</div>
        <section class="panel">
          <h2>{t(meText.devices)}</h2>
          <p class="quiet">{t(meText.devicesAbout)}</p>
          <Devices {...props} rows={own.map((session) => ({ session, name: undefined }))} />
          {own.length > 1 && <EndOthers {...props} />}
        </section>
        {theirs !== undefined && (
          <section class="panel">
            <h2>{t(meText.colleagues)}</h2>
            <p class="quiet">{t(meText.colleaguesAbout)}</p>
            {theirs.length === 0 ? <p>{t(meText.noColleagues)}</p> : <Devices {...props} rows={theirs} />}
          </section>
        )}
        {props.visitor.role === 'agent' && (
          <p>
            <a href="/desk/hooks">{t(hookText.title)}</a>
          </p>
        )}
        <ShiftOver {...props} />
        <Taste {...props} />
      </div>
    </Layout>
  )
}

type Row = { session: DeskSession; name: string | undefined }

const Devices = ({ rows, ...props }: Props & { rows: readonly Row[] }) => {
  const { t } = props.screen
  return (
    <table class="cases devices">
      <thead>
        <tr>
          {rows.some(({ name }) => name !== undefined) && <th scope="col">{t(meText.colleague)}</th>}
          <th scope="col">{t(meText.device)}</th>
          <th scope="col">{t(meText.since)}</th>
          <th scope="col">{t(meText.used)}</th>
          <th scope="col">
            <span class="hidden">{t(meText.action)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Device {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

const Device = ({ screen: { t, language }, visitor, row: { session, name } }: Props & { row: Row }) => {
  const isThis = session.id === visitor.session.id
  const device = session.device === '' ? t(meText.unknownDevice) : session.device
  return (
    <tr>
      {name !== undefined && (
        <td>
          <bdi>{visible(name)}</bdi>
        </td>
      )}
      <td>
        {device} {isThis && <span class="badge good">{t(meText.thisOne)}</span>}
      </td>
      <td>
        <span class="only-narrow">{t(meText.since)}</span> {timeText(session.since, language)}
      </td>
      <td>
        <span class="only-narrow">{t(meText.used)}</span> {t(meText.usedHint)} {timeText(session.usedAt, language)}
      </td>
      <td>
        {!isThis && (
          <form method="post" action={name === undefined ? `${mePath}/end` : `${mePath}/end-of`}>
            <input type="hidden" name="csrf" value={visitor.session.csrf} />
            <input type="hidden" name="id" value={session.id} />
            {name !== undefined && <input type="hidden" name="staff" value={session.staffId} />}
            <button type="submit" class="small" aria-label={`${t(meText.end)}: ${visible(name ?? '')} ${device}`}>
              {t(meText.end)}
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}

const EndOthers = ({ screen: { t }, visitor }: Props) => (
  <form class="row" method="post" action={`${mePath}/end-others`}>
    <input type="hidden" name="csrf" value={visitor.session.csrf} />
    <button type="submit" class="danger" data-key="">
      {t(meText.endOthers)}
    </button>
  </form>
)

const ShiftOver = ({ screen: { t }, visitor }: Props) => (
  <form class="panel" method="post" action="/desk/shift-over">
    <h2>{t(teamText.shiftOver)}</h2>
    <p class="quiet">{t(teamText.shiftAbout)}</p>
    <input type="hidden" name="csrf" value={visitor.session.csrf} />
    <button type="submit" data-key="">
      {t(teamText.shiftOver)}
    </button>
  </form>
)

const Taste = ({ screen: { t }, visitor: { session, taste } }: Props) => (
  <form class="panel" method="post" action={`${mePath}/taste`}>
    <h2>{t(meText.taste)}</h2>
    <input type="hidden" name="csrf" value={session.csrf} />
    <fieldset class="outcomes">
      <legend>{t(meText.theme)}</legend>
      {(['system', 'light', 'dark'] as const).map((one) => (
        <label class="tick">
          <input type="radio" name="theme" value={one} checked={one === (taste.theme ?? 'system')} />
          <span>{t(meText[one])}</span>
        </label>
      ))}
    </fieldset>
    <label class="tick">
      <input
        type="checkbox"
        name="letters"
        value="on"
        checked={!taste.areLettersOff}
        aria-describedby="letters-about"
      />
      <span>{t(meText.letters)}</span>
    </label>
    <p class="quiet" id="letters-about">
      {t(meText.lettersAbout)}
    </p>
    <p class="row">
      <button class="primary" type="submit">
        {t(meText.save)}
      </button>
    </p>
  </form>
)
