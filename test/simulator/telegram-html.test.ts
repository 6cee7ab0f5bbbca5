import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../bot/simulator/telegram/html.ts'
import { TelegramRefusal } from '../../bot/simulator/telegram/refusal.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text)

describe("text in Telegram's HTML", () => {
  it.each([
    ['<b>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['x <strong>a</strong>', 'x a', [{ type: 'bold', offset: 2, length: 1 }]],
    ['<a href="https://x.example/?a=1&amp;b">di sini</a>', 'di sini', [{ type: 'text_link', offset: 0, length: 7 }]],
    ['<code class="language-ts">a</code>', 'a', [{ type: 'code', language: 'ts', offset: 0, length: 1 }]],
    ['<blockquote expandable>a</blockquote>', 'a', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<tg-spoiler>a</tg-spoiler>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['👍<i>a</i>', '👍a', [{ type: 'italic', offset: 2, length: 1 }]],
    ['  <u>a</u>  ', 'a', [{ type: 'underline', offset: 0, length: 1 }]],
    [
      '<b>a <i>b</i></b>',
      'a b',
      [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 2, length: 1 },
      ],
    ],
    ['a &amp; b &#38; &#x26; &nbsp; &', 'a & b & & &nbsp; &', []],
    ['&#1114112;', '&#1114112;', []],
    ['a > b', 'a > b', []],
  ])('%s', (html, text, entities) => {
    const parsed = parseHtml(html)
    expect(parsed.text).toBe(text)
    expect(parsed.entities).toMatchObject(entities)
    expect(parsed.entities).toHaveLength(entities.length)
  })

  it.each(['<span>a</span>', '<script>a</script>', '<b', '</>', '<img src="x">', '<br>'])('refuses %s', (html) => {
    expect(() => parseHtml(html)).toThrow(/can't parse entities/)
  })

  it('gives back whatever was escaped', () => {
    fc.assert(fc.property(words, (text) => parseHtml(escaped(text)).text === text))
  })

  it('marks exactly what stands between its tags', () => {
    const tag = fc.constantFrom('b', 'i', 'u', 's', 'code', 'pre', 'blockquote')
    fc.assert(
      fc.property(words, tag, words, (before, name, inside) => {
        const { text, entities } = parseHtml(`${escaped(before)}<${name}>${escaped(inside)}</${name}>`)
        const [entity] = entities
        expect(text.slice(entity?.offset, (entity?.offset ?? 0) + (entity?.length ?? 0))).toBe(inside)
      }),
    )
  })

  it('reads or refuses any text, and never breaks', () => {
    const piece = fc.constantFrom('<', '>', '</b>', '<b>', '&', '&lt;', '&#', '<a href="', '"', 'x', ' ', '<i')
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (html) => {
          try {
            parseHtml(html)
          } catch (error) {
            expect(error).toBeInstanceOf(TelegramRefusal)
          }
        },
      ),
    )
  })
})
