import { connect, type Socket } from 'node:net'

/** What a scanner found: nothing, or something that it knows by name. */
export type ScanVerdict = 'clean' | 'infected'

/** Looks for malware in bytes. @throws NoVerdict when nobody said either: such bytes are not clean */
export type Scan = (bytes: Uint8Array) => Promise<ScanVerdict>

/** The scanner is away, or broke off, or would not look: `reason` names no file and no finding. */
export class NoVerdict extends Error {
  readonly reason: string

  constructor(reason: string) {
    super(`no verdict: ${reason}`)
    this.name = 'NoVerdict'
    this.reason = reason
  }
}

/** A ClamAV daemon, spoken to in its own protocol (clamd(8), commands with `z`). */
export interface Clamd {
  readonly scan: Scan
  /** Resolves when the daemon answers. @throws NoVerdict */
  ping(): Promise<void>
  /** Program and signatures as it names them, such as `ClamAV 1.4.3/27450/Mon Nov  3 08:43:21 2025`. @throws NoVerdict */
  version(): Promise<string>
}

const defaultPort = 3310
const chunkBytes = 256 * 1024
const answerMaxBytes = 4096
/** A real database looks at 20 MB in a second; a busy daemon lets others go first. */
const scanMs = 60_000
const wordMs = 5_000

/** The daemon at `tcp://host:port` or `unix:/path`; nothing is asked of it until then. */
export function clamdAt(url: string, patience = { scanMs, wordMs }): Clamd {
  const open = () => connect(addressOf(new URL(url)))
  const word = (command: string) => converse(open(), patience.wordMs, (socket) => socket.write(`z${command}\0`))
  return {
    async scan(bytes) {
      const answer = await converse(open(), patience.scanMs, (socket) => stream(socket, bytes))
      if (answer === 'stream: OK') return 'clean'
      if (/^stream: .+ FOUND$/s.test(answer)) return 'infected'
      // The daemon's own words may repeat what it was given.
      throw new NoVerdict(/size limit/.test(answer) ? 'larger than its StreamMaxLength' : 'not understood')
    },
    async ping() {
      if ((await word('PING')) !== 'PONG') throw new NoVerdict('not understood')
    },
    version: () => word('VERSION'),
  }
}

function addressOf({ protocol, hostname, port, pathname }: URL) {
  if (protocol === 'unix:') return { path: decodeURIComponent(pathname) }
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? defaultPort : Number(port) }
}

/** INSTREAM: pieces, each behind its length, and an empty one at the end. */
function stream(socket: Socket, bytes: Uint8Array): void {
  socket.cork()
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const piece = bytes.subarray(at, at + chunkBytes)
    socket.write(lengthOf(piece.length))
    socket.write(piece)
  }
  socket.write(lengthOf(0))
  process.nextTick(() => socket.uncork())
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}

/** Says something and hears one answer, which ends with a zero byte. */
function converse(socket: Socket, timeoutMs: number, say: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const end = (settle: () => void) => {
      clearTimeout(deadline)
      socket.removeAllListeners()
      // What still breaks on a connection that is over is nobody's news.
      socket.on('error', () => {})
      socket.destroy()
      settle()
    }
    const fail = (reason: string) => end(() => reject(new NoVerdict(reason)))
    const deadline = setTimeout(() => fail('no answer in time'), timeoutMs)
    socket.once('connect', () => say(socket))
    socket.on('data', (part) => {
      heard += part.toString('latin1')
      const at = heard.indexOf('\0')
      if (at >= 0) end(() => resolve(heard.slice(0, at)))
      else if (heard.length > answerMaxBytes) fail('not understood')
    })
    socket.once('error', (error) => fail('code' in error ? String(error.code) : error.name))
    socket.once('close', () => fail('broke off'))
  })
}
