/** A line of text that was found in a picture, with its box in pixels. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The text of one picture. */
export interface Screen {
  /** Pieces of text that stand alone: a title, a button, a column of a table. */
  readonly cells: readonly string[]
  /** The same from left to right as one reads them, a row of the picture each. */
  readonly rows: readonly string[]
}

/** What separates the cells of a row. */
export const gap = ' | '

/** Orders pieces into rows: those that stand beside each other belong together. */
export function screenOf(pieces: readonly Piece[]): Screen {
  const cells = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => middle(a) - middle(b))
  const rows: Piece[][] = []
  for (const cell of cells) {
    const row = rows.find((one) => one.every((other) => isBeside(cell, other)))
    if (row === undefined) rows.push([cell])
    else row.push(cell)
  }
  return {
    cells: cells.map(({ text }) => text.trim()),
    rows: rows.map((row) =>
      row
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text.trim())
        .join(gap),
    ),
  }
}

const middle = ({ top, bottom }: Piece): number => (top + bottom) / 2

function isBeside(one: Piece, other: Piece): boolean {
  const height = Math.min(one.bottom - one.top, other.bottom - other.top)
  const isApart = one.left >= other.right || other.left >= one.right
  return isApart && Math.abs(middle(one) - middle(other)) < height / 2
}
