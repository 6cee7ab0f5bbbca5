import { type Screen, screenOf } from '../../core/evidence/screen.ts'

/** Lines of text as a picture would show them, one below the other; ` | ` parts what stands beside each other. */
export const screenWith = (...lines: readonly string[]): Screen =>
  screenOf(
    lines.flatMap((line, n) =>
      line.split(' | ').map((text, column) => ({
        text,
        left: column * 500,
        right: column * 500 + 400,
        top: n * 30,
        bottom: n * 30 + 20,
      })),
    ),
  )
