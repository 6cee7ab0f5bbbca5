import type { Case } from '../../core/case/case.ts'
import { queueText } from '../text/desk-frame.ts'
import type { LastLook } from './last-look.ts'
import { Row } from './queue-row.tsx'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** One more column. */
export interface Mark {
  readonly head: string
  of(c: Case): string
}

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly cases: readonly Case[]
  readonly mark?: Mark
  /** Who opened which case last. */
  readonly looks?: ReadonlyMap<string, LastLook>
}

/** A list of cases, a row each; it names the agency for whoever works for several. */
export const CaseTable = ({ screen, visitor, cases, mark, looks }: Props) => {
  const hasAgencies = visitor.staff.agencies.length > 1
  const heads = ['due', 'case', 'status', 'requester', 'checks', 'holder'] as const
  return (
    <table class="cases">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{screen.t(queueText[head])}</th>
          ))}
          {hasAgencies && <th scope="col">{screen.t(queueText.agency)}</th>}
          {mark && <th scope="col">{mark.head}</th>}
        </tr>
      </thead>
      <tbody>
        {cases.map((c) => (
          <Row
            c={c}
            screen={screen}
            visitor={visitor}
            hasAgencies={hasAgencies}
            mark={mark?.of(c)}
            look={looks?.get(c.id)}
          />
        ))}
      </tbody>
    </table>
  )
}
