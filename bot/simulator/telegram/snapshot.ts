import type { CallbackDesk, Press } from './callback-desk.ts'
import { DOWNLOAD_LIMIT_BYTES, type ShelvedFile } from './file-shelf.ts'
import type { WebhookSettings } from './hand-over.ts'
import type { StoredChat, TelegramMemory } from './memory.ts'
import type { Message, User } from './message.ts'
import type { Profile } from './profile.ts'
import type { UpdateQueue, Waiting } from './update-queue.ts'
import type { Webhook } from './webhook.ts'

/** A file as it is kept: of one that no bot can fetch only the size, for it would make every save slow. */
type KeptFile = Omit<ShelvedFile, 'bytes'> & ({ base64: string } | { sizeBytes: number })

/** Everything that outlives a restart, as JSON; bytes in base64. */
export interface TelegramSnapshot {
  people: User[]
  chats: (Omit<StoredChat, 'messages' | 'offered' | 'pinned'> & {
    messages: Message[]
    offered: [number, string[]][]
    pinned: number[]
  })[]
  files: KeptFile[]
  nextMessageId: number
  nextUpdateId: number
  allowed: string[]
  waiting: Waiting[]
  presses: Press[]
  profile: Profile
  webhook?: WebhookSettings
}

/** The parts of a network that a snapshot concerns. */
export interface Stateful {
  memory: TelegramMemory
  updates: UpdateQueue
  callbacks: CallbackDesk
  webhook: Webhook
  profile: Profile
  people: { user: User }[]
}

/** Everything that outlives a restart. */
export function takeSnapshot(network: Stateful): TelegramSnapshot {
  const { memory, updates, callbacks, webhook, profile, people } = network
  return structuredClone({
    people: people.map(({ user }) => user),
    chats: [...memory.chats.values()].map((stored) => ({
      ...stored,
      messages: [...stored.messages.values()],
      offered: [...stored.offered].map(([id, data]): [number, string[]] => [id, [...data]]),
      pinned: [...stored.pinned],
    })),
    files: memory.files.all().map(kept),
    nextMessageId: memory.nextMessageId,
    nextUpdateId: updates.nextId,
    allowed: updates.allowed,
    waiting: [...webhook.undelivered, ...updates.waiting],
    presses: callbacks.presses,
    profile,
    ...(webhook.settings ? { webhook: webhook.settings } : {}),
  })
}

/** Puts that state back; phones are the network's own business. */
export function applySnapshot(snapshot: TelegramSnapshot, network: Stateful): void {
  const { memory, updates, callbacks } = network
  memory.chats.clear()
  for (const { messages, offered, pinned, ...rest } of snapshot.chats) {
    memory.chats.set(rest.chat.id, {
      ...rest,
      messages: new Map(messages.map((message) => [message.message_id, message])),
      offered: new Map(offered.map(([id, data]) => [id, new Set(data)])),
      pinned: new Set(pinned),
    })
  }
  memory.files.refill(snapshot.files.map(refilled))
  memory.nextMessageId = snapshot.nextMessageId
  updates.nextId = snapshot.nextUpdateId
  updates.allowed = snapshot.allowed
  updates.waiting = [...snapshot.waiting]
  updates.history = [...snapshot.waiting]
  callbacks.presses = snapshot.presses
  network.profile = snapshot.profile
  if (snapshot.webhook) network.webhook.set(snapshot.webhook)
  memory.changes.notify()
}

const kept = ({ bytes, ...file }: ShelvedFile): KeptFile =>
  bytes.length > DOWNLOAD_LIMIT_BYTES
    ? { ...file, sizeBytes: bytes.length }
    : { ...file, base64: bytes.toString('base64') }

function refilled(file: KeptFile): ShelvedFile {
  if ('base64' in file) {
    const { base64, ...rest } = file
    return { ...rest, bytes: Buffer.from(base64, 'base64') }
  }
  const { sizeBytes, ...rest } = file
  return { ...rest, bytes: Buffer.alloc(sizeBytes) }
}
