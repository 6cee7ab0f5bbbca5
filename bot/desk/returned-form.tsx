import type { SignedForm } from '../../core/case/case.ts'
import { formGap } from '../../core/case/form-trust.ts'
import { formText } from '../text/desk-change.ts'
import { formFieldLabels } from '../text/form-field.ts'
import { timeText } from '../text/moment.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { ConfirmSignature, FormSignature } from './form-signature.tsx'
import { shownText } from './hostile-text.ts'

const pagesShown = 3

/** The copy that came back: how it relates to the form, what its signature is worth, its pages, and what to do with it. */
export const Returned = ({ view, form }: { view: CaseView; form: SignedForm }) => {
  const { t, language } = view.screen
  const { sha256, pages } = form.file
  const shown = Array.from({ length: Math.min(pages, pagesShown) }, (_, index) => index + 1)
  const address = (page: number) => actionOf(view, `files/${sha256}/preview-${page}`)
  return (
    <div class="returned">
      <p>
        <span class="badge good">✓ {t(formText.back)}</span> {timeText(form.at, language)},{' '}
        {t(form.from === 'verifier' ? formText.fromVerifier : formText.fromPerson)}
      </p>
      {form.relation !== 'flattened' && (
        <p>{t(form.relation === 'appended' ? formText.appended : formText.rewritten)}</p>
      )}
      {form.differs.length > 0 && (
        <p class="warn">
          {t(formText.differs)}: <b>{formFieldLabels(form.differs.map(shownText).join(', '), language)}</b>
        </p>
      )}
      <FormSignature view={view} form={form} />
      <div class="pages">
        {shown.map((page) => (
          <a href={address(page)} target="_blank" rel="noopener">
            <img src={address(page)} loading="lazy" alt={`${t(formText.back)} ${page}`} />
          </a>
        ))}
      </div>
      <p class="row">
        <button class="small" type="submit" formaction={actionOf(view, `files/${sha256}/original`)}>
          {t(formText.downloadSigned)}
        </button>
      </p>
      <ConfirmSignature view={view} form={form} />
      {view.c.verifier?.id === view.visitor.staff.id && formGap(view.c) === undefined && <Legalise view={view} />}
    </div>
  )
}

const Legalise = ({ view }: { view: CaseView }) => (
  <p class="row">
    <button class="primary" type="submit" formaction={actionOf(view, 'legalise-form')}>
      {view.screen.t(formText.legalise)}
    </button>
  </p>
)
