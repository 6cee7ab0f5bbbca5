import { isCooling, proofOf } from '../../core/identity/proof.ts'
import { claimText, coolingLine, proofLine } from '../text/claim.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import type { CaseView } from './case-view.ts'

/** What a code has shown of the requester, and until when a new chat waits. */
export const Claim = ({ view: { c, screen } }: { view: CaseView }) => {
  const { language, at } = screen
  const proof = proofLine(c, language)
  const cooling = coolingLine(c, at, language)
  return (
    <>
      {proof !== undefined && (
        <p>
          <span class={proofOf(c) === 'none' ? 'badge warn' : 'badge good'}>{proof}</span>
        </p>
      )}
      {cooling !== undefined && <p class="warn">{cooling}</p>}
    </>
  )
}

/** The other open cases about the same person, side by side; of another agency's no more than that there is one. */
export const Rivals = ({ view: { rivals, screen } }: { view: CaseView }) => {
  const { t, language } = screen
  if (rivals.length === 0) return null
  return (
    <div class="rivals">
      <h3>{t(claimText.rivals)}</h3>
      <table>
        {rivals.map(({ number, isProved, c }) => (
          <tr>
            <td>{c === undefined ? number : <a href={`/desk/cases/${number}`}>{number}</a>}</td>
            <td>{t(isProved ? claimText.provedRival : claimText.unprovedRival)}</td>
            <td>{c === undefined ? t(claimText.elsewhere) : procedureName(c.procedure, language)}</td>
            <td>{c !== undefined && statusNameOf(c, language)}</td>
            <td>{c?.submittedAt != null && timeText(c.submittedAt, language)}</td>
          </tr>
        ))}
      </table>
    </div>
  )
}

/** True while only a meeting takes away the wait of a new chat. */
export const waitsForMeeting = ({ c, screen }: CaseView): boolean => isCooling(c, screen.at)
