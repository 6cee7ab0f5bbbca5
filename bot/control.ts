import { createHash } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Runs a verb and prints lines as they come. @returns the exit code */
export type RunVerb = (args: readonly string[], print: (line: string) => void) => Promise<number>

const pathMax = 100

/** Where a running program listens for its own command line; a socket's path must be short. */
export function controlPath(dataDir: string): string {
  const path = join(resolve(dataDir), 'control.sock')
  if (Buffer.byteLength(path) <= pathMax) return path
  return join(tmpdir(), `pandu-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`)
}

/** Lets the command line of the same user use the store that this program holds. */
export async function serveControl(dataDir: string, run: RunVerb): Promise<() => Promise<void>> {
  const path = controlPath(dataDir)
  // The folder is ours by its lock, so a socket that lies here was left by a program that died.
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    const send = (message: Message) => socket.writable && socket.write(`${JSON.stringify(message)}\n`)
    socket.on('error', () => socket.destroy())
    createInterface({ input: socket }).once('line', (line) => {
      const print = (text: string) => send({ line: text })
      // Read inside the promise: a line that is no JSON must not end the program.
      Promise.resolve()
        .then(() => run(argsIn(line), print))
        .then(
          (exit) => socket.end(`${JSON.stringify({ exit })}\n`),
          (error: unknown) => {
            send({ line: error instanceof Error ? error.message : 'the verb failed' })
            socket.end(`${JSON.stringify({ exit: 2 })}\n`)
          },
        )
    })
  })
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(path, ready))
  chmodSync(path, 0o600)
  return () =>
    new Promise((closed) => {
      server.close(() => closed())
      // Whoever is still connected, and says nothing, must not hold up the end.
      for (const socket of open) socket.destroy()
    })
}

interface Message {
  readonly line?: string
  readonly exit?: number
}

function argsIn(line: string): readonly string[] {
  const value: unknown = JSON.parse(line)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** Runs a verb in the running program of a data folder. @returns undefined when none listens there */
export async function askRunning(
  dataDir: string,
  args: readonly string[],
  print: (line: string) => void,
): Promise<number | undefined> {
  const socket = createConnection(controlPath(dataDir))
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  })
  if (!isOpen) return undefined
  socket.write(`${JSON.stringify(args)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const message = JSON.parse(line) as Message
    if (message.line !== undefined) print(message.line)
    if (message.exit !== undefined) return message.exit
  }
  return 2
}
