import type { Case } from '../../core/case/case.ts'
import { scores } from '../../core/case/rating.ts'
import { mayAskCode } from '../../core/identity/proof.ts'
import type { NoticeCode } from '../../core/message/message.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import type { Outcome } from '../../core/procedure/outcome.ts'
import { guideTitles } from '../text/guide.ts'
import { procedureButton } from '../text/procedure.ts'
import { actionRows, linkRows, revocationRows } from './aside.ts'
import { codeOf } from './code.ts'
import { panelRows } from './panel.ts'
import { pressData } from './press.ts'
import { type Button, button, type Reader, type Screen } from './screen.ts'

type Detail = Readonly<Record<string, string>>

/** Straight into the guide that fits: renewal until the last day, a new issuance after it. */
function renewal({ isOver }: Detail, language: Reader['language']): Button {
  const guide = isOver === 'yes' ? 'issuance-expired' : 'issuance-renewal'
  return { label: guideTitles[guide][language], data: pressData({ verb: 'guide', item: guide }) }
}

/** Reasons for which somebody loses a certificate and still needs one. */
const replaced = ['loss', 'compromised', 'wrongly-issued'] as const

/** Where an outcome sends its requester next, in one press. */
function leadFrom({ answers }: Case, outcome: Outcome, language: Reader['language']): Screen['rows'] {
  const entry = (name: ProcedureName): Screen['rows'] => [
    [{ label: procedureButton(name, language), data: pressData({ verb: name }) }],
  ]
  if (outcome === 'registered' || outcome === 'already-registered') return [[button('activate', language)]]
  if (outcome === 'not-registered') return [[button('register', language)]]
  const isReplaced = outcome === 'revoked' && replaced.some((reason) => reason === answers.revocationReason)
  if (outcome === 'old-certificate-active' || isReplaced) return [[button('issue', language)]]
  if (outcome === 'registered-elsewhere') return entry('data-change')
  return outcome === 'answered' ? entry('question') : []
}

/** The buttons below a notice: the ways on from what it tells. */
export function noticeRows(code: NoticeCode, detail: Detail, c: Case, reader: Reader): Screen['rows'] {
  const { language } = reader
  if (code === 'link-sent') return linkRows(c, language)
  if (code === 'settled' && c.settled !== null)
    return [
      ...leadFrom(c, c.settled.outcome, language),
      ...(c.status === 'awaiting-requester' ? actionRows(c, language) : []),
    ]
  const isLeftToThem = code === 'reissue-asked' && c.status === 'awaiting-requester'
  if (code === 'change-verified' || isLeftToThem) return actionRows(c, language)
  if (code === 'ready-to-revoke' || code === 'revocation-due') return revocationRows(c, language)
  if (code === 'still-your-turn')
    return c.status === 'ready-to-revoke' ? revocationRows(c, language) : actionRows(c, language)
  if (code === 'certificate-ends') return [[renewal(detail, language)], [button('menu', language)]]
  if (code === 'sent' || code === 'approved' || code === 'completed') return panelRows(c, reader)
  if (code === 'expires-soon') return [[button('resume', language, c)]]
  if (code === 'checked') return [[button('send', language, c)]]
  if (code === 'evidence-remarked') return [[button('replace', language, c, { item: detail.item ?? '' })]]
  if (code.startsWith('code-')) return mayAskCode(c) ? codeOf(c, reader).rows : []
  if (code === 'rate') return [scores.map((score) => button(`rate-${score}`, language, c))]
  if (code === 'returned') return [[button('correct', language, c)]]
  if (code === 'rejected' || code === 'expired' || code === 'cancelled-by-agent') return [[button('menu', language)]]
  return []
}
