import type { Case } from '../../core/case/case.ts'
import type { Event } from '../../core/case/event.ts'
import { caseText } from '../text/desk-case.ts'
import { sizeText } from '../text/desk-size.ts'
import { timeText } from '../text/moment.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { shownText } from './hostile-text.ts'

/** The evidence and the signed form; whatever else a manifest names is not kept as a file of its own. */
const isKept = ({ signedForm, evidence }: Case, sha256: string): boolean =>
  signedForm?.file.sha256 === sha256 ||
  Object.values(evidence).some((files) => files.some(({ stored }) => stored?.sha256 === sha256))

const Download = ({ view, name, sha256 }: { view: CaseView; name: string; sha256: string }) => (
  <button class="small" type="submit" formaction={actionOf(view, `files/${sha256}/original`)}>
    {view.screen.t(caseText.keep)} {name}
  </button>
)

const lastOf = <T extends Event['type']>(history: readonly Event[], type: T) =>
  history.findLast((event): event is Extract<Event, { type: T }> => event.type === type)

/** The address part of the dossier's cover sheet, once it is made. */
export const dossierOf = (history: readonly Event[]): string | undefined => lastOf(history, 'prepared')?.dossierSha256

/** What was legalised, by whom, with the digest of every file. */
export const Manifest = ({ view }: { view: CaseView }) => {
  const { c, screen, history, isHolder } = view
  const { t, language } = screen
  const legalised = lastOf(history, 'legalised')
  if (c.manifest === null || c.legalisedBy === null || legalised === undefined) return null
  return (
    <section class="panel" id="manifest">
      <h2>{t(caseText.manifest)}</h2>
      <p>
        <bdi>{shownText(c.legalisedBy.name)}</bdi> · {timeText(c.legalisedBy.at, language)}
      </p>
      <p class="quiet">“{legalised.statement}”</p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(caseText.file)}</th>
              <th scope="col">{t(caseText.size)}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {c.manifest.map(({ name, sizeBytes, sha256 }) => (
              <tr>
                <td>{isHolder && isKept(c, sha256) ? <Download view={view} name={name} sha256={sha256} /> : name}</td>
                <td>{sizeText(sizeBytes, language)}</td>
                <td>
                  <code>{sha256}</code>
                </td>
              </tr>
            ))}
            <tr>
              <td colspan={2}>{t(caseText.formDigest)}</td>
              <td>
                <code>{legalised.formSha256}</code>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {isHolder && dossierOf(history) !== undefined && (
        <>
          <p class="row">
            <button type="submit" formaction={actionOf(view, 'dossier')}>
              {t(caseText.dossier)}
            </button>
            <button class="primary" type="submit" formaction={actionOf(view, 'dossier.zip')}>
              {t(caseText.dossierZip)}
            </button>
          </p>
          <p class="quiet">
            {t(caseText.dossierDigest)} <code class="digest">{dossierOf(history)}</code>
          </p>
          <p class="quiet">{t(caseText.dossierVerify)}</p>
        </>
      )}
    </section>
  )
}
