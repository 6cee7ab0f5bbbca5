import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe } from 'vitest'
import { tryMailbox } from '../bot/mail/mailbox.ts'
import { temporaryFolder } from './folder.ts'

/** An IMAP server of these tests alone, with one mailbox. */
export interface TestDovecot {
  readonly url: string
  /** Resolves when it lets its user in. */
  start(): Promise<void>
  /** Ends it as a crash would; it can be started again on the same port. */
  kill(): Promise<void>
  /** Puts a mail into the mailbox, unread. */
  deliver(raw: Uint8Array | string): void
  /** How many mails nobody has marked as read. */
  unread(): number
}

const daemon = [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
  .map((folder) => join(folder, 'dovecot'))
  .find((path) => existsSync(path))

/** A suite that needs an IMAP server; where there is none it is skipped and says so. */
export function describeWithDovecot(name: string, body: (dovecot: TestDovecot) => void): void {
  if (daemon === undefined) process.stderr.write(`SKIPPED, no dovecot on this machine: ${name}\n`)
  describe.skipIf(daemon === undefined)(name, () => body(dovecotIn(temporaryFolder('dovecot'))))
}

function dovecotIn(folder: string): TestDovecot {
  const box = join(folder, 'mail')
  let running: ChildProcess | undefined
  let port = 0
  let count = 0
  const kill = async () => {
    const child = running
    running = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    // Its master ends the processes that it started.
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  process.once('exit', () => running?.kill('SIGTERM'))
  const urlNow = () => `imap://pandu:rahasia@127.0.0.1:${port}/INBOX`
  return {
    get url() {
      return urlNow()
    },
    kill,
    async start() {
      if (port === 0) port = await freePort()
      chmodSync(folder, 0o755)
      for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(box, part), { recursive: true })
      if (userInfo().uid === 0) spawnSync('chown', ['-R', 'dovecot:dovecot', box])
      const config = join(folder, 'dovecot.conf')
      writeFileSync(config, settings(folder, box, port))
      running = spawn(daemon ?? '', ['-F', '-c', config], { stdio: 'ignore' })
      await lettingIn(urlNow(), running)
    },
    deliver(raw) {
      count += 1
      const path = join(box, 'new', `${1_700_000_000 + count}.M${count}.test`)
      writeFileSync(path, raw)
      if (userInfo().uid === 0) spawnSync('chown', ['dovecot:dovecot', path])
    },
    unread: () =>
      readdirSync(join(box, 'new')).length +
      readdirSync(join(box, 'cur')).filter((name) => !/:2,[A-Z]*S/.test(name)).length,
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function settings(folder: string, box: string, port: number): string {
  const { uid, username } = userInfo()
  // Who is not root runs all of it as themselves, in no prison.
  const own =
    uid === 0
      ? ['first_valid_uid = 1']
      : [
          `default_internal_user = ${username}`,
          `default_login_user = ${username}`,
          'service anvil {\n  chroot =\n}',
          'service imap-login {\n  chroot =\n}',
        ]
  return [
    `base_dir = ${folder}/run`,
    `log_path = ${folder}/log`,
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = no',
    'disable_plaintext_auth = no',
    `mail_location = maildir:${box}`,
    'passdb {\n  driver = static\n  args = password=rahasia\n}',
    `userdb {\n  driver = static\n  args = uid=${uid === 0 ? 'dovecot' : uid} gid=${uid === 0 ? 'dovecot' : userInfo().gid} home=${folder}\n}`,
    `service imap-login {\n  inet_listener imap {\n    address = 127.0.0.1\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    ...own,
    '',
  ].join('\n')
}

const startMs = 20_000

async function lettingIn(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + startMs
  for (;;) {
    const failure = await tryMailbox({ url, needsTls: false })
    if (failure === undefined) return
    if (child.exitCode !== null || performance.now() > until) throw new Error(`dovecot does not let us in: ${failure}`)
    await pause(50)
  }
}
