import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html, mrkdwn, visible } from '../../bot/text/escape.ts'

/** Text that tries: marks, entities, mentions, hidden characters in between, and anything else. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<b>',
        '</a>',
        '<!channel>',
        '<!here|x>',
        '<@U123>',
        '<#C1>',
        '<https://evil.example|BSrE>',
        '<!date^1^{date}|x>',
        '&lt;',
        '&#60;',
        '@here',
        '@channel',
        '@EVERYONE',
        '"',
        '@',
        'here',
        '\u200b',
        '\u202e',
        '\u2066',
        '\u00ad',
        '\ufeff',
        '\0',
        '\r\n',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

describe('text for Telegram', () => {
  it('never holds a tag, a bare ampersand or the end of an attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(html(text)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/)
      }),
    )
  })

  it('reads exactly as it was typed, but for what cannot be seen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unescaped(html(text))).toBe(visible(text))
      }),
    )
  })
})

describe('text for Slack', () => {
  it('never holds a mention, link or date token, nor a word that calls a channel', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(mrkdwn(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
        expect(mrkdwn(text)).not.toMatch(/@(channel|here|everyone|group)\b/i)
      }),
    )
  })

  it('leaves an address as it is', () => {
    expect(mrkdwn('siti@here.go.id & budi@instansi.go.id')).toBe('siti@\u2060here.go.id &amp; budi@instansi.go.id')
  })
})

describe('visible text', () => {
  it('has no bidi mark, zero-width character or control but line ends and tabs', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(text)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u)
      }),
    )
  })

  it('shows a file name that tries to look like another as what it is', () => {
    expect(visible('bukti\u202egpj.exe')).toBe('buktigpj.exe')
  })

  it('keeps letters of every script, accents, emoji and line ends', () => {
    const text = 'José 日本 عربي 🙂\n\tbaris kedua'
    expect(visible(text)).toBe(text)
    expect(visible('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd')
  })
})
