import type { SignatureVerdict } from '../../core/signature/reason.ts'
import type { PdfSignatureReport, SignatureResult } from '../../core/signature/report.ts'
import { signatureText } from '../text/desk-signature.ts'
import { timeText } from '../text/moment.ts'
import { reasonSentences, verdictName, verdictSentence } from '../text/signature.ts'
import { type SignatureFact, signatureFacts, technicalFacts } from '../text/signature-fact.ts'
import { signaturePath } from './body-size.ts'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'

/** What came of a file, if one was sent. */
export interface CheckShown {
  readonly report?: PdfSignatureReport
  /** What the file was called, for whoever sent it. */
  readonly name?: string
  readonly fault?: string
}

interface Props extends CheckShown {
  readonly screen: Screen
  readonly csrf: string
  readonly hasAnchors: boolean
}

export const SignaturePage = ({ screen, csrf, hasAnchors, report, name = '', fault }: Props) => {
  const { t } = screen
  return (
    <Layout screen={screen} title={t(signatureText.title)}>
      <section class="check">
        <h1>{t(signatureText.title)}</h1>
        {!hasAnchors && <p class="warn">{t(signatureText.noAnchors)}</p>}
        {report && <Report screen={screen} report={report} name={name} />}
        {fault !== undefined && (
          <p class="alert" role="alert" tabindex={-1} autofocus id="refused">
            {fault}
          </p>
        )}
        <form class="panel" method="post" action={signaturePath} enctype="multipart/form-data">
          <input type="hidden" name="csrf" value={csrf} />
          <label>
            {t(report === undefined ? signatureText.file : signatureText.another)}
            <input type="file" name="file" accept="application/pdf,.pdf" required />
          </label>
          <p class="quiet">{t(signatureText.how)}</p>
          <button class="primary" type="submit">
            {t(signatureText.check)}
          </button>
        </form>
      </section>
    </Layout>
  )
}

/** By how bad a verdict is, beside its words. */
const tone: Readonly<Record<SignatureVerdict, 'done' | 'warn' | 'alert'>> = {
  VALID: 'done',
  NEEDS_REVIEW: 'warn',
  UNTRUSTED: 'alert',
  INVALID: 'alert',
  NOT_SIGNED: 'warn',
  UNREADABLE: 'alert',
}
const sign = { done: '✓', warn: '⚠', alert: '✕' } as const
const badge = { done: 'badge good', warn: 'chip soon', alert: 'badge bad' } as const

const Report = ({ screen, report, name }: { screen: Screen; report: PdfSignatureReport; name: string }) => {
  const { t, language } = screen
  const { file, checkedAt, signatures, verdict } = report
  return (
    <>
      <p class={tone[verdict]} role="status" tabindex={-1} autofocus id="verdict">
        <b>
          {sign[tone[verdict]]} {shownText(verdictSentence(report, language))}
        </b>
      </p>
      <p class="quiet">
        <bdi>{shownText(name)}</bdi> · {t(signatureText.checkedAt)} {timeText(checkedAt, language)}
      </p>
      {signatures.map((result, index) => (
        <Signature screen={screen} report={report} result={result} number={index + 1} />
      ))}
      <details>
        <summary>{t(signatureText.fingerprint)}</summary>
        <code>{file.sha256}</code>
      </details>
    </>
  )
}

interface SignatureProps {
  readonly screen: Screen
  readonly report: PdfSignatureReport
  readonly result: SignatureResult
  readonly number: number
}

const Signature = ({ screen: { t, language }, report, result, number }: SignatureProps) => {
  const said = reasonSentences(report, result, language)
  const name = result.kind === 'timestamp' ? t(signatureText.stamp) : (result.signer?.commonName ?? '–')
  return (
    <article class="panel">
      <h2>
        {number}. <bdi>{shownText(name)}</bdi>{' '}
        <span class={badge[tone[result.verdict]]}>{t(verdictName[result.verdict])}</span>
      </h2>
      {said.length > 0 && (
        <ul class="said">
          {said.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      <Facts facts={signatureFacts(result, language).map((fact) => ({ ...fact, value: shownText(fact.value) }))} />
      <details>
        <summary>{t(signatureText.technical)}</summary>
        <Facts facts={technicalFacts(result, language)} />
      </details>
    </article>
  )
}

const Facts = ({ facts }: { facts: readonly SignatureFact[] }) => (
  <dl class="pairs">
    {facts.map(({ label, value }) => (
      <>
        <dt>{label}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </>
    ))}
  </dl>
)
