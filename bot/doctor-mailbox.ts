import { type Config, needsTls } from './config.ts'
import type { Finding } from './doctor.ts'

/** Whether the mailbox that mails come in by lets us in; nothing in it is touched. */
export async function mailbox({ MAIL_IN_URL: url }: Pick<Config, 'MAIL_IN_URL'>): Promise<Finding> {
  const what = 'mail in'
  if (url === undefined)
    return { what, state: 'unknown', say: 'MAIL_IN_URL is not set: answers by mail are not read by Pandu' }
  const { tryMailbox } = await import('./mail/mailbox.ts')
  const failure = await tryMailbox({ url, needsTls: needsTls(url) })
  const { hostname } = new URL(url)
  if (failure === undefined)
    return {
      what,
      state: 'good',
      say: `the mailbox opens; encryption is ${needsTls(url) ? 'required' : 'not required'}`,
    }
  return { what, state: 'bad', say: `${hostname} ${failures[failure] ?? `does not answer (${failure})`}` }
}

/** What an operator can do about it, by the code of its failure. */
const failures: Readonly<Record<string, string>> = {
  EAUTH: 'refuses the user or password of MAIL_IN_URL',
  folder: 'has no such folder: the path of MAIL_IN_URL names it, INBOX by default',
}
