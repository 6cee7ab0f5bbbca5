import { type Context, Hono } from 'hono'
import { phoneText } from '../../../text/simulator-phone.ts'
import type { AlbumItem } from '../../telegram/album.ts'
import type { Phone } from '../../telegram/phone.ts'
import { TelegramRefusal } from '../../telegram/refusal.ts'
import { rememberChoice } from '../choice.ts'
import { filePolicy } from '../guard.ts'
import { personNamed, phoneOf } from '../people.ts'
import { codeOn } from '../samples/code.ts'
import { isSampleName } from '../samples/sample.ts'
import type { SampleShelf } from '../samples/shelf.ts'
import { byHand, done, formOf, fragment, type Screen, type Stage, screenOf } from '../stage.ts'
import { PhonePane } from './phone-pane.tsx'
import { PhoneScreen } from './phone-screen.tsx'

type Form = Awaited<ReturnType<typeof formOf>>

/** Everything that a person does with their phone. */
export function phoneRoutes(stage: Stage, shelf: SampleShelf): Hono {
  const app = new Hono()
  app.get('/simulator/phone', async (c) => {
    const screen = screenOf(c, stage)
    rememberChoice(c, screen.choice)
    return fragment(c, <PhonePane screen={screen} samples={await shelf.all()} />)
  })
  app.get('/simulator/phone/live', (c) => fragment(c, <PhoneScreen screen={screenOf(c, stage)} />))

  const on = (name: string, act: (phone: Phone, form: Form, screen: Screen) => unknown) =>
    app.post(`/simulator/phone/${name}`, async (c) => {
      const form = await formOf(c)
      const person = personNamed(form.text('person'))
      const phone = phoneOf(stage.world, person)
      const screen = screenOf(c, stage)
      return byHand(stage, 'phone', `phone:${person.key}`, () => {
        if (name !== 'block' && isBlocked(stage, phone)) throw new Error(screen.t(phoneText.blocked))
        return act(phone, form, screen)
      })
    })
  const said = (form: Form) => form.text('text').replace(/\r\n?/g, '\n').trim()

  on('say', (phone, form) => said(form) !== '' && phone.say(said(form)))
  on('press', (phone, form, { t }) => {
    try {
      phone.press(form.text('data'), { messageId: Number(form.text('message')) })
    } catch (cause) {
      throw new Error(t(phoneText.gone), { cause })
    }
  })
  on('key', (phone, form) => phone.pressKey(form.text('label')))
  on('edit', (phone, form) => said(form) !== '' && phone.edit(Number(form.text('message')), said(form)))
  on('erase', (phone, form) => phone.erase(Number(form.text('message'))))
  on('send', (phone, form, screen) => send(phone, form, screen, shelf))
  on('odd', (phone, form) => odd(phone, form.text('kind')))
  on('language', ({ user }, form) => {
    user.language_code = form.text('language') === 'en' ? 'en' : 'id'
  })
  on('block', (phone) => (isBlocked(stage, phone) ? phone.unblock() : phone.block()))

  app.post('/simulator/phone/dismiss', async (c) => {
    const form = await formOf(c)
    stage.seen.look(`alert:${personNamed(form.text('person')).key}`, form.text('press'))
    stage.live.tell('phone')
    return done()
  })
  app.get('/simulator/phone/file/:person/:message', (c) => file(c, stage))
  app.get('/simulator/samples/:key/thumbnail', async (c) => {
    const thumbnail = (await shelf.named(c.req.param('key')))?.thumbnail
    return thumbnail === undefined ? c.notFound() : picture(c, thumbnail, 'image/jpeg')
  })
  return app
}

const isBlocked = ({ world }: Stage, { user }: Phone): boolean =>
  world.telegram.memory.chats.get(user.id)?.state === 'blocked'

function odd(phone: Phone, kind: string): unknown {
  if (kind === 'sticker') return phone.sticker()
  if (kind === 'voice') return phone.voice()
  return kind === 'location' ? phone.location() : phone.contact()
}

/** A file on its way: one sample by its own button, else what was ticked or picked. */
async function send(phone: Phone, form: Form, { t }: Screen, shelf: SampleShelf): Promise<void> {
  const one = form.text('photo') || form.text('document')
  if (isSampleName(one))
    return sendAs(phone, form.text('photo') === '' ? 'file' : 'photo', [await sampleFile(phone, shelf, one)], t)
  const isAlbum = form.text('as') === 'album'
  const ticked = isAlbum ? form.texts('sample').filter(isSampleName) : []
  const picked = await Promise.all(form.files('file').map(uploaded))
  const files = [...(await Promise.all(ticked.map((key) => sampleFile(phone, shelf, key)))), ...picked]
  if (isAlbum && (files.length < 2 || files.length > 10)) throw new Error(t(phoneText.albumSize))
  if (files.length === 0) throw new Error(t(phoneText.nothingChosen))
  if (!isAlbum) return sendAs(phone, form.text('as') === 'photo' ? 'photo' : 'file', files, t)
  await phone.album(files.map(({ bytes, name, mime }): AlbumItem => ({ document: bytes, name, mime })))
}

interface Outgoing {
  readonly bytes: Buffer
  readonly name: string
  readonly mime: string
}

async function sendAs(phone: Phone, as: 'photo' | 'file', files: readonly Outgoing[], t: Screen['t']): Promise<void> {
  for (const { bytes, name, mime } of files) {
    if (as === 'file') phone.document(bytes, { name, mime })
    else
      await phone.photo(bytes).catch((cause: unknown) => {
        throw cause instanceof TelegramRefusal ? new Error(t(phoneText.noPhoto), { cause }) : cause
      })
  }
}

async function sampleFile(phone: Phone, shelf: SampleShelf, key: string): Promise<Outgoing> {
  const sample = await shelf.named(key)
  if (sample === undefined) throw new Error(key)
  return { bytes: await sample.bytes(codeOn(phone)), name: sample.name, mime: sample.mime }
}

const uploaded = async (file: File): Promise<Outgoing> => ({
  bytes: Buffer.from(await file.arrayBuffer()),
  name: file.name,
  mime: file.type || 'application/octet-stream',
})

/** What stands in the chat; a photo is shown, any other file only kept by whoever opens it. */
function file(c: Context, { world }: Stage): Response {
  const message = phoneOf(world, personNamed(c.req.param('person')))
    .messages()
    .find(({ id }) => String(id) === c.req.param('message'))
  const shelved = world.telegram.memory.files.byId(message?.photo ?? message?.document?.file_id ?? '')
  if (shelved === undefined) return c.text('–\n', 404)
  if (shelved.kind === 'photo') return picture(c, shelved.bytes, 'image/jpeg')
  const name = encodeURIComponent(shelved.name ?? 'file')
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${name}`)
  return picture(c, shelved.bytes, 'application/octet-stream')
}

function picture(c: Context, bytes: Buffer, type: string): Response {
  c.header('Content-Type', type)
  c.header('Content-Security-Policy', filePolicy)
  c.header('Cache-Control', 'private, max-age=3600')
  return c.body(new Uint8Array(bytes))
}
