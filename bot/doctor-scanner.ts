import { fileSizeMaxBytes } from '../core/evidence/kind.ts'
import { clamdAt, NoVerdict } from '../core/lab/clamd.ts'
import type { Config } from './config.ts'
import type { Finding } from './doctor.ts'

const patience = { wordMs: 3_000, scanMs: 20_000 }

/** Whether the malware scanner answers, which signatures it has, and whether it takes the largest file that we take. */
export async function scanner({ CLAMD_URL: url }: Pick<Config, 'CLAMD_URL'>): Promise<Finding> {
  const what = 'scanner'
  if (url === undefined)
    return { what, state: 'unknown', say: 'CLAMD_URL is not set: no file is looked at for malware' }
  const clamd = clamdAt(url, patience)
  try {
    await clamd.ping()
    const version = await clamd.version()
    const verdict = await clamd.scan(new Uint8Array(fileSizeMaxBytes))
    // A scanner that finds malware in zeros is not one to be relied on.
    if (verdict === 'clean') return { what, state: 'good', say: `answers: ${version}` }
    return { what, state: 'bad', say: `${version} calls 20 MB of zeros unsafe` }
  } catch (error) {
    if (!(error instanceof NoVerdict)) throw error
    return { what, state: 'bad', say: `${url} gives no answer (${error.reason}): files are held until it does` }
  }
}
