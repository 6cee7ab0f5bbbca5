import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../bot/simulator/slack/member.ts'
import type { Block } from '../../bot/simulator/slack/surface.ts'
import { VERIFIERS_CHANNEL } from '../../bot/simulator/world.ts'
import { slackText } from '../../bot/text/simulator-slack.ts'
import { openPage, type PageWorld, readable } from './page-fixture.ts'
import { SlackProgram } from './slack-program.ts'

let at: PageWorld
let sari: Member
/** Takes what Slack sends over HTTP and answers as a test tells it. */
let program: SlackProgram
const member = 'UVER1'

beforeEach(async () => {
  at = await openPage()
  program = await new SlackProgram().start()
  at.world.slack.requestUrl = program.url
  sari = at.world.slack.member({ id: member })
})
afterEach(async () => {
  await at.stop()
  await program.stop()
})

const screen = (room: string = VERIFIERS_CHANNEL) => at.html(`/simulator/slack/live?member=${member}&room=${room}`)
const act = (deed: string, fields: Record<string, string> = {}) =>
  at.post(`/simulator/slack/${deed}`, { member, ...fields })
const plain = (text: string) => ({ type: 'plain_text', text })
const post = (blocks: Block[], more: Record<string, unknown> = {}) =>
  at.world.slack.workspace.post({ channel: VERIFIERS_CHANNEL, user: 'UPANDU0001', text: 'kartu', blocks, ...more })
const open = (blocks: Block[], more: Record<string, unknown> = {}) => {
  const { workspace } = at.world.slack
  const view = { type: 'modal' as const, title: plain('Periksa'), submit: plain('Kirim'), blocks, ...more }
  workspace.state.modals[member] = [workspace.view(view)]
}
const sent = (n = 0) => program.arrivals[n]?.payload
const words = { type: 'plain_text_input', action_id: 'words' }
const fields: Block[] = [
  { type: 'input', block_id: 'words', label: plain('Dua kata'), element: words },
  {
    type: 'input',
    block_id: 'clean:0',
    optional: true,
    dispatch_action: true,
    label: plain('Bersih'),
    element: {
      type: 'checkboxes',
      action_id: 'clean',
      options: ['nip', 'nik'].map((value) => ({ value, text: plain(value) })),
    },
  },
  {
    type: 'input',
    block_id: 'why',
    optional: true,
    label: plain('Alasan'),
    element: {
      type: 'static_select',
      action_id: 'why',
      options: [
        { value: 'R01', text: plain('Satu') },
        { value: 'R02', text: plain('Dua') },
      ],
    },
  },
]

