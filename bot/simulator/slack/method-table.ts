import type { Arguments } from './arguments.ts'
import { chatMethods } from './chat-methods.ts'
import { fileMethods } from './file-methods.ts'
import type { Exchange } from './method.ts'
import { peopleMethods } from './people-methods.ts'
import { SlackRefusal } from './refusal.ts'
import type { SocketTransport } from './socket-transport.ts'
import { viewMethods } from './view-methods.ts'

/** What a call runs against. */
export interface MethodWorld extends Exchange {
  botToken: string
  appToken: string
  socket: SocketTransport
}

const METHODS = { ...chatMethods, ...viewMethods, ...peopleMethods, ...fileMethods }

/** Runs a method of the Web API for the holder of a token. @throws SlackRefusal */
export function runMethod(
  method: string,
  token: string | undefined,
  args: Arguments,
  world: MethodWorld,
): Record<string, unknown> {
  if (!token) throw new SlackRefusal('not_authed')
  const isConnecting = method === 'apps.connections.open'
  if (token !== (isConnecting ? world.appToken : world.botToken)) throw new SlackRefusal('invalid_auth')
  if (isConnecting) return { url: world.socket.ticket(world.workspace.origin) }
  const known = METHODS[method]
  if (!known) throw new SlackRefusal('unknown_method')
  return known(args, world)
}
