import type { EvidenceFile } from '../../core/case/case.ts'
import { notRead, readFacts, readTitle } from '../text/reading.ts'
import type { CaseView } from './case-view.ts'
import { shownText } from './hostile-text.ts'

/** What a machine read of a file's pictures, beside them: a hint to compare by, never a verdict. Names only for its holder. */
export const Reading = ({ file, view }: { file: EvidenceFile; view: CaseView }) => {
  const { t, language } = view.screen
  const facts = readFacts(view.c, file, language).filter(({ isPersonal }) => view.isHolder || isPersonal !== true)
  if (facts.length === 0) return null
  return (
    <dl class="reading" aria-label={t(readTitle)}>
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value === null ? <span class="quiet">{t(notRead)}</span> : <bdi>{shownText(value)}</bdi>}</dd>
        </div>
      ))}
    </dl>
  )
}
