// Controls (but for line ends and tabs), bidi marks, zero-width and other format characters, lone surrogates.
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// Words that call a whole channel when Slack parses plain text by itself (`verbatim: false`).
const CALLING = /@(?=(?:channel|here|everyone|group)\b)/giu
const WORD_JOINER = '\u2060'

/** The text without characters that hide, reorder or join what a reader sees; line ends become `\n`. */
export const visible = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(HIDDEN, '')

/** Text for Telegram's HTML parse mode: nothing in it becomes a tag, an entity or an attribute's end. */
export const html = (text: string): string => visible(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)

/** The words of our own HTML, without its tags. */
export const plainOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (name) => Object.entries(ENTITIES).find(([, one]) => one === name)?.[0] ?? name)

/** Text for Slack's mrkdwn: no mention, link or date token survives. Send it with `verbatim: true`, else Slack links URLs. */
export const mrkdwn = (text: string): string =>
  visible(text)
    .replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(CALLING, `@${WORD_JOINER}`)
