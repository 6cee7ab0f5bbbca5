import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isTooMuchText, messageProblems, viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const x = (length: number) => 'x'.repeat(length)
const option = (index: number) => ({ text: plain(`Pilihan ${index}`), value: `v${index}` })
const button = (more: object = {}) => ({ type: 'button', text: plain('Ambil'), action_id: 'ambil', ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('Kasus'), ...more })
const confirm = (more: object = {}) => ({
  title: plain('Yakin?'),
  text: plain('Ini final.'),
  confirm: plain('Ya'),
  deny: plain('Tidak'),
  ...more,
})
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Alasan'), element, ...more })
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Periksa'),
  submit: plain('Simpan'),
  blocks: [section()],
  ...more,
})

describe('a message that Slack takes', () => {
  it.each([
    ['a card', [{ type: 'header', text: plain(x(150)) }, section(), { type: 'divider' }, actions(button())]],
    ['fifty blocks', times(50, () => section())],
    [
      'the longest texts',
      [section({ text: mrkdwn(x(3000)) }), section({ text: undefined, fields: [mrkdwn(x(2000))] })],
    ],
    ['the fullest rows', [actions(...times(25, (n) => button({ action_id: `a${n}`, value: x(2000) })))]],
    ['ten context items', [{ type: 'context', elements: times(10, () => mrkdwn('x')) }]],
    ['a hundred options', [actions({ type: 'static_select', action_id: 's', options: times(100, option) })]],
    ['five menu entries', [section({ accessory: { type: 'overflow', action_id: 'o', options: times(5, option) } })]],
    ['a confirmation', [actions(button({ confirm: confirm({ text: plain(x(300)), title: plain(x(100)) }) }))]],
    ['nothing', []],
  ])('%s', (_name, blocks) => {
    expect(messageProblems(blocks)).toEqual([])
  })
})

describe('a message that Slack refuses', () => {
  it.each([
    ['51 blocks', times(51, () => section()), /51 items/],
    ['a header over 150', [{ type: 'header', text: plain(x(151)) }], /151 characters, at most 150/],
    ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], /type mrkdwn is not allowed/],
    ['a section over 3000', [section({ text: mrkdwn(x(3001)) })], /at most 3000/],
    ['an empty text', [section({ text: mrkdwn('') })], /must not be empty/],
    ['a section with nothing', [{ type: 'section' }], /needs text or fields/],
    ['11 fields', [section({ fields: times(11, () => mrkdwn('x')) })], /11 items/],
    ['a field over 2000', [section({ fields: [mrkdwn(x(2001))] })], /at most 2000/],
    ['26 buttons in a row', [actions(...times(26, (n) => button({ action_id: `a${n}` })))], /26 items/],
    ['an empty row', [actions()], /0 items/],
    ['11 context items', [{ type: 'context', elements: times(11, () => mrkdwn('x')) }], /11 items/],
    ['a button text over 75', [actions(button({ text: plain(x(76)) }))], /at most 75/],
    ['a button value over 2000', [actions(button({ value: x(2001) }))], /at most 2000/],
    ['an unknown style', [actions(button({ style: 'warning' }))], /one of primary, danger/],
    ['an unknown key', [actions(button({ colour: 'red' }))], /colour: unknown/],
    ['a wrong emoji flag', [section({ text: { ...mrkdwn('x'), emoji: true } })], /emoji: unknown/],
    ['101 options', [actions({ type: 'static_select', action_id: 's', options: times(101, option) })], /101 items/],
    ['a menu of six', [section({ accessory: { type: 'overflow', options: times(6, option) } })], /6 items/],
    ['11 radios', [actions({ type: 'radio_buttons', action_id: 'r', options: times(11, option) })], /11 items/],
    ['11 boxes', [actions({ type: 'checkboxes', action_id: 'c', options: times(11, option) })], /11 items/],
    [
      'an option text over 75',
      [actions({ type: 'checkboxes', action_id: 'c', options: [{ text: plain(x(76)), value: 'a' }] })],
      /at most 75/,
    ],
    [
      'an option value over 150',
      [actions({ type: 'checkboxes', action_id: 'c', options: [{ text: plain('a'), value: x(151) }] })],
      /at most 150/,
    ],
    [
      'a first choice that is no option',
      [actions({ type: 'static_select', action_id: 's', options: [option(1)], initial_option: option(2) })],
      /not among the options/,
    ],
    [
      'a select without options',
      [actions({ type: 'static_select', action_id: 's' })],
      /needs options or option_groups/,
    ],
    ['a confirm title over 100', [actions(button({ confirm: confirm({ title: plain(x(101)) }) }))], /at most 100/],
    ['a confirm text over 300', [actions(button({ confirm: confirm({ text: plain(x(301)) }) }))], /at most 300/],
    ['a confirm button over 30', [actions(button({ confirm: confirm({ deny: plain(x(31)) }) }))], /at most 30/],
    ['the same block_id twice', [section({ block_id: 'a' }), section({ block_id: 'a' })], /block_id a twice/],
    ['the same action_id twice in a row', [actions(button(), button())], /action_id ambil twice/],
    ['an unknown block', [{ type: 'poem', text: 'x' }], /type poem is not allowed/],
    ['an input', [input({ type: 'plain_text_input', action_id: 'p' })], /type input is not allowed/],
    ['an element in the wrong place', [actions({ type: 'plain_text_input', action_id: 'p' })], /not allowed here/],
    ['no list', { type: 'section' }, /a list expected/],
  ])('%s', (_name, blocks, why) => {
    expect(messageProblems(blocks).join('\n')).toMatch(why)
  })

  it('too much text together, although every part fits', () => {
    const blocks = times(5, () => section({ text: mrkdwn(x(2640)) }))
    expect(messageProblems(blocks)).toEqual([])
    expect(isTooMuchText(blocks)).toBe(false)
    expect(isTooMuchText([...blocks, section({ text: mrkdwn('x') })])).toBe(true)
  })
})

