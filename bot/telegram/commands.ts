import { Composer } from 'grammy'
import { isOpen } from '../../core/case/status.ts'
import { isProcedureName, type ProcedureName } from '../../core/procedure/names.ts'
import { helpOf } from '../dialogue/menu.ts'
import { buttonIn, plain, procedureIn } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import type { ButtonName } from '../text/telegram-button.ts'
import { helpWords, languageChosen, stillWaiting } from '../text/telegram-welcome.ts'
import { contentOf } from './content.ts'
import { control, isControl } from './controls.ts'
import { hearGuide } from './hear-guide.ts'
import type { Outer } from './interview.ts'
import { showPrivacy } from './rights-controls.ts'
import type { KeptUpdate } from './update.ts'
import type { Visit } from './visit.ts'

type Handle = (visit: Visit) => Promise<void>

/** The commands that stand before every question. */
const handles: Readonly<Record<string, Handle>> = {
  kasus: (visit) => control(visit, 'cases'),
  lanjut: (visit) => control(visit, 'resume'),
  batal: (visit) => control(visit, 'cancel'),
  bantuan: (visit) => visit.show(helpOf(visit.reader)),
  help: (visit) => visit.show(helpOf(visit.reader)),
  privasi: showPrivacy,
  dataku: (visit) => control(visit, 'my-data'),
  hapus: (visit) => control(visit, 'erase'),
  bahasa: chooseLanguage,
}

/** Words that work as buttons while a question waits; more of them where none does. */
const always = ['back', 'later', 'cancel', 'cases', 'talk'] as const
const idle = [
  ...always,
  'resume',
  'received',
  'recovered',
  'worked',
  'expired',
  'trouble',
  'reopen',
  'menu',
  'forgot-passphrase',
  'account-disabled',
  'revoke',
  'plan-day',
  'unplan-day',
  'note-end',
  'drop-end',
  'reissue',
  'prove',
  'new-certificate',
  'register',
  'activate',
  'issue',
  'leaked',
  'my-data',
  'my-copy',
  'erase',
  'erase-drafts',
  'erase-drafts-yes',
  'ask-erasure',
  'ask-erasure-yes',
  'erase-no',
] as const

/** Whose trouble lies on BSrE's own pages is guided first. */
const guided: Readonly<Partial<Record<ProcedureName, ButtonName>>> = {
  'passphrase-reset': 'forgot-passphrase',
  registration: 'register',
  activation: 'activate',
  issuance: 'issue',
}
const wayTo = (name: ProcedureName | undefined) => (name === undefined ? undefined : (guided[name] ?? name))

/** `/start`, also behind a link that names a service: whoever comes by it reads the welcome first all the same. */
const startWith =
  (wanted: string): Handle =>
  async (visit) => {
    await control(visit, 'menu')
    const way = isProcedureName(wanted) ? wayTo(wanted) : undefined
    if (way !== undefined) await control(visit, way)
  }

/** Commands, and buttons that need no waiting question, pressed or typed: they stand before the interview. */
export function commands(): Composer<Outer> {
  const tree = new Composer<Outer>()
  tree.hears(/^\/([a-z_]+)(?:@\w+)?(?:\s+(\S{0,64})|$)/i, async (ctx) => {
    const [, name = '', wanted = ''] = ctx.match
    const handle = name.toLowerCase() === 'start' ? startWith(wanted) : handles[name.toLowerCase()]
    if (handle === undefined) await ctx.visit.reply('unknownCommand')
    else await handle(ctx.visit)
    if (isWaiting(ctx) && !ctx.visit.wantsAsking) await ctx.visit.say(stillWaiting[ctx.visit.language])
  })
  tree.on('callback_query:data', async (ctx, next) => {
    // The turn was made from a kept update, which is a part of grammY's.
    const content = contentOf(ctx.update as unknown as KeptUpdate)
    const press = content.what === 'press' ? content.press : undefined
    if (press === undefined || !isControl(press.verb)) return next()
    const c = ctx.visit.byKey(press.case)
    // A button of a case that is long over must not act on another one.
    if (press.case !== undefined && c === undefined) return next()
    await control(ctx.visit, press.verb, c, press)
  })
  tree.on('message:text', async (ctx, next) => {
    const { visit } = ctx
    const { text } = ctx.message
    if (helpWords.has(plain(text))) {
      await visit.show(helpOf(visit.reader))
      if (isWaiting(ctx)) await visit.say(stillWaiting[visit.language])
      return
    }
    // A confirmation has a yes and a no of its own, and trouble is told in any words.
    if (visit.memory.aside !== undefined) return next()
    if (await hearGuide(visit, text)) return
    const verb = isWaiting(ctx) ? buttonIn(text, always) : (buttonIn(text, idle) ?? wayTo(procedureIn(text)))
    if (verb === undefined) return next()
    await control(visit, verb)
  })
  return tree
}

/** True while the interview waits for an answer. */
export const isWaiting = (ctx: Outer): boolean => ctx.conversation.active('interview') > 0

async function chooseLanguage(visit: Visit): Promise<void> {
  visit.language = visit.language === 'id' ? 'en' : 'id'
  for (const c of visit.casework.cases())
    if (isOpen(c.status)) visit.give(c, { type: 'choose-language', language: visit.language })
  await visit.show({ text: html(languageChosen[visit.language]), rows: [] })
  visit.wantsAsking = visit.memory.dialogue !== undefined
}
