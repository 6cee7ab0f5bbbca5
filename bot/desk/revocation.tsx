import { rules } from '../../core/case/rules.ts'
import { awaitsReissue } from '../../core/procedure/course.ts'
import { changeText } from '../text/desk-change.ts'
import type { Bilingual } from '../text/language.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { Refused } from './refused.tsx'

/** What a verifier confirms of AMS: that the old certificate is revoked, that a new one is asked for. */
export const RevocationPanel = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor } = view
  if (visitor.role !== 'verifier') return null
  const isRevoking = rules['confirm-revoked'].in.includes(c.status)
  if (!isRevoking && !awaitsReissue(c)) return <Refused view={view} section="revocation" />
  return (
    <section class="panel" id="revocation">
      <h2>{screen.t(isRevoking ? changeText.revocation : changeText.reissue)}</h2>
      <Refused view={view} section="revocation" />
      {isRevoking && <p class="quiet">{screen.t(changeText.revokedHint)}</p>}
      {isRevoking ? (
        <Press view={view} action="confirm-revoked" label={changeText.revoked} />
      ) : (
        <Press view={view} action="ask-reissue" label={changeText.reissueAsked} />
      )}
    </section>
  )
}

const Press = ({ view, action, label }: { view: CaseView; action: string; label: Bilingual }) => (
  <p class="row">
    <button class="primary" type="submit" formaction={actionOf(view, action)}>
      {view.screen.t(label)}
    </button>
  </p>
)
