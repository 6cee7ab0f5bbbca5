// Prints `N passed, N failed, N skipped` from vitest's JSON report; a file that broke before its first test counts as
// one failed. Without a readable report nothing passed.
import { readFileSync } from 'node:fs'

const report = read(process.argv[2])
const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
const failed = report.numFailedTests + broken.length
const skipped = report.numPendingTests + report.numTodoTests
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`)
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  }
}
