import { showsEnd } from '../../core/ticket/certificate.ts'
import { certificateText } from '../text/certificate.ts'
import { momentText } from '../text/moment.ts'
import type { Action } from './case-forms.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'
import { Refused } from './refused.tsx'

const field = 'certificate-until'

/** What the buttons below do, for verifiers and agents alike. */
export const certificateActions: Readonly<Record<string, Action>> = {
  'note-certificate': {
    section: 'certificate',
    done: 'certificate',
    commands: ({ typed, seen }) => [[{ type: 'note-certificate', until: typed.get(field) ?? '', seen }]],
  },
  'drop-certificate': {
    section: 'certificate',
    done: 'certificate-dropped',
    commands: ({ seen }) => [[{ type: 'note-certificate', until: null, seen }]],
  },
}

/** The last day of the certificate, noted by whoever sees it in AMS. */
export const CertificatePanel = ({ view }: { view: CaseView }) => {
  const { c, screen } = view
  const { t, language } = screen
  if (!showsEnd(c)) return null
  return (
    <section class="panel" id="certificate">
      <h2>{t(certificateText.title)}</h2>
      <Refused view={view} section="certificate" />
      {c.certificateUntil !== null && (
        <p>
          {t(certificateText.noted)}: <b>{momentText({ date: c.certificateUntil }, language)}</b>
        </p>
      )}
      <label>
        {t(certificateText.until)}
        <input type="date" name={field} value={typedIn(view, field) ?? c.certificateUntil ?? ''} />
      </label>
      <p class="quiet">{t(certificateText.hint)}</p>
      <p class="row">
        <button class="primary" type="submit" formaction={actionOf(view, 'note-certificate')}>
          {t(certificateText.save)}
        </button>
        {c.certificateUntil !== null && (
          <button type="submit" formaction={actionOf(view, 'drop-certificate')}>
            {t(certificateText.drop)}
          </button>
        )}
      </p>
    </section>
  )
}
