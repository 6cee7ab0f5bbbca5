// The peer: a bare Telegraf echo bot with its default long polling, in a process of its own.
import { Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'

const [, , token = '', apiRoot = ''] = process.argv
const bot = new Telegraf(token, { telegram: { apiRoot } })
bot.on(message('text'), (ctx) => ctx.reply(ctx.message.text))
process.on('disconnect', () => process.exit())
await bot.launch()
