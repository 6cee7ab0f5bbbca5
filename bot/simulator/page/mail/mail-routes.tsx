import { type Context, Hono } from 'hono'
import { mailText } from '../../../text/simulator-mail.ts'
import { choiceOf, rememberChoice } from '../choice.ts'
import { filePolicy } from '../guard.ts'
import { deskStaffOf } from '../people.ts'
import { byHand, done, formOf, fragment, type Stage, screenOf } from '../stage.ts'
import { isForm, signedName } from './attachments.tsx'
import { MailPane, MailScreen } from './mail-pane.tsx'
import { sendBack, signedForm, uploadLinkIn, waysOfSigning } from './signing.ts'

/** Reading mails, and the way to the desk. */
export function mailRoutes(stage: Stage): Hono {
  const app = new Hono()
  app.get('/simulator/mail', (c) => {
    const screen = screenOf(c, stage)
    rememberChoice(c, screen.choice)
    return fragment(c, <MailPane screen={screen} />)
  })
  app.get('/simulator/mail/live', (c) => fragment(c, <MailScreen screen={screenOf(c, stage)} />))
  app.get('/simulator/mail/:mail/:attachment', (c) => {
    const attachment = attachmentOf(c, stage)
    return attachment === undefined ? c.text('–\n', 404) : download(c, attachment.name, attachment.bytes)
  })
  app.get('/simulator/mail/:mail/:attachment/signed', async (c) => {
    const attachment = attachmentOf(c, stage)
    if (attachment === undefined || !isForm(attachment.name)) return c.text('–\n', 404)
    return download(c, signedName(attachment.name), signedForm(stage.world, attachment.bytes, 'right'))
  })
  app.post('/simulator/mail/:mail/:attachment/sign', async (c) => {
    const [mail, attachment] = [mailOf(c, stage), attachmentOf(c, stage)]
    const asked = (await formOf(c)).text('way')
    const way = waysOfSigning.find((one) => one === asked)
    const link = mail && attachment && uploadLinkIn(mail, attachment.name)
    if (attachment === undefined || way === undefined || link === undefined) return c.text('–\n', 404)
    const at = `mail:${c.req.param('mail')}`
    const { language } = choiceOf(c)
    return byHand(stage, 'mail', at, async () => {
      stage.signed.delete(at)
      const form = signedForm(stage.world, attachment.bytes, way)
      await sendBack(new URL(c.req.url).origin, link, form, signedName(attachment.name), language)
      stage.signed.add(at)
    })
  })
  app.post('/simulator/mail/:mail/answer', async (c) => {
    const [mail, text] = [mailOf(c, stage), (await formOf(c)).text('answer').trim()]
    if (mail === undefined || text === '') return c.text('–\n', 404)
    return byHand(stage, 'mail', `mail:${c.req.param('mail')}`, () =>
      stage.world.answers.answer(mail, text.slice(0, 20_000), Date.parse(stage.world.now())),
    )
  })
  app.post('/simulator/morning', async () => {
    await stage.morning()
    return done()
  })
  app.post('/simulator/desk', async (c) => {
    const staffId = (await formOf(c)).text('staff')
    const known = deskStaffOf(stage.world).some((one) => one.staffId === staffId)
    const link = known ? await stage.deskLink(staffId) : undefined
    if (link === undefined) return c.text(`${screenOf(c, stage).t(mailText.notReady)}\n`, 503)
    // By path alone: the desk is on this very server, whatever name it is known by elsewhere.
    const { pathname, search } = new URL(link)
    return c.redirect(`${pathname}${search}`, 303)
  })
  return app
}

const mailOf = (c: Context, { world }: Stage) => world.mailbox.mails[Number(c.req.param('mail'))]

const attachmentOf = (c: Context, stage: Stage) => mailOf(c, stage)?.attachments[Number(c.req.param('attachment'))]

function download(c: Context, name: string, bytes: Uint8Array): Response {
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('Content-Security-Policy', filePolicy)
  return c.body(new Uint8Array(bytes))
}
