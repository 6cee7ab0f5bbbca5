import type { ManifestEntry } from '../legalise/manifest.ts'
import type { Case } from './case.ts'
import { filesOf } from './missing.ts'
import { questionsOf } from './question.ts'

/** The items that a verifier judges: every question of the case. */
export const itemsOf = (c: Case): readonly string[] => questionsOf(c).map(({ key }) => key)

/** The files of a dossier under names of our own: item, number, type. */
export function manifestOf(c: Case): readonly ManifestEntry[] {
  const evidence = questionsOf(c).flatMap(({ key }) =>
    filesOf(c, key).flatMap(({ stored }, index) =>
      stored === undefined
        ? []
        : [
            {
              name: `${key.replace('.', '-')}-${index + 1}.${stored.type === 'jpeg' ? 'jpg' : stored.type}`,
              item: key,
              ...stored,
            },
          ],
    ),
  )
  const { signedForm } = c
  return signedForm === null
    ? evidence
    : [{ name: 'signed-form-1.pdf', item: 'signed-form', ...signedForm.file }, ...evidence]
}
