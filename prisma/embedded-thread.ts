import { once } from 'node:events'
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'

/**
 * An embedded PostgreSQL in a thread of its own, so that its work and the program's go on side by side. It has one
 * connection, spoken to as to a server. A defect in it ends the program: what is committed is safe.
 */
export class EmbeddedThread {
  readonly #worker: Worker
  readonly #opened: Promise<unknown>

  /** Begins to open the database in `directory`, which is made if need be; without one it ends with the process. */
  constructor(directory: string | undefined, settings: readonly string[]) {
    this.#worker = new Worker(new URL('./embedded-thread.mjs', import.meta.url), {
      workerData: { directory, settings },
      // Plain JavaScript: the loader of the sources would take longer than the database.
      execArgv: [],
    })
    this.#opened = once(this.#worker, 'message')
    // Told to whoever waits for `opened`.
    this.#opened.catch(() => {})
  }

  /** @throws what kept the database from opening */
  async opened(): Promise<void> {
    await this.#opened
  }

  /** The connection, as a driver wants it. One that takes another's place finds the session as that left it. */
  connection(): Duplex {
    const connection = new ThreadConnection(this.#worker)
    const take = (answer: Uint8Array) => connection.push(answer)
    this.#worker.on('message', take)
    connection.once('close', () => this.#worker.off('message', take))
    return connection
  }

  /** Closes the database and waits until its files are. */
  async close(): Promise<void> {
    const gone = once(this.#worker, 'exit')
    this.#worker.postMessage('close')
    await gone
  }
}

/** What a driver takes for a socket; its writes are whole messages of the protocol. */
class ThreadConnection extends Duplex {
  readonly #worker: Worker

  constructor(worker: Worker) {
    super()
    this.#worker = worker
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay = (): this => this
  setKeepAlive = (): this => this
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#worker.postMessage(chunk)
    done()
  }

  // A statement's messages travel together, as they would in one packet.
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.#worker.postMessage(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }
}
