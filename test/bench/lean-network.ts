// The lean network's own process: told by its parent what people do, it tells how long the program took.
import { LeanServer } from './lean-server.ts'
import { type BacklogOptions, backlog, Interviews, longDialogue } from './scenario.ts'

/** What the parent may ask, by name: each with the bot's token first. */
const server = new LeanServer()
const orders = {
  start: () => server.start(),
  polled: (token: string) => server.bot(token).polled(),
  backlog: (token: string, options: BacklogOptions) => backlog(server.bot(token), options),
  open: (token: string, people: { first: number; count: number }) => new Interviews(server.bot(token), people).open(),
  answer: (token: string, people: { first: number; count: number }) =>
    new Interviews(server.bot(token), people).answer(),
  dialogue: (token: string, chat: number, steps: number) => longDialogue(server.bot(token), chat, steps),
} as const

/** What the lean network does on demand. */
export type Orders = typeof orders

export interface Order {
  readonly id: number
  readonly name: keyof Orders
  readonly args: readonly unknown[]
}

export type Report = { readonly id: number } & ({ readonly done: unknown } | { readonly failed: string })

process.on('message', ({ id, name, args }: Order) => {
  // The parent calls through the type of this very table.
  const order = orders[name] as (...args: readonly unknown[]) => Promise<unknown>
  order(...args).then(
    (done) => process.send?.({ id, done }),
    (error: unknown) => process.send?.({ id, failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
