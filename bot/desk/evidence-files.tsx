import type { EvidenceFile } from '../../core/case/case.ts'
import { isFileHeld, isOptional } from '../../core/case/missing.ts'
import { caseText } from '../text/desk-case.ts'
import { sizeText } from '../text/desk-size.ts'
import { fileFaultSentence } from '../text/file-fault.ts'
import { dayText } from '../text/moment.ts'
import { retiredText } from '../text/rights.ts'
import { Alikes } from './alike.tsx'
import { actionOf, type CaseView } from './case-view.ts'
import { shownText } from './hostile-text.ts'
import { Reading } from './reading.tsx'

/** Pages of a document that are drawn when it comes in. */
const previewPagesMax = 3

/** The files of one item. Whoever holds the case sees them at once, others open them one by one; each look is on record. */
export const EvidenceFiles = ({ item, view }: { item: string; view: CaseView }) => {
  const files = view.c.evidence[item] ?? []
  if (files.length === 0)
    return <p class="quiet">{view.screen.t(isOptional(item) ? caseText.leftOut : caseText.noFiles)}</p>
  return (
    <div class="files">
      {files.map((file) => (
        <File file={file} view={view} />
      ))}
    </div>
  )
}

const File = ({ file, view }: { file: EvidenceFile; view: CaseView }) => {
  const { t, language } = view.screen
  const { stored } = file
  const isGone = view.filesErasedAt !== null
  if (stored === undefined)
    return (
      <figure class="file">
        <figcaption>
          <bdi>{shownText(file.name)}</bdi> ·{' '}
          {file.state === 'pending'
            ? t(isFileHeld(file) ? caseText.held : caseText.checking)
            : `${t(caseText.refused)}: `}
          {file.refused !== undefined && fileFaultSentence(file.refused, language)}
        </figcaption>
      </figure>
    )
  return (
    <figure class="file">
      {isGone ? <Gone view={view} /> : <Pages stored={stored} view={view} />}
      <Reading file={file} view={view} />
      <figcaption>
        <bdi>{shownText(file.name)}</bdi>{' '}
        <span class="quiet">
          {stored.type.toUpperCase()} · {sizeText(stored.sizeBytes, language)} ·{' '}
          <code>{stored.sha256.slice(0, 12)}</code>
        </span>
        {view.seen.has(stored.sha256) && <span class="badge good">✓ {t(caseText.opened)}</span>}
        {view.isHolder && !isGone && (
          <button class="small" type="submit" formaction={actionOf(view, `files/${stored.sha256}/original`)}>
            {t(caseText.download)}
          </button>
        )}
      </figcaption>
      <Alikes file={file} view={view} />
    </figure>
  )
}

/** What is said where pictures were, until their time was over. */
const Gone = ({ view: { filesErasedAt, screen } }: { view: CaseView }) => (
  <p class="quiet">
    {screen.t(retiredText)}
    {filesErasedAt !== null && `, ${dayText(filesErasedAt, screen.language)}`}
  </p>
)

const Pages = ({ stored, view }: { stored: NonNullable<EvidenceFile['stored']>; view: CaseView }) => {
  const { t } = view.screen
  const shown = Math.min(Math.max(stored.pages, 1), previewPagesMax)
  const pages = Array.from({ length: shown }, (_, index) => index + 1)
  const address = (page: number) => actionOf(view, `files/${stored.sha256}/preview-${page}`)
  if (!view.isHolder)
    return (
      <a href={address(1)} target="_blank" rel="noopener">
        {t(caseText.openPreview)}
      </a>
    )
  return (
    <div class="pages">
      {pages.map((page) => (
        <a href={address(page)} target="_blank" rel="noopener">
          {/* Fetched only when it comes into sight: that is what counts as opened. */}
          <img src={address(page)} loading="lazy" alt={`${t(caseText.page)} ${page}`} />
        </a>
      ))}
      {stored.pages > shown && <p class="quiet">{t(caseText.morePages)}</p>}
    </div>
  )
}
