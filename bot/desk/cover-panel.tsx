import { awaitsCover } from '../../core/case/cover-trust.ts'
import { coverText } from '../text/desk-cover.ts'
import { timeText } from '../text/moment.ts'
import { pdfFaultSentence } from '../text/pdf-fault.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { shownText } from './hostile-text.ts'
import { Refused } from './refused.tsx'

/** The cover sheet that legalises a case once its verifier has signed it: out to them, and back. */
export const CoverPanel = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor, outcome } = view
  const { t, language } = screen
  if (!awaitsCover(c) || c.cover == null || visitor.role !== 'verifier') return null
  const isTheirs = c.verifier?.id === visitor.staff.id
  return (
    <section class="panel" id="cover">
      <h2>{t(coverText.title)}</h2>
      <Refused view={view} section="cover" />
      {outcome?.unfit !== undefined && (
        <p class="alert" role="alert" tabindex={-1} autofocus>
          {pdfFaultSentence(outcome.unfit, language)}
        </p>
      )}
      {isTheirs ? (
        <Sign view={view} />
      ) : (
        <p>
          {t(coverText.waitsFor)} <bdi>{shownText(c.verifier?.name ?? '–')}</bdi>.
        </p>
      )}
      <p class="quiet">
        {t(coverText.issuedAt)} {timeText(c.cover.at, language)}
      </p>
      <details>
        <summary>{t(coverText.withdraw)}</summary>
        <p class="quiet">{t(coverText.withdrawHint)}</p>
        <button type="submit" formaction={actionOf(view, 'withdraw-legalisation')}>
          {t(coverText.withdraw)}
        </button>
      </details>
    </section>
  )
}

const Sign = ({ view }: { view: CaseView }) => {
  const { t } = view.screen
  return (
    <>
      <p>{t(coverText.how)}</p>
      <p class="row">
        <button type="submit" formaction={actionOf(view, 'cover')}>
          {t(coverText.download)}
        </button>
      </p>
      <label>
        {t(coverText.file)}
        <input type="file" name="signed-cover" accept="application/pdf,.pdf" />
      </label>
      {view.outcome?.refusal?.refused === 'signer-renewed' && (
        <label class="check">
          <input type="checkbox" name="cover-own" value="yes" /> {t(coverText.own)}
        </label>
      )}
      <p class="row">
        <button
          class="primary"
          type="submit"
          formaction={actionOf(view, 'signed-cover')}
          formenctype="multipart/form-data"
        >
          {t(coverText.upload)}
        </button>
      </p>
    </>
  )
}
