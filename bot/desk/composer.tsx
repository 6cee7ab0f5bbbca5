import { mayBeWrittenTo } from '../../core/case/counter.ts'
import { rules } from '../../core/case/rules.ts'
import { maskEmail } from '../../core/privacy/mask.ts'
import { cannedReplies, isCannedName } from '../text/canned.ts'
import { mailInText } from '../text/desk-mail.ts'
import { composerText } from '../text/desk-talk.ts'
import { AgencyTag, agencyClass } from './agency-tag.tsx'
import { actionOf, type CaseView, typedIn } from './case-view.ts'
import { Macro } from './macro.tsx'
import { Bubble } from './preview.tsx'
import { Refused } from './refused.tsx'
import { noteField, replyField, replyIn } from './talk-forms.ts'

const cannedField = 'canned'

/** Words to the requester, and words that never leave: two fields that look different, each with a key of its own. */
export const Composer = ({ view }: { view: CaseView }) => {
  const { c, screen } = view
  const { t } = screen
  if (!rules.note.in.includes(c.status)) return null
  return (
    <section class={`panel compose${agencyClass(c.agency)}`} id="talk">
      <p>
        <AgencyTag code={c.agency} agencies={view.agencies} />
      </p>
      <Refused view={view} section="talk" />
      {c.talk?.missed != null && (
        <p class="alert">{t(c.counter === undefined ? composerText.missed : composerText.missedMail)}</p>
      )}
      {(c.talk?.unanswered ?? 0) > 0 && <p class="chip">{t(composerText.waiting)}</p>}
      {c.counter === undefined && view.visitor.role === 'agent' && <Macro view={view} />}
      {(c.talk?.unread ?? 0) > 0 && <p class="chip">{t(mailInText.unread)}</p>}
      {mayBeWrittenTo(c) ? <Reply view={view} /> : <p class="quiet">{t(composerText.unreachable)}</p>}
      <fieldset class="note">
        <legend>{t(composerText.note)}</legend>
        <p class="quiet" id="note-hint">
          {t(composerText.noteHint)}
        </p>
        <textarea
          name={noteField}
          rows={3}
          aria-label={t(composerText.note)}
          aria-describedby="note-hint"
          data-key="n"
          data-label={t(composerText.note)}
          {...kept(view)}
        >
          {typedIn(view, noteField) ?? view.drafts.note ?? ''}
        </textarea>
        <p class="row">
          <button type="submit" formaction={actionOf(view, 'note')} data-key="Ctrl+Enter">
            {t(composerText.keep)}
          </button>
        </p>
      </fieldset>
    </section>
  )
}

const Reply = ({ view }: { view: CaseView }) => {
  const { c, screen } = view
  const { t } = screen
  return (
    <fieldset class="reply">
      <legend>{t(composerText.reply)}</legend>
      <p class="row">
        <select name={cannedField} aria-label={t(composerText.canned)}>
          <option value="">{t(composerText.canned)}</option>
          {Object.entries(cannedReplies).map(([name, { title }]) => (
            <option value={name}>{t(title)}</option>
          ))}
        </select>
        <button class="plain" type="submit" formaction={actionOf(view, 'use-canned')} data-key="">
          {t(composerText.use)}
        </button>
      </p>
      <p class="quiet" id="reply-hint">
        {c.counter === undefined
          ? t(composerText.replyHint)
          : `${t(composerText.mailHint)} (${maskEmail(String(c.answers.email))})`}
      </p>
      <textarea
        name={replyField}
        rows={5}
        lang={c.language}
        aria-label={t(composerText.reply)}
        aria-describedby="reply-hint"
        data-key="r"
        data-label={t(composerText.reply)}
        {...kept(view)}
      >
        {wordsOf(view)}
      </textarea>
      <Preview view={view} />
      <p class="row">
        <button class="primary" type="submit" formaction={actionOf(view, 'reply')} data-key="Ctrl+Enter">
          {t(composerText.send)}
        </button>
        <button type="submit" formaction={actionOf(view, 'preview-reply')} data-key="">
          {t(composerText.preview)}
        </button>
      </p>
    </fieldset>
  )
}

/** Words are kept while they are written, for whoever is interrupted. */
const kept = (view: CaseView) => ({
  'hx-post': actionOf(view, 'draft'),
  'hx-trigger': 'input changed delay:1s',
  'hx-swap': 'none',
})

/** What was typed; a canned reply that was asked for comes behind it. */
function wordsOf(view: CaseView): string {
  const typed = typedIn(view, replyField) ?? view.drafts.reply ?? ''
  const name = typedIn(view, cannedField) ?? ''
  if (view.outcome?.action !== 'use-canned' || !isCannedName(name)) return typed
  return [typed.trim(), cannedReplies[name].text[view.c.language]].filter((part) => part !== '').join('\n\n')
}

/** What was typed, as it will be read. */
const Preview = ({ view }: { view: CaseView }) => {
  const { c, outcome } = view
  if (outcome?.action !== 'preview-reply' || outcome.refusal !== undefined) return null
  const words = replyIn(c, outcome.typed)
  return typeof words === 'string' ? <Bubble view={view} words={words} /> : null
}