describe('a view that Slack refuses', () => {
  it('but not a full and proper one', () => {
    const blocks = [...times(99, () => section()), input({ type: 'plain_text_input', action_id: 'p', multiline: true })]
    expect(
      viewProblems(modal({ blocks, private_metadata: x(3000), callback_id: x(255), close: plain(x(24)) })),
    ).toEqual([])
    expect(viewProblems({ type: 'home', blocks: times(100, () => section()) })).toEqual([])
  })

  it.each([
    ['101 blocks', modal({ blocks: times(101, () => section()) }), /101 items/],
    ['a title over 24', modal({ title: plain(x(25)) }), /title.*at most 24/],
    ['no title', modal({ title: undefined }), /title: missing/],
    ['a submit over 24', modal({ submit: plain(x(25)) }), /submit.*at most 24/],
    ['a close over 24', modal({ close: plain(x(25)) }), /close.*at most 24/],
    ['metadata over 3000', modal({ private_metadata: x(3001) }), /at most 3000/],
    ['a callback over 255', modal({ callback_id: x(256) }), /at most 255/],
    [
      'inputs without submit',
      modal({ submit: undefined, blocks: [input({ type: 'plain_text_input', action_id: 'p' })] }),
      /needs submit/,
    ],
    ['a button as input', modal({ blocks: [input(button())] }), /type button is not allowed/],
    ['a title on a home tab', { type: 'home', title: plain('x'), blocks: [section()] }, /title: unknown/],
    ['another kind', { type: 'sidebar', blocks: [] }, /type sidebar is not allowed/],
    ['nothing at all', undefined, /is not allowed/],
  ])('%s', (_name, view, why) => {
    expect(viewProblems(view).join('\n')).toMatch(why)
  })
})

const quiet = () => {}
/** The client prints refusals, which are expected here. */
const logger: Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => LogLevel.ERROR,
}

describe('over the Web API', () => {
  let network: SlackNetwork
  let slack: WebClient
  beforeAll(async () => {
    network = await new SlackNetwork().start()
    network.channel({ id: 'C0VERIF', name: 'verifikasi' })
    network.member({ id: 'UVER1', channels: ['C0VERIF'] })
    slack = new WebClient(network.botToken, { slackApiUrl: network.apiUrl, retryConfig: { retries: 0 }, logger })
  })
  beforeEach(() => network.violations.splice(0))
  afterAll(() => network.stop())

  it('wrong blocks are refused and collected', async () => {
    const blocks = [{ type: 'header', text: plain(x(151)) }]
    const posted = slack.apiCall('chat.postMessage', { channel: 'C0VERIF', text: 'x', blocks })
    await expect(posted).rejects.toMatchObject({ data: { error: 'invalid_blocks' } })
    expect(network.violations).toEqual(['chat.postMessage /blocks/0/text/text: 151 characters, at most 150'])
    expect(network.member({ id: 'UVER1' }).messages()).toEqual([])
  })

  it('too much text is refused as such', async () => {
    const blocks = times(5, () => section({ text: mrkdwn(x(3000)) }))
    const posted = slack.apiCall('chat.postMessage', { channel: 'C0VERIF', text: 'x', blocks })
    await expect(posted).rejects.toMatchObject({ data: { error: 'msg_blocks_too_long' } })
    expect(network.violations).toHaveLength(1)
  })

  it('wrong views are refused and collected', async () => {
    const view = { type: 'home', blocks: times(101, () => section()) }
    const published = slack.apiCall('views.publish', { user_id: 'UVER1', view })
    await expect(published).rejects.toMatchObject({ data: { error: 'invalid_arguments' } })
    expect(network.violations).toEqual(['views.publish /view/blocks: 101 items, 1 to 100 allowed'])
  })
})
