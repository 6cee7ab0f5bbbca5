import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RichText } from '../../bot/simulator/page/rich-text.tsx'
import { Mrkdwn } from '../../bot/simulator/page/slack/mrkdwn.tsx'
import type { Entity } from '../../bot/simulator/telegram/message.ts'
import { mrkdwn } from '../../bot/text/escape.ts'
import { readable } from './page-fixture.ts'

const kinds = [
  'bold',
  'italic',
  'code',
  'pre',
  'blockquote',
  'text_link',
  'spoiler',
  'underline',
  'strikethrough',
  'custom_emoji',
]
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=1>',
    "'&amp;",
    '<!channel>',
    '*_~`',
    '<@UVER1|x>',
    '```',
  ),
)
const texts = fc.array(hostile, { maxLength: 5 }).map((parts) => parts.join(' '))
const tags = (html: string): readonly string[] => [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name = '']) => name)

describe('text of others on the page', () => {
  it("keeps every character of Telegram's formatted text, whatever its formatting claims", () => {
    const entity = fc.record({
      type: fc.constantFrom(...kinds),
      offset: fc.integer({ min: -3, max: 60 }),
      length: fc.integer({ min: -3, max: 60 }),
      url: fc.constantFrom('https://a.example', 'javascript:alert(1)', ''),
    })
    fc.assert(
      fc.property(texts, fc.array(entity, { maxLength: 6 }), (text, entities: Entity[]) => {
        const html = String(<RichText text={text} entities={entities} leaf={(part) => part} />)
        expect(readable(html)).toBe(text)
        const known = ['b', 'i', 'u', 's', 'code', 'pre', 'blockquote', 'span', 'a']
        expect(tags(html).filter((name) => !known.includes(name))).toEqual([])
        expect(html).not.toMatch(/href="(?!https:\/\/a\.example")/)
      }),
    )
  })

  it('nests formatting as it is nested', () => {
    const entities = [
      { type: 'italic', offset: 5, length: 4 },
      { type: 'bold', offset: 0, length: 9 },
    ]
    expect(String(<RichText text="tebal dan miring" entities={entities} leaf={(part) => part} />)).toBe(
      '<b>tebal<i> dan</i></b> miring',
    )
  })

  it("shows what was escaped for Slack just as it was, and makes no other elements than Slack's", () => {
    const draw = (text: string) => String(<Mrkdwn text={text} language="id" nameOf={() => undefined} />)
    fc.assert(
      fc.property(texts, (text) => {
        const known = ['b', 'i', 's', 'code', 'pre', 'a', 'span', 'time']
        expect(tags(draw(text)).filter((name) => !known.includes(name))).toEqual([])
        const unmarked = text.replace(/[*_~`]/g, '')
        expect(readable(draw(mrkdwn(unmarked)))).toBe(readable(mrkdwn(unmarked)))
      }),
    )
  })

  it('leaves marks inside of words alone', () => {
    const draw = (text: string) => String(<Mrkdwn text={text} language="id" nameOf={() => undefined} />)
    expect(draw('nama_berkas_ini.pdf 2*3*4 *ya*')).toBe('nama_berkas_ini.pdf 2*3*4 <b>ya</b>')
  })
})
