import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { admit } from '../../core/lab/admit.ts'
import { clamdAt, NoVerdict } from '../../core/lab/clamd.ts'
import { describeWithClamd, dyingMidway, eicar, marker } from '../clamd.ts'
import { temporaryFolder } from '../folder.ts'
import { textPicture } from './sample-images.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A socket at which somebody of ours answers in the scanner's place. */
async function someone(behaves: (socket: Socket) => void): Promise<string> {
  const path = join(temporaryFolder('somebody'), 'socket')
  const server = createServer((socket) => {
    socket.on('error', () => {})
    behaves(socket)
  }).listen(path)
  servers.push(server)
  await once(server, 'listening')
  return `unix:${path}`
}

const picture = await textPicture().jpeg().toBuffer()
const docx = Buffer.from('PK\u0003\u0004word/document.xml', 'latin1')

describeWithClamd('a scanner', (clamd) => {
  beforeAll(clamd.start)
  afterAll(clamd.kill)
  const scan = (bytes: Uint8Array) => clamdAt(clamd.url).scan(bytes)

  it('answers, and says which signatures it has', async () => {
    await clamdAt(clamd.url).ping()
    expect(await clamdAt(clamd.url).version()).toMatch(/^ClamAV \d/)
  })

  it.each([
    ['the test file that all scanners know', () => eicar()],
    ['the same behind a picture', () => Buffer.concat([picture, eicar()])],
    ['what a signature of our own looks for', () => Buffer.concat([picture, Buffer.from(`..${marker}..`)])],
    ['that at the end of 20 MB', () => Buffer.concat([Buffer.alloc(20 * 1024 * 1024 - 100, 7), Buffer.from(marker)])],
  ])('finds %s', async (_, make) => {
    expect(await scan(make())).toBe('infected')
    expect(await admit(make(), scan)).toEqual({ refused: 'MALWARE' })
  })

  it('finds nothing in a picture, and the door lets it in', async () => {
    expect(await scan(picture)).toBe('clean')
    expect(await admit(picture, scan)).toMatchObject({ type: 'jpeg' })
  })

  it('says nothing of what is larger than it takes: 26 MB are not clean', async () => {
    await expect(scan(Buffer.alloc(26 * 1024 * 1024, 7))).rejects.toThrow(NoVerdict)
  })

  it('says nothing when it dies in the middle of a file, and the next file is scanned by the next one', async () => {
    const file = Buffer.alloc(20 * 1024 * 1024, 7)
    const dying = await dyingMidway(clamd)
    await expect(clamdAt(dying.url).scan(file)).rejects.toThrow(NoVerdict)
    await expect(scan(file)).rejects.toThrow(NoVerdict)
    dying.close()
    await clamd.start()
    expect(await scan(file)).toBe('clean')
  })
})

describe('a scanner that is none', () => {
  it.each([
    ['is not there', async () => `unix:${join(temporaryFolder('nobody'), 'socket')}`],
    ['hangs up at once', () => someone((socket) => socket.destroy())],
    ['hangs up without a word when all is said', () => someone((socket) => socket.on('data', () => socket.end()))],
    ['says half of OK', () => someone((socket) => socket.end('stream: OK'))],
    ['says something else', () => someone((socket) => socket.write('stream: MAYBE\0'))],
    ['says that it cannot', () => someone((socket) => socket.write('INSTREAM size limit exceeded. ERROR\0'))],
    ['never ends its word', () => someone((socket) => socket.write('A'.repeat(100_000)))],
    ['never says a word', () => someone(() => {})],
  ])('because it %s has not called anything clean', async (_, at) => {
    const { scan, ping } = clamdAt(await at(), { scanMs: 300, wordMs: 300 })
    await expect(scan(picture)).rejects.toThrow(NoVerdict)
    await expect(ping()).rejects.toThrow(NoVerdict)
    expect(await admit(picture, scan)).toMatchObject({ unscanned: expect.any(String) })
  })

  it('holds up nothing that would be refused anyway', async () => {
    const { scan } = clamdAt(`unix:${join(temporaryFolder('nobody'), 'socket')}`)
    expect(await admit(docx, scan)).toEqual({ refused: 'UNSUPPORTED_TYPE' })
    expect(await admit(Buffer.alloc(0), scan)).toEqual({ refused: 'EMPTY' })
  })

  it('is looked for at the port that scanners listen at, and where an address says', async () => {
    const server = createServer((socket) => socket.end('PONG\0')).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    await clamdAt(`tcp://127.0.0.1:${address.port}`).ping()
  })
})
