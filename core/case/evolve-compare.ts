import type { Changes } from './changes.ts'

/** How a look at other cases changes a case. */
export const compareChanges: Changes<'evidence-compared'> = {
  'evidence-compared': ({ evidence }, { found }) => ({
    evidence: Object.fromEntries(
      Object.entries(evidence).map(([item, files]) => [
        item,
        files.map((file) => {
          const alike = found.find(({ fileId }) => fileId === file.id)?.alike
          return alike === undefined ? file : { ...file, alike }
        }),
      ]),
    ),
  }),
}
