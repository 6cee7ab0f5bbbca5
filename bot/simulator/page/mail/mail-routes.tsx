import { type Context, Hono } from 'hono'
import { mailText } from '../../../text/simulator-mail.ts'
import { rememberChoice } from '../choice.ts'
import { filePolicy } from '../guard.ts'
import { deskStaffOf } from '../people.ts'
import { done, formOf, fragment, type Stage, screenOf } from '../stage.ts'
import { isForm, signedName } from './attachments.tsx'
import { MailPane, MailScreen } from './mail-pane.tsx'

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
    const { signedAsSample } = await import('../../../../core/lab/sample-signature.ts')
    return download(c, signedName(attachment.name), await signedAsSample(attachment.bytes))
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

function attachmentOf(c: Context, { world }: Stage) {
  const mail = world.mailbox.mails[Number(c.req.param('mail'))]
  return mail?.attachments[Number(c.req.param('attachment'))]
}

function download(c: Context, name: string, bytes: Uint8Array): Response {
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('Content-Security-Policy', filePolicy)
  return c.body(new Uint8Array(bytes))
}
