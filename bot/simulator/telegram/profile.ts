import type { Arguments } from './arguments.ts'
import type { Exchange, Method } from './method.ts'
import { badRequest } from './refusal.ts'

/** What the bot says about itself, by scope and language. */
export interface Profile {
  commands: Record<string, Record<string, unknown>[]>
  /** Description, short description and name, by method stem and language, such as `Description:id`. */
  texts: Record<string, string>
  menuButton: unknown
}

/** A bot that has said nothing about itself yet. */
export const blankProfile = (): Profile => ({ commands: {}, texts: {}, menuButton: { type: 'default' } })

const setMyCommands: Method = (args, { profile }) => {
  const commands = args.objects('commands')
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID')
    const length = String(description ?? '').length
    if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  profile.commands[shelf(args)] = commands
  return true
}

const getMyCommands: Method = (args, { profile }) => profile.commands[shelf(args)] ?? []

const deleteMyCommands: Method = (args, { profile }) => {
  delete profile.commands[shelf(args)]
  return true
}

const setChatMenuButton: Method = (args, { profile }) => {
  profile.menuButton = args.json('menu_button') ?? { type: 'default' }
  return true
}

/** Methods about the bot itself. */
export const profileMethods: Record<string, Method> = {
  getMe: (_args, { bot }) => ({
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }),
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setChatMenuButton,
  getChatMenuButton: (_args, { profile }) => profile.menuButton,
  ...textMethods('Description', 'description', 512),
  ...textMethods('ShortDescription', 'short_description', 120),
  ...textMethods('Name', 'name', 64),
}

function textMethods(stem: string, field: string, limit: number): Record<string, Method> {
  const key = (args: Arguments) => `${stem}:${args.text('language_code') ?? ''}`
  return {
    [`setMy${stem}`]: (args: Arguments, { profile }: Exchange) => {
      const text = args.text(field) ?? ''
      if (text.length > limit) throw badRequest(`${field} is too long`)
      profile.texts[key(args)] = text
      return true
    },
    [`getMy${stem}`]: (args: Arguments, { profile }: Exchange) => ({ [field]: profile.texts[key(args)] ?? '' }),
  }
}

function shelf(args: Arguments): string {
  const scope = args.text('scope') ?? '{"type":"default"}'
  return `${scope}:${args.text('language_code') ?? ''}`
}
