import { isRecord } from '../wire/request-body.ts'
import type { Method } from './method.ts'
import { SlackRefusal } from './refusal.ts'
import { BOT, type Workspace } from './workspace.ts'

const getUploadURLExternal: Method = (args, { workspace }) => {
  const [name, length] = [args.text('filename'), args.number('length')]
  if (!name || !length) throw new SlackRefusal('invalid_arguments', ['filename and length are needed'])
  if ((args.text('alt_txt') ?? '').length > 1000) throw new SlackRefusal('alt_txt_too_large')
  const id = workspace.nextId('F')
  workspace.state.files[id] = { id, name, title: name, length, base64: null, channel: null, ts: null }
  return { upload_url: `${workspace.origin}/upload/${id}`, file_id: id }
}

const completeUploadExternal: Method = (args, { workspace }) => {
  const given = args.json('files')
  const channel = args.text('channel_id')
  if (!Array.isArray(given) || given.length === 0) throw new SlackRefusal('invalid_arguments', ['files'])
  const files = given.map((one) => {
    const file = workspace.file(isRecord(one) ? String(one.id) : '')
    if (file.base64 === null) throw new SlackRefusal('file_not_found')
    if (isRecord(one) && typeof one.title === 'string') file.title = one.title
    return file
  })
  if (channel) {
    const { id } = workspace.channel(channel)
    const { ts } = workspace.post({
      channel: id,
      user: BOT.userId,
      bot_id: BOT.botId,
      text: '',
      files: files.map(brief),
    })
    for (const file of files) Object.assign(file, { channel: id, ts })
  }
  return { files: files.map(brief) }
}

const list: Method = (args, { workspace }) => {
  const channel = args.text('channel')
  const found = Object.values(workspace.state.files).filter(
    (file) => file.channel !== null && (!channel || file.channel === workspace.channel(channel).id),
  )
  const count = Math.min(args.number('count') || 100, 1000)
  return { files: found.slice(0, count).map(brief), paging: { count, total: found.length, page: 1, pages: 1 } }
}

const remove: Method = (args, { workspace }) => {
  workspace.removeFile(workspace.file(args.text('file') ?? ''))
  return {}
}

const brief = ({ id, name, title }: ReturnType<Workspace['file']>) => ({ id, name, title, mimetype: 'image/jpeg' })

/** Methods about files; their bytes go to the address that `getUploadURLExternal` gives. */
export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
  'files.list': list,
  'files.delete': remove,
}
