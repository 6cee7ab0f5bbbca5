import type { Rights } from '../../core/handling/rights.ts'
import type { ErasureRequest } from '../../core/privacy/erasure.ts'

type Requests = Pick<
  Rights,
  | 'askErasure'
  | 'erasureRequest'
  | 'openRequests'
  | 'decideErasure'
  | 'saveCopyLink'
  | 'isCopyLinkGood'
  | 'spendCopyLink'
  | 'sweep'
>

/** Requests and links; `forget` takes a chat that is erased out of both. */
export function memoryErasureRequests(): { readonly requests: Requests; forget(chat: string): void } {
  const known = new Map<string, ErasureRequest>()
  const links = new Map<string, { readonly chat: string; readonly expiresAt: string }>()
  const openOf = (chat: string) => [...known.values()].find((one) => one.chat === chat && one.decided === null)
  const requests: Requests = {
    async askErasure(request) {
      const open = openOf(request.chat) ?? { ...request, decided: null }
      known.set(open.id, open)
      return open
    },
    erasureRequest: async (id) => known.get(id),
    openRequests: async () =>
      [...known.values()].filter(({ decided }) => decided === null).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
    async decideErasure(id, decided) {
      const request = known.get(id)
      if (request === undefined || request.decided !== null) return false
      known.set(id, { ...request, decided })
      return true
    },
    async saveCopyLink(token, chat, expiresAt) {
      for (const [other, link] of links) if (link.chat === chat) links.delete(other)
      links.set(token, { chat, expiresAt })
    },
    isCopyLinkGood: async (token, at) => (links.get(token)?.expiresAt ?? '') > at,
    async spendCopyLink(token, at) {
      const link = links.get(token)
      links.delete(token)
      return link !== undefined && link.expiresAt > at ? link.chat : undefined
    },
    async sweep(at) {
      const over = [...links].filter(([, { expiresAt }]) => expiresAt <= at)
      for (const [token] of over) links.delete(token)
      return over.length
    },
  }
  return {
    requests,
    forget(chat) {
      for (const [id, request] of known)
        if (request.chat === chat && request.decided !== null) known.set(id, { ...request, chat: '' })
      for (const [token, link] of links) if (link.chat === chat) links.delete(token)
    },
  }
}
