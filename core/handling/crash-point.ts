/** Every boundary at which a crash is rehearsed, in the order in which work passes them. */
export const crashPoints = [
  'update-fetched',
  'update-stored',
  'turn-played',
  'turn-committed',
  'row-claimed',
  'row-sending',
  'row-sent',
  'row-marked',
  'file-putting',
  'file-written',
  'file-synced',
  'file-renamed',
  'file-put',
  'command-decided',
  'command-committed',
  'dossier-made',
  'dossier-put',
] as const

export type CrashPoint = (typeof crashPoints)[number]

export const isCrashPoint = (name: string): name is CrashPoint => crashPoints.some((point) => point === name)

let listener: ((point: CrashPoint) => void) | undefined

/** Hears of every pass of a boundary from now on; a rehearsal ends the program there. */
export function onCrashPoint(listen: (point: CrashPoint) => void): void {
  listener = listen
}

/** A boundary: what stands before it is done, what follows is not. Nothing happens here outside of a rehearsal. */
export function crashPoint(point: CrashPoint): void {
  listener?.(point)
}
