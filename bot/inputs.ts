import { createInterface } from 'node:readline'

/** The files that are named on the command line, in order; `-` stands for those that standard input names, one a line. */
export async function* inputsOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    if (file === '-') {
      for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') yield line
    } else yield file
  }
}
