import type { Role } from '../../core/case/actor.ts'
import type { Case } from '../../core/case/case.ts'
import { daysAfter, lifeDays } from '../../core/case/deadline.ts'
import { isOpen } from '../../core/case/status.ts'
import { html } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { procedureButton, procedureName } from '../text/procedure.ts'
import { staffRole, talkText } from '../text/talk.ts'
import { helpdesksOf } from './menu.ts'
import { isReopenable } from './panel.ts'
import { caseKey, pressData } from './press.ts'
import { button, paragraphs, type Reader, type Screen, shortened } from './screen.ts'

/** With a text of the greatest length the whole still fits one message of 4,096 characters. */
const agencyMax = 32

/** What staff wrote, as its requester reads it; desk and delivery show this very screen. */
export function replyOf(c: Case, said: { readonly text: string; readonly role: Role }, reader: Reader): Screen {
  const { language, agencies } = reader
  const role = staffRole[said.role]?.[language] ?? ''
  const agency = said.role === 'agent' ? undefined : agencies.find(({ code }) => code === c.agency)?.name
  const from = agency === undefined ? role : `${role}, ${shortened(agency, agencyMax)}`
  return {
    text: paragraphs(`✉ <b>${html(from)}</b>\n<code>${c.number}</code>`, html(said.text)),
    rows: [[button('answer', language, c)]],
  }
}

/** The question of whoever wants to speak with staff. */
export const talkOf = (c: Case, language: Language): Screen => ({
  text: paragraphs(
    `<code>${c.number}</code> · ${html(procedureName(c.procedure, language))}`,
    html(talkText.ask[language]),
  ),
  rows: [[button('talk-end', language, c)]],
})

/** After a message went to staff; one that came after the end says what became of it. */
export function writtenOf(c: Case, { language, at }: Reader): Screen {
  const way = [button('talk-end', language, c)]
  if (isOpen(c.status)) return { text: html(talkText.sent[language]), rows: [way] }
  const mayReopen = isReopenable(c, at)
  return {
    text: html((mayReopen ? talkText.joined : talkText.joinedOnly)[language]),
    rows: [...(mayReopen ? [[button('reopen', language, c)]] : []), way],
  }
}

/** The requests that staff can be written to about, open ones first: of those that ended the newest. */
export function talkable(cases: readonly Case[], at: string): readonly Case[] {
  const sent = cases.filter(({ submittedAt }) => submittedAt !== null)
  const open = sent.filter(({ status }) => isOpen(status))
  if (open.length > 0) return open
  return sent
    .filter(({ endedAt }) => endedAt !== null && daysAfter(endedAt, lifeDays.reopen) >= at)
    .toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))
    .slice(0, 1)
}

/** With more than one request staff must know which is meant. */
export const whichToTalk = (cases: readonly Case[], { language }: Reader): Screen => ({
  text: html(talkText.which[language]),
  rows: cases.map((c) => [
    {
      label: `${c.number} · ${shortened(procedureName(c.procedure, language), agencyMax)}`,
      data: pressData({ verb: 'talk', case: caseKey(c) }),
    },
  ]),
})

/** The choice by which words that were written already go to the request that is pressed. */
export const unsaidOption = 'unsaid'

/** Words that came while nobody asked: they are kept until it is said which request they are about. */
export const whichIsMeant = (cases: readonly Case[], { language }: Reader): Screen => ({
  text: html(talkText.whichIsMeant[language]),
  rows: [
    ...cases.map((c) => [
      {
        label: `${c.number} · ${shortened(procedureName(c.procedure, language), agencyMax)}`,
        data: pressData({ verb: 'talk', case: caseKey(c), option: unsaidOption }),
      },
    ]),
    [{ label: talkText.forNobody[language], data: pressData({ verb: 'talk-end', option: unsaidOption }) }],
  ],
})

/** Nobody of staff sees what was never sent: whom to ask all the same. */
export const nobodyToTalk = (reader: Reader): Screen => ({
  text: paragraphs(html(talkText.nobody[reader.language]), html(helpdesksOf(reader))),
  rows: [
    [{ label: procedureButton('question', reader.language), data: pressData({ verb: 'question' }) }],
    [button('talk-end', reader.language)],
  ],
})
