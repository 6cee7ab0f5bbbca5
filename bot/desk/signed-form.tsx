import { officerAt } from '../../core/agency/in-charge.ts'
import { formText } from '../text/desk-change.ts'
import { timeText } from '../text/moment.ts'
import { pdfFaultSentence } from '../text/pdf-fault.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { shownText } from './hostile-text.ts'
import { Refused } from './refused.tsx'
import { Returned } from './returned-form.tsx'

/** The form that the person in charge signs: out to them, and back as a signed copy to be looked at and legalised. */
export const FormPanel = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor } = view
  const { t, language } = screen
  if (c.status !== 'awaiting-signature' || visitor.role !== 'verifier') return null
  return (
    <section class="panel" id="form">
      <h2>{t(formText.title)}</h2>
      <Refused view={view} section="form" />
      {view.outcome?.unfit !== undefined && (
        <p class="alert" role="alert" tabindex={-1} autofocus>
          {pdfFaultSentence(view.outcome.unfit, language)}
        </p>
      )}
      {c.form === null ? <p class="quiet">{t(formText.making)}</p> : <Issued view={view} issuedAt={c.form.at} />}
      {c.signedForm !== null && <Returned view={view} form={c.signedForm} />}
      <OtherHolder view={view} />
      <Withdraw view={view} />
    </section>
  )
}

const Issued = ({ view, issuedAt }: { view: CaseView; issuedAt: string }) => {
  const { c, screen, agencies } = view
  const { t, language } = screen
  const agency = agencies.find(({ code }) => code === c.agency)
  const officer = agency && officerAt(agency, screen.at)
  return (
    <>
      {c.signedForm === null && officer !== undefined && (
        <p>
          {t(formText.waitsFor)} <bdi>{officer.name}</bdi>
          {officer.isActing && ` (${t(formText.acting)})`}, <bdi>{officer.title}</bdi>.
        </p>
      )}
      <p class="quiet">
        {t(formText.issuedAt)} {timeText(issuedAt, language)}
      </p>
      <p class="row">
        <button type="submit" formaction={actionOf(view, 'form')}>
          {t(formText.download)}
        </button>
      </p>
      {!view.verifiesSignatures && c.signedForm === null && <p class="warn">{t(formText.unverifying)}</p>}
      <label>
        {t(formText.file)}
        <input type="file" name="signed-form" accept="application/pdf,.pdf" />
      </label>
      <p class="row">
        <button
          class={c.signedForm === null ? 'primary' : ''}
          type="submit"
          formaction={actionOf(view, 'signed-form')}
          formenctype="multipart/form-data"
        >
          {t(c.signedForm === null ? formText.upload : formText.again)}
        </button>
      </p>
    </>
  )
}

/** Where a colleague accepted the case: whoever goes on in their place takes it over, and the form stays good. */
const OtherHolder = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor } = view
  const { t } = screen
  if (c.verifier?.id === visitor.staff.id) return null
  return (
    <>
      <p class="quiet">
        {t(formText.otherHolder)} <bdi>{shownText(c.verifier?.name ?? '–')}</bdi>. {t(formText.takeOverHint)}
      </p>
      <p class="row">
        <button type="submit" formaction={actionOf(view, 'take-over')}>
          {t(formText.takeOver)}
        </button>
      </p>
    </>
  )
}

const Withdraw = ({ view }: { view: CaseView }) => {
  const { t } = view.screen
  return (
    <details>
      <summary>{t(formText.withdraw)}</summary>
      <p class="quiet">{t(formText.withdrawHint)}</p>
      <button type="submit" formaction={actionOf(view, 'claim')}>
        {t(formText.withdraw)}
      </button>
    </details>
  )
}
