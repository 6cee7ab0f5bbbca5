import { readFileSync } from 'node:fs'
import { ApiDescription } from '../../bot/simulator/telegram/api-description.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { isRecord } from '../../bot/simulator/wire/request-body.ts'

const path = process.env.BOT_API_SPEC

/** Where updates and answers of the network differ from the Bot API's description; nothing without one. */
export function differences(network: TelegramNetwork): string[] {
  if (!path) return []
  const { methods } = JSON.parse(readFileSync(path, 'utf8'))
  const description = ApiDescription.fromFile(path)
  const updates = network.updates.history.flatMap(({ update }) => description.problems('Update', update, 'update'))
  const answers = network.calls.flatMap(({ method, answer }) => {
    if (!isRecord(answer) || answer.ok !== true || method === 'file') return []
    const types: string[] = methods[method].returns
    const problems = types.map((type) => description.problems(type, answer.result, method))
    return problems.sort((a, b) => a.length - b.length)[0] ?? []
  })
  return [...updates, ...answers]
}
