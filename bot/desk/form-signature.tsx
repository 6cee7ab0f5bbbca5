import type { SignedForm } from '../../core/case/case.ts'
import { needsConfirmation } from '../../core/case/form-trust.ts'
import type { FormVerdict } from '../../core/signature/form-verdict.ts'
import { formSignatureText, matchText } from '../text/form-signature.ts'
import { timeText } from '../text/moment.ts'
import { signatureReasonText } from '../text/signature-reason.ts'
import type { Action } from './case-forms.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { shownText } from './hostile-text.ts'

const confirming = (isSigner: boolean): Action => ({
  section: 'form',
  done: 'signature',
  commands: ({ seen }) => [[{ type: 'confirm-signature', isSigner, seen }]],
})

/** What the buttons below do. */
export const signatureActions: Readonly<Record<string, Action>> = {
  'confirm-signer': confirming(true),
  'confirm-signature': confirming(false),
}

/** What the signature of a returned form is worth, with both names, and what a verifier has to say of it. */
export const FormSignature = ({ view, form }: { view: CaseView; form: SignedForm }) => {
  const { t, language } = view.screen
  const { verdict, confirmed } = form
  return (
    <div class="signature">
      {verdict === null ? (
        <div class="warn">
          <b>⚠ {t(formSignatureText.unverified)}</b>
          <p>{t(formSignatureText.unverifiedWhy)}</p>
        </div>
      ) : (
        <Found view={view} verdict={verdict} isConfirmed={confirmed !== undefined} />
      )}
      {form.relation === 'flattened' && <p class="warn">{t(formSignatureText.flattened)}</p>}
      {confirmed !== undefined && (
        <p class="done">
          ✓ {t(formSignatureText.confirmedBy)} <bdi>{shownText(confirmed.name)}</bdi>,{' '}
          {timeText(confirmed.at, language)}
        </p>
      )}
    </div>
  )
}

type FoundProps = { view: CaseView; verdict: FormVerdict; isConfirmed: boolean }

const Found = ({ view, verdict, isConfirmed }: FoundProps) => {
  const { t, language } = view.screen
  const { signer, expected, match, reasons } = verdict
  const isGood = verdict.verdict === 'VALID'
  // Who it is has a sentence of its own below.
  const told = reasons.filter((reason) => reason !== 'SIGNER_MISMATCH')
  return (
    <>
      <p>
        <span class={isGood || isConfirmed ? 'badge good' : 'badge soon'}>
          {isGood || isConfirmed ? '✓ ' : '⚠ '}
          {t(isGood ? formSignatureText.valid : isConfirmed ? formSignatureText.reviewed : formSignatureText.review)}
        </span>
      </p>
      <dl class="names">
        <dt>{t(formSignatureText.signer)}</dt>
        <dd>
          <b>
            <bdi>{signer === null ? t(formSignatureText.nobody) : shownText(signer.commonName)}</bdi>
          </b>
        </dd>
        <dt>{t(formSignatureText.expected)}</dt>
        <dd>
          <b>
            <bdi>{shownText(expected.name)}</bdi>
          </b>
          {expected.isActing && ` (${t(formSignatureText.acting)})`}
        </dd>
        <dt>{t(formSignatureText.time)}</dt>
        <dd>{timeOf(view, verdict)}</dd>
      </dl>
      <p class={match === 'pinned' || match === 'first' ? 'quiet' : 'warn'}>{t(matchText[match])}</p>
      {told.length > 0 && (
        <ul class={isGood ? 'quiet' : ''}>
          {told.map((reason) => (
            <li>{signatureReasonText[reason][language]}</li>
          ))}
        </ul>
      )}
      <Certificates view={view} verdict={verdict} />
    </>
  )
}

function timeOf({ screen: { t, language } }: CaseView, { time }: FormVerdict): string {
  if (time.value === null || time.source === 'none') return t(formSignatureText.noTime)
  const source = time.source === 'timestamp' ? formSignatureText.proven : formSignatureText.claimed
  const tsa = time.source === 'timestamp' && time.tsa !== undefined ? ` ${shownText(time.tsa)}` : ''
  return `${timeText(time.value, language)}, ${t(source)}${tsa}`
}

/** Fingerprints, for whoever compares them; those that are known as the officer's stand below the one that signed. */
const Certificates = ({ view, verdict: { signer, expected } }: { view: CaseView; verdict: FormVerdict }) => {
  const { t, language } = view.screen
  const known = view.pins.filter(({ person }) => person === expected.nip)
  return (
    <details>
      <summary>{t(formSignatureText.fingerprint)}</summary>
      {signer !== null && <code class="digest">{signer.certSha256}</code>}
      {known.length > 0 && (
        <>
          <p class="quiet">{t(formSignatureText.known)}</p>
          <ul>
            {known.map(({ certSha256, commonName, at }) => (
              <li>
                <bdi>{shownText(commonName)}</bdi> {t(formSignatureText.since)} {timeText(at, language)}{' '}
                <code class="digest">{certSha256}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** What a verifier presses where somebody must say that the signature counts; below the pages, which come first. */
export const ConfirmSignature = ({ view, form }: { view: CaseView; form: SignedForm }) => {
  const { c, visitor, screen } = view
  const { verdict } = form
  if (!needsConfirmation(form)) return null
  const { t } = screen
  if (c.verifier?.id !== visitor.staff.id) return <p class="quiet">{t(formSignatureText.holderOnly)}</p>
  const isAsked = verdict !== null && verdict.signer !== null && verdict.match !== 'pinned'
  const isOther = verdict?.match === 'other'
  return (
    <p class="row">
      {isAsked && (
        <button class={isOther ? '' : 'primary'} type="submit" formaction={actionOf(view, 'confirm-signer')}>
          {t(formSignatureText.isSigner)} {shownText(verdict.expected.name)}
        </button>
      )}
      {(!isAsked || isOther) && (
        <button class={isAsked ? '' : 'primary'} type="submit" formaction={actionOf(view, 'confirm-signature')}>
          {t(isAsked ? formSignatureText.onlyNow : formSignatureText.accept)}
        </button>
      )}
    </p>
  )
}
