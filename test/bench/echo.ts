// The peer: a bare Telegraf echo bot with its default long polling, in a process of its own.
import { Agent } from 'node:http'
import { Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'

const [, , token = '', apiRoot = ''] = process.argv
// Telegraf keeps its connections over https and opens one for each call over `http:`, which it knows by its small
// letters. The peer is measured as it would run against Telegram itself.
const bot = new Telegraf(token, {
  telegram: { apiRoot: apiRoot.replace('http:', 'HTTP:'), agent: new Agent({ keepAlive: true }) },
})
bot.on(message('text'), (ctx) => ctx.reply(ctx.message.text))
process.on('disconnect', () => process.exit())
await bot.launch()
