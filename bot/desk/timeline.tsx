import { decisions } from '../../core/case/event.ts'
import { caseText } from '../text/desk-case.ts'
import { timelineText } from '../text/desk-timeline.ts'
import { timeText } from '../text/moment.ts'
import type { CaseView } from './case-view.ts'
import { EvidenceFiles } from './evidence-files.tsx'
import { type Entry, timelineEntries } from './timeline-entries.ts'

/** The history of the case, newest first. */
export const Timeline = ({ view }: { view: CaseView }) => (
  <section class="panel" id="history">
    <h2>{view.screen.t(timelineText.title)}</h2>
    <Entries entries={timelineEntries(view.history, view.screen.language)} view={view} />
  </section>
)

const Entries = ({ entries, view }: { entries: readonly Entry[]; view: CaseView }) => (
  <ol class="history">
    {entries.map(({ at, who, what, details, said, files }) => (
      <li>
        <span class="when">{timeText(at, view.screen.language)}</span>
        <span>
          <bdi>{who}</bdi> · {what}
        </span>
        {said !== undefined && said.words !== '' && <p class={`words ${said.way}`}>{said.words}</p>}
        {files !== undefined && <EvidenceFiles item={files} view={view} />}
        {details.map((detail) => (
          <span class="detail">
            <bdi>{detail}</bdi>
          </span>
        ))}
      </li>
    ))}
  </ol>
)

/** What happened since the page was opened on which a form was filled in that came too late. */
export const Changes = ({ view }: { view: CaseView }) => {
  const { outcome, history, screen } = view
  const seen = outcome?.seen
  if (outcome?.refusal === undefined || seen === undefined || seen >= view.c.decision) return null
  let decision = 0
  const since = history.filter((event) => {
    if (decisions.has(event.type)) decision += 1
    return decision > seen
  })
  return (
    <section class="alert" role="status">
      <h2>{screen.t(caseText.changedTitle)}</h2>
      <Entries entries={timelineEntries(since, screen.language)} view={view} />
      <p>{screen.t(caseText.kept)}</p>
    </section>
  )
}
