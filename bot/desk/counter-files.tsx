import type { EvidenceFile } from '../../core/case/case.ts'
import { filesOf, isFileHeld, isOptional } from '../../core/case/missing.ts'
import type { Question } from '../../core/case/question.ts'
import { expectedChallenge } from '../../core/evidence/challenge.ts'
import { newsOf } from '../../core/evidence/item-findings.ts'
import type { EvidenceKind } from '../../core/evidence/kind.ts'
import { counterText } from '../text/desk-counter.ts'
import { deviceName } from '../text/device.ts'
import { challengeText, evidenceGuide } from '../text/evidence.ts'
import { fileFaultSentence, findingSentences } from '../text/file-fault.ts'
import { type CounterView, counterPath } from './counter-case.ts'
import { Row } from './counter-row.tsx'
import { shownText } from './hostile-text.ts'

interface Props {
  readonly view: CounterView
  readonly question: Question
  readonly kind: EvidenceKind
}

/** One item of evidence at the counter: what must be seen in it, what is there, and where to upload it from paper or phone. */
export const CounterFiles = ({ view, question: { key, device }, kind }: Props) => {
  const { c, screen, desk } = view
  const { t, language } = screen
  const { label, need, shows, how } = evidenceGuide(kind, device?.kind ?? null, language)
  const code = expectedChallenge(c, kind, desk.ports.agencies)
  const about = device === null ? '' : ` – ${shownText(deviceName(device, language))}`
  const files = filesOf(c, key)
  return (
    <Row view={view} item={key} label={`${label}${about}`} ask={need}>
      <details>
        <summary>{t(counterText.howTo)}</summary>
        <p>{shows}</p>
        <p>{how}</p>
        {code !== null && <p>{challengeText(device?.kind ?? null, code)[language]}</p>}
      </details>
      <Files view={view} item={key} />
      <input id={`a-${key}`} type="file" name={`f:${key}`} multiple accept="image/*,application/pdf,.heic" />
      <p class="quiet">{t(counterText.files)}</p>
      {files.length > 0 && (
        <button class="small" type="submit" name="clear" value={key} formaction={counterPath(view, 'clear')}>
          {t(counterText.clear)}
        </button>
      )}
      {isOptional(key) && files.length === 0 && (
        <label class="tick">
          <input type="checkbox" name={`n:${key}`} value="1" checked={c.finished.includes(key)} /> {t(counterText.none)}
        </label>
      )}
    </Row>
  )
}

const Files = ({ view, item }: { view: CounterView; item: string }) => {
  const all = view.c.evidence[item] ?? []
  if (all.length === 0) return null
  return (
    <ul class="brought">
      {all.map((file) => (
        <li>
          <bdi>{shownText(file.name)}</bdi> <State view={view} item={item} file={file} />
        </li>
      ))}
    </ul>
  )
}

const State = ({ view, item, file }: { view: CounterView; item: string; file: EvidenceFile }) => {
  const { c, screen } = view
  const { t, language } = screen
  if (file.state === 'refused') return <span class="alert">{fileFaultSentence(file.refused ?? '', language)}</span>
  if (file.state === 'pending' || isFileHeld(file)) return <span class="chip soon">{t(counterText.checking)}</span>
  const news = newsOf(c, item, file.id, screen.at)
  if (news.length === 0) return <span class="badge good">✓ {t(counterText.fileGood)}</span>
  return <span class="warn">{findingSentences(news, language)}</span>
}
