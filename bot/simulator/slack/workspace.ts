import type { Clock } from '../clock.ts'
import { Changes } from '../wire/changes.ts'
import { formState, withIds } from './form.ts'
import { SlackRefusal } from './refusal.ts'
import type { Block, Channel, Person, ResponseUrl, SlackFile, SlackMessage, Trigger, View } from './surface.ts'

/** Everything that outlives a restart, as JSON. */
export interface WorkspaceState {
  people: Record<string, Person>
  channels: Record<string, Channel>
  messages: SlackMessage[]
  files: Record<string, SlackFile>
  homes: Record<string, View>
  /** Open modals of each person, the visible one last. */
  modals: Record<string, View[]>
  triggers: Record<string, Trigger>
  responseUrls: Record<string, ResponseUrl>
  counter: number
  /** Time stamp of the newest message, microseconds since 1970. */
  lastTsMicros: number
}

/** The bot's own place in the workspace. */
export const BOT = { userId: 'UPANDU0001', botId: 'BPANDU0001', appId: 'APANDU0001', name: 'pandu' }
export const TEAM = { id: 'TSIMULASI', domain: 'pandu-simulasi', name: 'Pandu Simulasi' }

const blank = (): WorkspaceState => ({
  people: {},
  channels: {},
  messages: [],
  files: {},
  homes: {},
  modals: {},
  triggers: {},
  responseUrls: {},
  counter: 0,
  lastTsMicros: 0,
})

/** People, channels, messages and views of one workspace. */
export class Workspace {
  readonly changes = new Changes()
  readonly clock: Clock
  /** Where this Slack listens. */
  origin = ''
  state = blank()

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** A new number, for ids. */
  next(): number {
    this.state.counter += 1
    return this.state.counter
  }

  nextId(prefix: string): string {
    return `${prefix}${String(this.next()).padStart(8, '0')}`
  }

  /** A time stamp later than now and than that of every other message. */
  nextTs(): string {
    const micros = Math.max(this.clock.now() * 1000, this.state.lastTsMicros) + 1
    this.state.lastTsMicros = micros
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`
  }

  person(id: string): Person | undefined {
    return this.state.people[id]
  }

  /** The channel with that id; a person's id means the conversation with them. @throws channel_not_found */
  channel(id: string | undefined): Channel {
    const channel = this.state.channels[id ?? ''] ?? (this.person(id ?? '') ? this.im(id ?? '') : undefined)
    if (!channel) throw new SlackRefusal('channel_not_found')
    return channel
  }

  /** The bot's conversation with one person, made at first use. */
  im(userId: string): Channel {
    const id = `D${userId.slice(1)}`
    this.state.channels[id] ??= { id, name: 'directmessage', isIm: true, members: [userId, BOT.userId] }
    return this.state.channels[id]
  }

  /** A message that is there for everybody. @throws message_not_found */
  message(channel: string, ts: string | undefined): SlackMessage {
    const found = this.state.messages.find((one) => one.channel === channel && one.ts === ts && !one.ephemeralFor)
    if (!found) throw new SlackRefusal('message_not_found')
    return found
  }

  /** Adds a message and tells everybody who waits. */
  post(message: Omit<SlackMessage, 'type' | 'ts'>): SlackMessage {
    const blocks = message.blocks ? { blocks: this.named(message.blocks) } : {}
    const posted: SlackMessage = { type: 'message', ...message, ...blocks, ts: this.nextTs() }
    this.state.messages.push(posted)
    this.changes.notify()
    return posted
  }

  remove(message: SlackMessage): void {
    this.state.messages = this.state.messages.filter((one) => one !== message)
    this.changes.notify()
  }

  /** @throws file_not_found */
  file(id: string): SlackFile {
    const file = this.state.files[id]
    if (file === undefined) throw new SlackRefusal('file_not_found')
    return file
  }

  /** Takes the bytes that were announced. @returns false when they are not those */
  upload(id: string, bytes: Buffer): boolean {
    const file = this.state.files[id]
    if (file === undefined || file.length !== bytes.length) return false
    file.base64 = bytes.toString('base64')
    return true
  }

  /** The file goes, and its message with it when nothing else stands there. */
  removeFile({ id, ts, channel }: SlackFile): void {
    delete this.state.files[id]
    const message = this.state.messages.find((one) => one.ts === ts && one.channel === channel)
    const left = message?.files?.filter((one) => one.id !== id) ?? []
    if (message !== undefined && left.length > 0) message.files = left
    else if (message !== undefined) this.remove(message)
  }

  /** Blocks with ids everywhere. */
  named(blocks: readonly Block[]): Block[] {
    return withIds(blocks, () => this.nextId('x'))
  }

  /** A view as Slack keeps it; values entered before stay where block and action are the same. */
  view(given: Omit<View, 'id' | 'hash' | 'state' | 'root_view_id' | 'previous_view_id'>, before?: View): View {
    const id = before?.id ?? this.nextId('V')
    const blocks = this.named(given.blocks)
    return {
      ...given,
      blocks,
      id,
      hash: `${Math.floor(this.clock.now() / 1000)}.${this.nextId('h')}`,
      state: { values: formState(blocks, before?.state.values) },
      root_view_id: before?.root_view_id ?? id,
      previous_view_id: before?.previous_view_id ?? null,
    }
  }

  modals(userId: string): View[] {
    this.state.modals[userId] ??= []
    return this.state.modals[userId]
  }

  /** A new right to open a modal. */
  trigger(userId: string, viewId?: string): string {
    const id = `${this.next()}.${TEAM.id}.${userId}`
    this.state.triggers[id] = { userId, at: this.clock.now(), isUsed: false, ...(viewId ? { viewId } : {}) }
    return id
  }

  restore(state: WorkspaceState): void {
    this.state = structuredClone(state)
    this.changes.notify()
  }
}
