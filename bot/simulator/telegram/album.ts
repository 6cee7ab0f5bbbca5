import type { FileShelf } from './file-shelf.ts'
import type { MessageContent } from './message.ts'

/** One picture or file of an album. */
export type AlbumItem = { photo: Buffer } | { document: Buffer; name: string; mime: string }

/** The items as message contents, all stored before the first is sent. */
export async function albumContents(items: readonly AlbumItem[], files: FileShelf): Promise<MessageContent[]> {
  const contents: MessageContent[] = []
  for (const item of items) {
    if ('photo' in item) contents.push({ photo: await files.addPhoto(item.photo) })
    else contents.push({ document: files.addDocument({ bytes: item.document, name: item.name, mime: item.mime }) })
  }
  return contents
}
