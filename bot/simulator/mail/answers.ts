import { Changes } from '../wire/changes.ts'
import type { Mail } from './mail.ts'

/** The house's own mailbox: what people answer to its mails lies there unread until the house has looked. */
export class Answers {
  readonly changes = new Changes()
  readonly #unread: { readonly place: string; readonly raw: Buffer }[] = []
  readonly #answered = new Set<string>()
  #count = 0

  /** Sends an answer as the one whom the mail was for. */
  answer(mail: Mail, text: string, at: number): void {
    this.#count += 1
    const to = mail.headers.from ?? mail.from
    const [from = 'seseorang@contoh.example'] = mail.recipients
    const head = [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: =?UTF-8?B?${Buffer.from(`Re: ${mail.subject}`).toString('base64')}?=`,
      `Date: ${new Date(at).toUTCString()}`,
      `Message-ID: <${at}.${this.#count}@simulator.example>`,
      `In-Reply-To: ${mail.messageId}`,
      `References: ${mail.messageId}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
    ].map((line) => line.replace(/[\r\n]+/g, ' '))
    const body = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
    this.#unread.push({ place: `${at}.${this.#count}`, raw: Buffer.from([...head, '', body, ''].join('\r\n')) })
    this.#answered.add(mail.messageId)
    this.changes.notify()
  }

  isAnswered({ messageId }: Pick<Mail, 'messageId'>): boolean {
    return this.#answered.has(messageId)
  }

  /** Hands over what is unread, oldest first; each is read once `take` is through with it. */
  async each(take: (mail: { place: string; raw: Buffer; isWhole: boolean }) => Promise<void>): Promise<void> {
    for (const mail of [...this.#unread]) {
      await take({ ...mail, isWhole: true })
      this.#unread.splice(this.#unread.indexOf(mail), 1)
    }
  }
}
