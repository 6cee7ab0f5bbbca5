import type { Decisions } from './decide.ts'

/**
 * What other cases hold of the files of this one, for its verifier. Never told to the requester, nor a reason to refuse
 * by itself: whoever tries out other people's pictures would learn which of them are known, and until when.
 */
export const compareDecisions: Decisions<'compare-evidence'> = {
  'compare-evidence'(c, { found }) {
    const news = Object.entries(c.evidence).flatMap(([item, files]) =>
      files.flatMap((file) => {
        const alike = found.find(({ fileId }) => fileId === file.id)?.alike
        // Looked for again after a crash, the same is no news.
        const isNews = alike !== undefined && JSON.stringify(alike) !== JSON.stringify(file.alike ?? [])
        return isNews ? [{ item, fileId: file.id, alike }] : []
      }),
    )
    return news.length === 0 ? [] : [{ type: 'evidence-compared', found: news }]
  },
}
