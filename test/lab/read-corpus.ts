// Reads a folder of pictures whose truth is known and prints how often the reading is right:
//   npx tsx test/lab/read-corpus.ts FOLDER [every]      (or the folder in EVIDENCE_CORPUS)
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PasswordFacts, ScanFacts } from '../../core/evidence/facts.ts'
import { admit } from '../../core/lab/admit.ts'
import { readEvidence } from '../../core/lab/read-evidence.ts'

/** One picture of the folder's `manifest.json`, with what it shows. */
export interface Truth {
  readonly id: string
  readonly kind: 'av-scan' | 'email-password'
  readonly product: string
  readonly mode: string | null
  readonly threats: number
  readonly date: string
  readonly time: string
  readonly files: number
  readonly device: string | null
  readonly code: string | null
  readonly mail: string | null
}

/** How a picture was read: what was right, and whether it was read as clean although it is not. */
export interface Marked {
  readonly id: string
  readonly right: Readonly<Record<string, boolean>>
  readonly isDangerous: boolean
}

export const sets = ['tg1280', 'photo'] as const

/** What the folder says that its pictures show. */
export const truthsOf = (folder: string): readonly (Truth & Record<(typeof sets)[number], string>)[] =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))

/** Reads one picture through the door, as a sent one is. */
export async function mark(path: string, truth: Truth): Promise<Marked> {
  const admitted = await admit(readFileSync(path))
  const pictures = 'refused' in admitted ? [] : admitted.preview
  return truth.kind === 'av-scan'
    ? markScan(truth, await readEvidence('antivirus-scan', pictures))
    : markPassword(truth, await readEvidence('email-password-change', pictures))
}

function markScan(truth: Truth, facts: ScanFacts | null): Marked {
  const mode = facts?.scanMode === truth.mode
  const threats = facts?.threats === truth.threats
  const date = facts?.scannedOn === truth.date
  const right = {
    'mode, threats and date': mode && threats && date,
    mode,
    threats,
    date,
    product: facts?.product === truth.product,
    time: facts?.scannedAt === truth.time,
    files: facts?.filesScanned === truth.files,
    ...(truth.code !== null && { code: facts?.code === truth.code }),
    ...(truth.device !== null && { device: facts?.device === truth.device }),
  }
  const isDangerous =
    (truth.mode !== 'full' && facts?.scanMode === 'full') || (truth.threats > 0 && facts?.threats === 0)
  return { id: truth.id, right, isDangerous }
}

function markPassword(truth: Truth, facts: PasswordFacts | null): Marked {
  const address = facts?.address === truth.mail
  const changed = facts?.changed === true && facts.changedOn === truth.date
  return { id: truth.id, right: { 'mail address': address, 'mail changed on': changed }, isDangerous: false }
}

async function printTable(folder: string, every: number): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const truths = truthsOf(folder).filter((_, n) => n % every === 0)
  for (const set of sets) {
    const counts = new Map<string, [number, number]>()
    let dangerous = 0
    const began = performance.now()
    for (const truth of truths) {
      const { right, isDangerous, id } = await mark(join(folder, truth[set]), truth)
      for (const [what, isRight] of Object.entries(right)) {
        const [good, all] = counts.get(what) ?? [0, 0]
        counts.set(what, [good + Number(isRight), all + 1])
      }
      if (isDangerous) {
        dangerous += 1
        say(`dangerous: ${set} ${id}`)
      }
    }
    say(`${set}: ${truths.length} pictures, ${Math.round((performance.now() - began) / truths.length)} ms each`)
    for (const [what, [good, all]] of counts)
      say(
        `  ${what.padEnd(24)} ${String(good).padStart(3)} of ${String(all).padStart(3)}  ${Math.round((100 * good) / all)} %`,
      )
    say(`  ${'dangerous misreads'.padEnd(24)} ${String(dangerous).padStart(3)}`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = process.env.EVIDENCE_CORPUS, every = '1'] = process.argv.slice(2)
  if (folder === undefined) throw new Error('Which folder? npx tsx test/lab/read-corpus.ts FOLDER [every]')
  await printTable(folder, Number(every))
}
