/** What may hide or change what a signed file shows, without breaking its signature (shadow attacks). */
export type Suspicion =
  | 'OPTIONAL_CONTENT'
  | 'JAVASCRIPT'
  | 'OPEN_ACTION'
  | 'EMBEDDED_FILE'
  | 'XFA'
  | 'UNREFERENCED_CONTENT'

/** What is suspicious in a file that was not made here, each once; empty for a plain document. */
export function suspicionsIn(_bytes: Uint8Array): readonly Suspicion[] {
  return []
}
