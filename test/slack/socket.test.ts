import { afterEach, describe, expect, it } from 'vitest'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'
import { SocketLink } from '../../bot/slack/socket.ts'
import { House } from './house.ts'

describe('Socket Mode', () => {
  let house: House | undefined
  let network: SlackNetwork | undefined

  afterEach(async () => {
    await house?.close()
    await network?.stop()
    house = undefined
    network = undefined
  })

  const connected = (slack: SlackNetwork, count = 1) =>
    slack.socket.changes.until(() => (slack.socket.connectionCount === count ? true : undefined), {
      what: `${count} connections`,
    })
  const lost = (slack: SlackNetwork) => connected(slack, 0)

  it('connects anew when Slack asks for it, and when the line breaks', async () => {
    house = await new House('socket').open()
    const { slack } = house
    await connected(slack)
    slack.socket.refresh()
    await lost(slack)
    await connected(slack)
    slack.socket.cut()
    await lost(slack)
    await connected(slack)
    await house.submitted()
    await house.sari.click('Periksa')
    await house.sari.waitForModal()
  })

  it('takes an event once that Slack sends again', async () => {
    house = await new House('socket').open()
    house.slack.dispatcher.losing = 1
    await house.sari.openHome()
    house.slack.retryNow()
    const { dispatcher } = house.slack
    await dispatcher.changes.until(() => dispatcher.attempts[1]?.acknowledgement.isAcknowledged || undefined)
    await house.deliverAll()
    expect(house.slack.calls.filter(({ method }) => method === 'views.publish')).toHaveLength(1)
  })

  it('does not acknowledge what it could not carry out', async () => {
    house = await new House('socket').open()
    house.ports.ledger.commit = async () => {
      throw new Error('a defect')
    }
    expect((await house.sari.openHome()).isAcknowledged).toBe(false)
    expect(house.reports[0]?.what).toBe('slack-failed')
  })

  it('starts although Slack is away, keeps trying, and tells the operator', async () => {
    network = await new SlackNetwork().start()
    network.faults.next({ kind: 'server-error', status: 500 }, { method: 'apps.connections.open', times: 2 })
    const reports: unknown[] = []
    const link = new SocketLink({
      appToken: network.appToken,
      apiUrl: network.apiUrl,
      report: (report) => reports.push(report),
      take: async () => ({ state: 'taken' }),
    })
    await link.start()
    expect(reports).toEqual([{ what: 'slack-socket-lost', attempt: 1 }])
    await connected(network)
    expect(reports).toHaveLength(2)
    await link.stop()
    await lost(network)
  })

  it('says at once which token Slack does not take, once, and the rest goes on', async () => {
    house = new House('socket')
    house.tokens = { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-wrong' }
    await house.open()
    const refused = house.reports.filter(({ what }) => what === 'slack-token-refused')
    expect(refused.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
      { what: 'slack-token-refused', variable: 'SLACK_APP_TOKEN', code: 'invalid_auth' },
      { what: 'slack-token-refused', variable: 'SLACK_BOT_TOKEN', code: 'invalid_auth' },
    ])
  })

  it('says nothing of a token while Slack is only away', async () => {
    house = new House('http')
    house.slack.faults.next({ kind: 'server-error', status: 500 }, { method: 'auth.test' })
    await house.open()
    expect(house.reports).toEqual([])
  })

  it('stays closed once it is stopped', async () => {
    house = await new House('socket').open()
    await connected(house.slack)
    await house.program.stop()
    await lost(house.slack)
    const calls = house.slack.calls.length
    house.slack.socket.refresh()
    expect(house.slack.socket.connectionCount).toBe(0)
    expect(house.slack.calls.length).toBe(calls)
  })
})
