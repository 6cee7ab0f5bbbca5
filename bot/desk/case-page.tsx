import { rules } from '../../core/case/rules.ts'
import { closingOf } from '../../core/procedure/course.ts'
import { caseText } from '../text/desk-case.ts'
import { frameText } from '../text/desk-frame.ts'
import { keyText } from '../text/desk-keys.ts'
import { reviewText } from '../text/desk-review.ts'
import { AgentSteps } from './agent-steps.tsx'
import { CaseHeader } from './case-header.tsx'
import { actionOf, type CaseView } from './case-view.ts'
import { CertificatePanel } from './certificate.tsx'
import { Closing, ClosingHint, Settlement } from './closing.tsx'
import { Composer } from './composer.tsx'
import { CoverPanel } from './cover-panel.tsx'
import { Identity } from './identity.tsx'
import { Items } from './items.tsx'
import { Layout } from './layout.tsx'
import { Manifest } from './manifest.tsx'
import { Others } from './others.tsx'
import { Refused } from './refused.tsx'
import { Reject } from './reject.tsx'
import { RevocationPanel } from './revocation.tsx'
import { SideList } from './side-list.tsx'
import { FormPanel } from './signed-form.tsx'
import { StepList } from './step-list.tsx'
import { saidField, saidIn } from './talk-forms.ts'
import { Teamwork } from './teamwork.tsx'
import { Changes, Timeline } from './timeline.tsx'
import { isVerdictField } from './verdict-form.ts'

/** The page of one case. It is one form: each button says where it goes, so nothing typed is lost on the way. */
export const CasePage = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor } = view
  return (
    <Layout screen={screen} title={c.number}>
      <Watch view={view} />
      <div class="panes">
        <SideList screen={screen} />
        <form class="case" method="post" action={actionOf(view, 'enter')} autocomplete="off">
          <input type="hidden" name="csrf" value={visitor.session.csrf} />
          <input type="hidden" name="seen" value={String(c.decision)} />
          <input type="hidden" name={saidField} value={String(saidIn(c))} />
          {/* The Enter key presses a form's first button: let that be a harmless one. */}
          <button type="submit" hidden>
            {screen.t(reviewText.save)}
          </button>
          <CaseHeader view={view} />
          <Refused view={view} section="top" />
          <Changes view={view} />
          <Kept view={view} />
          <div class="columns">
            <div class="main">
              <section class="panel">
                <Refused view={view} section="items" />
                <Items view={view} />
              </section>
              {view.isReviewing && closingOf(view.c) === 'settle' && (
                <section class="panel" id="settle">
                  <Settlement view={view} />
                </section>
              )}
              {view.isReviewing && <Decide view={view} />}
              <Composer view={view} />
              <Manifest view={view} />
            </div>
            <aside>
              <Claim view={view} />
              <FormPanel view={view} />
              <CoverPanel view={view} />
              <RevocationPanel view={view} />
              <CertificatePanel view={view} />
              <AgentSteps view={view} />
              <Teamwork view={view} />
              <Identity view={view} />
              {view.isReviewing && <Reject view={view} />}
              <StepList view={view} />
              <Timeline view={view} />
            </aside>
          </div>
        </form>
      </div>
    </Layout>
  )
}

/** Says when the case changed behind this page's back, without touching what is being typed. */
const Watch = ({ view: { c, screen, others } }: { view: CaseView }) => (
  <nav
    id="watch"
    class="crumbs"
    aria-label={screen.t(frameText.queues)}
    hx-ext="sse"
    sse-connect={`${screen.live}&case=${c.number}`}
  >
    <a href="/desk" data-key="u" data-label={screen.t(keyText.back)}>
      ← {screen.t(caseText.toQueue)}
    </a>
    <span hx-get={`/desk/cases/${c.number}/watch?revision=${c.revision}`} hx-trigger="sse:change" hx-swap="innerHTML" />
    <span
      role="status"
      hx-get={`/desk/cases/${c.number}/presence`}
      hx-trigger="sse:presence, every 30s"
      hx-swap="innerHTML"
    >
      <Others others={others} language={screen.language} />
    </span>
  </nav>
)

/** Verdicts that were typed while the case was lost to its verifier wait here until it is claimed again. */
const Kept = ({ view: { outcome, isReviewing } }: { view: CaseView }) => (
  <>
    {!isReviewing &&
      [...(outcome?.typed ?? [])]
        .filter(([name]) => isVerdictField(name))
        .map(([name, value]) => <input type="hidden" name={name} value={value} />)}
  </>
)

const Claim = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor, isReviewing } = view
  // A form that waits is withdrawn in a panel of its own, which says what that means.
  const isClaimable = rules.claim.in.includes(c.status) && c.status !== 'awaiting-signature'
  if (visitor.role !== 'verifier' || isReviewing || !isClaimable) return null
  return (
    <section class="panel">
      <p class="row">
        <button class="primary" type="submit" formaction={actionOf(view, 'claim')} data-key="c">
          {screen.t(reviewText.claim)}
        </button>
      </p>
    </section>
  )
}

const Decide = ({ view }: { view: CaseView }) => {
  const { t } = view.screen
  return (
    <section class="panel decide" id="decide">
      <Refused view={view} section="decide" />
      <p class="row">
        <Closing view={view} />
        <button type="submit" formaction={actionOf(view, 'return')} data-key="" data-decides="">
          {t(reviewText.return)}
        </button>
        <button type="submit" formaction={actionOf(view, 'save')} data-key="">
          {t(reviewText.save)}
        </button>
        <button class="plain" type="submit" formaction={actionOf(view, 'release')} data-key="c">
          {t(reviewText.release)}
        </button>
      </p>
      <ClosingHint view={view} />
    </section>
  )
}
