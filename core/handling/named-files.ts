import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { type FileName, fileParts } from './evidence-files.ts'
import { heldPart } from './held-file.ts'

/** SHA-256 of every file that a history names. */
export const digestsIn = (history: readonly Event[]): readonly string[] => [
  ...new Set(
    history.flatMap((event) => {
      if (event.type === 'evidence-stored') return [event.stored.sha256]
      if (event.type === 'signed-form-received') return [event.form.file.sha256]
      if (event.type === 'form-issued') return [event.formSha256]
      if (event.type === 'cover-issued') return [event.coverSha256]
      if (event.type === 'cover-signed') return [event.signedSha256]
      return event.type === 'prepared' ? [event.dossierSha256] : []
    }),
  ),
]

/** The ids of files that nobody has looked into yet; their bytes may be held here. */
export const waitingIn = ({ evidence }: Pick<Case, 'evidence'>): readonly string[] =>
  Object.values(evidence)
    .flat()
    .flatMap(({ id, state }) => (state === 'pending' ? [id] : []))

/** Every file that a case may still want, by its history, and by what waits to be looked into. */
export const namedFiles = (c: Pick<Case, 'evidence'>, history: readonly Event[]): readonly FileName[] => [
  ...digestsIn(history).flatMap((sha256) => fileParts.map((part) => ({ sha256, part }))),
  ...waitingIn(c).map((id) => ({ sha256: id, part: heldPart })),
]
