import type { Case } from '../../core/case/case.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { maskName } from '../../core/privacy/mask.ts'
import { queueText, remarkCount } from '../text/desk-frame.ts'
import { procedureName } from '../text/procedure.ts'
import { AgencyTag } from './agency-tag.tsx'
import { DueChip, SnoozeMark, StatusChip, UrgentMark } from './chip.tsx'
import { holderText } from './holder.ts'
import { type LastLook, lookText } from './last-look.ts'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface RowProps {
  readonly c: Case
  readonly screen: Screen
  readonly visitor: Visitor
  readonly hasAgencies: boolean
  /** What else is said of it. */
  readonly mark?: string | undefined
  readonly look?: LastLook | undefined
}

/** One case of the list; it names the agency for whoever works for several. */
export const Row = ({ c, screen, visitor, hasAgencies, mark, look }: RowProps) => (
  <tr>
    <td>
      <DueChip c={c} screen={screen} /> <UrgentMark c={c} screen={screen} />
    </td>
    <td>
      <a class="number" id={`case-${c.number}`} href={`/desk/cases/${c.number}`} data-walk="">
        {c.number}
      </a>
      <span class="quiet">{procedureName(c.procedure, screen.language)}</span>
    </td>
    <td>
      <StatusChip c={c} screen={screen} /> <SnoozeMark c={c} screen={screen} />
    </td>
    <td>{typeof c.answers.name === 'string' ? maskName(c.answers.name) : '–'}</td>
    <td>
      <Checks c={c} screen={screen} />
    </td>
    <td>
      {holderText(c, screen, visitor)}
      {look && <span class="quiet">{lookText(look, screen, visitor)}</span>}
    </td>
    {hasAgencies && (
      <td>
        <AgencyTag code={c.agency} agencies={screen.agencies} />
      </td>
    )}
    {mark !== undefined && <td>{mark}</td>}
  </tr>
)

const Checks = ({ c, screen: { t, at } }: { c: Case; screen: Screen }) => {
  const all = [...remarksOf(c, at).values()]
  const remarked = all.filter((remarks) => remarks.length > 0).length
  return (
    <span class="checks">
      {all.length - remarked} {t(queueText.clean)}
      {remarked > 0 && <b> · {t(remarkCount(remarked))}</b>}
    </span>
  )
}