describe('the workspace on the page', () => {
  it("draws Slack's markup as elements and names people; nothing in it becomes HTML", async () => {
    post([
      { type: 'header', text: plain('MENUNGGU <b>') },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: '*Batas* _segera_ `a*b` &lt;i&gt; <@UVER2> <https://a.example/x|laman> <javascript:alert(1)|jahat>',
        },
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: '<!date^1795320000^{date_short_pretty} {time}|dulu>' }] },
    ])
    const html = await screen()
    expect(html).toContain('<h3>MENUNGGU &lt;b&gt;</h3>')
    expect(html).toMatch(
      /<b>Batas<\/b> <i>segera<\/i> <code>a\*b<\/code> &lt;i&gt; <b class="mention">@Budi Santoso<\/b>/,
    )
    expect(html).toContain('<a href="https://a.example/x" target="_blank"')
    expect(html).not.toContain('javascript:')
    expect(readable(html)).toContain('Min 22 Nov 2026 11.00')
  })

  it('clicks the very button that was meant, though others are called the same', async () => {
    const button = (value: string) => ({ type: 'button', action_id: 'review', value, text: plain('Periksa') })
    const row = (value: string) => ({
      type: 'section',
      block_id: `row:${value}`,
      text: plain(value),
      accessory: button(value),
    })
    const { ts } = post([row('a'), row('b')])
    await act('click', { on: ts, block: 'row:b', action: 'review' })
    expect(sent()).toMatchObject({ type: 'block_actions', user: { id: member }, actions: [{ value: 'b' }] })
    await act('click', { on: ts, block: 'row:c', action: 'review' })
    expect(readable(await screen())).toContain(slackText.gone.id)
  })

  it('asks first where the program wants that, and tells only a yes', async () => {
    const confirm = {
      title: plain('Yakin?'),
      text: plain('Nama Anda dicatat.'),
      confirm: plain('Ya'),
      deny: plain('Belum'),
    }
    const { ts } = post([
      {
        type: 'actions',
        block_id: 'do',
        elements: [{ type: 'button', action_id: 'met', text: plain('Bertemu'), confirm }],
      },
    ])
    const touch = { on: ts, block: 'do', action: 'met' }
    await act('click', touch)
    expect(await screen()).toMatch(/role="alertdialog".*Nama Anda dicatat\./s)
    await act('click', { ...touch, isSure: 'no' })
    expect(await screen()).not.toContain('alertdialog')
    expect(program.arrivals).toHaveLength(0)
    await act('click', touch)
    await act('click', { ...touch, isSure: 'yes' })
    expect(sent()).toMatchObject({ actions: [{ action_id: 'met' }] })
  })

  it('fills a modal: what is typed goes along with the next press and stands when the modal is drawn anew', async () => {
    open(fields)
    await act('tick', {
      on: 'modal',
      block: 'clean:0',
      action: 'clean',
      option: 'nik',
      isOn: 'yes',
      'value:words': 'sungai melati',
    })
    expect(sent()).toMatchObject({
      view: { state: { values: { words: { words: { value: 'sungai melati' } } } } },
      actions: [{ selected_options: [{ value: 'nik' }] }],
    })
    await act('choose', { on: 'modal', block: 'why', action: 'why', 'option:why': 'R02' })
    const html = await screen()
    expect(html).toMatch(/name="value:words"[^>]*value="sungai melati"|value="sungai melati"[^>]*name="value:words"/)
    expect(html).toMatch(/<option value="R02" selected/)
    expect(html).toMatch(/value="nik" checked/)
    expect(html).not.toMatch(/value="nip" checked/)
    await act('tick', { on: 'modal', block: 'clean:0', action: 'clean', option: 'nik', isOn: '' })
    expect(await screen()).not.toMatch(/value="nik" checked/)
  })

  it('submits a modal and shows what the program complains of, at its field', async () => {
    open(fields)
    await act('submit')
    expect(await screen()).toMatch(/class="complaint" role="alert">Please complete/)
    expect(program.arrivals).toHaveLength(0)
    program.answerWith(200, { response_action: 'errors', errors: { words: 'Kata <tidak> cocok.' } })
    await act('submit', { 'value:words': 'salah' })
    expect(sent()).toMatchObject({ type: 'view_submission' })
    expect(await screen()).toContain('Kata &lt;tidak&gt; cocok.')
    program.answerWith(200)
    await act('submit', { 'value:words': 'benar' })
    expect(await screen()).not.toContain('class="modal"')
  })

  it('closes a modal and tells the program where it wants to know', async () => {
    open(fields, { notify_on_close: true })
    await act('close')
    expect(sent()).toMatchObject({ type: 'view_closed' })
    expect(await screen()).not.toContain('class="modal"')
  })

  it('says so when the program does not answer', async () => {
    at.world.slack.dispatcher.losing = 1
    const { ts } = post([
      { type: 'actions', block_id: 'do', elements: [{ type: 'button', action_id: 'x', text: plain('X') }] },
    ])
    await act('click', { on: ts, block: 'do', action: 'x' })
    expect(readable(await screen())).toContain(slackText.noAnswer.id)
  })

  it('opens the home tab, which the program hears of, and shows messages for one person to that one only', async () => {
    const pane = await at.post(`/simulator/slack/home?member=${member}&room=home`, {})
    expect(readable(await pane.text())).toContain(slackText.emptyHome.id)
    expect(sent()).toMatchObject({ event: { type: 'app_home_opened', user: member, tab: 'home' } })
    post([{ type: 'section', text: plain('hanya untuk Sari') }], { ephemeralFor: member })
    expect(readable(await screen())).toContain(slackText.onlyYou.id)
    expect(await at.html(`/simulator/slack/live?member=UVER2&room=${VERIFIERS_CHANNEL}`)).not.toContain(
      'hanya untuk Sari',
    )
  })

  it('writes messages, replies in threads and slash commands', async () => {
    const { ts } = post([{ type: 'section', text: plain('kartu') }])
    await act('say', { channel: VERIFIERS_CHANNEL, text: 'dilihat', thread: ts })
    await act('say', { channel: VERIFIERS_CHANNEL, text: '/pandu' })
    expect(sari.messages().at(-1)).toMatchObject({ text: 'dilihat', thread_ts: ts })
    expect(readable(await screen())).toContain(`1 ${slackText.replies.id}`)
    await program.arrival(1)
    const kinds = program.arrivals.map(({ payload }) => payload.command ?? payload.type)
    expect(kinds.toSorted()).toEqual(['/pandu', 'event_callback'])
  })

  it('shows the agent the channel of the contact center', async () => {
    const html = await at.html('/simulator/slack/live?member=UAGENT1')
    expect(readable(html)).toContain('# contact-center')
    expect(readable(html)).not.toContain('verifikasi-tte')
    expect((await at.post('/simulator/slack/click', { member: 'UNOBODY' })).status).toBe(404)
  })
})
