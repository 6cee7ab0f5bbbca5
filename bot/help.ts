/** What a verb does besides what its line in the overview says; a verb of two words may be told by its first one. */
const details: Readonly<Record<string, string>> = {
  start: `Ends by Ctrl-C or SIGTERM, finishing what is under way. Exit code 2: it did not start, and says why.
Configuration: environment or .env; README.md lists the variables, docs/setup.md the way there.`,
  'check-config': `Reads the variables and the files that they name, opens no store and calls nobody.
Each fault is one line: what is wrong, and an example. Exit code 2 when there is one.`,
  doctor: 'Calls every network that is configured, changes nothing. Exit code 1 for a bad finding.',
  migrate: 'Every start does so too; alone it is for whoever wants to look first.',
  'seed-demo': 'Only where every network is an imitation on this machine. Then start the program (again).',
  agency: 'Agencies come from AGENCIES_FILE (docs/setup.md).',
  'agency coverage': `Also an agency whose fallbackVerifier is no active verifier of another one, and one without an agent whose
contact center is not outside. doctor tells the same of a program that runs. Exit code 1 when something is missing.`,
  'staff absent': `Open cases of theirs move to the deputy or back into the queue; their requesters hear the new name. Days in WIB, both
included. --end: back before it was over. Verifiers say it themselves in Slack and at the desk.`,
  'staff add': `The same mail address and role again changes the entry. --agency may stand several times or hold commas.
  pandu staff add --role verifier --agency diy --name "Sari Wulandari" --email sari@jogjaprov.go.id --slack U012ABCDEF
Without --slack a verifier hears by mail and works at the desk. Agents work at the desk (pandu desk-link).
--skill PROCEDURE, several times or with commas: what they are given first by the desk; without any, all alike.`,
  'staff remove': 'Takes every right at once, also behind cards and sessions; what they held goes back into its queue.',
  'staff sign-out':
    'Ends their devices at the desk and unspent links; they may sign in again. For a lost laptop, for instance.',
  'staff list': 'Id, role, agencies, name, mail address, Slack id, whether active, and skills; tabs between them.',
  'roster import': 'All of the file or nothing; docs/roster.md says what a file may hold.',
  'api-token': `The key acts as that agent, in the agencies that the agent has now; it dies with the role or one of them, at the
latest after --days (365 at the most, else 90). Only its keyed hash is stored. --scope may stand several times or hold commas.`,
  hook: `Types: taken, approved, replied … (a wrong one lists them all); without --type everything is told. hook log prints the id,
time, state (waiting, sent, dead), last answer and tries of each delivery; hook replay sends one of them again.
A mirror: --url https://chat.example/api/v1/accounts/1, an inbox of type API, and the access token of an agent of it.`,
  'desk-link': 'Prints a link that signs its holder in once; give it to that person alone.',
  'subject export': `Cases also by a number that somebody else typed. Everything is unmasked: the file is readable by you alone, hand it
over encrypted. --chat takes the chat's id in Telegram.`,
  'subject erase': `Drops keys: nothing brings it back but a backup. What was sent must have ended; a hold stops it. The line of the
roster has its own verb, pandu roster erase. Exit code 1: something stays.`,
  'subject hold': 'For a legal matter or an audit. Write no personal data into TEXT; it is kept in plain.',
  retention: `Unsent cases, evidence files, cases, silent chats; days per agency in AGENCIES_FILE (docs/setup.md).
The program does so every day by itself. --dry-run only tells.`,
  'audit verify': 'Reads every history. Exit code 1 when one is changed, cut or exchanged; names what was erased.',
  inspect: `Without --kind only whether a file may come in and is legible. - reads the files' names from standard input.
--at ISO judges dates as of another day, --code BSR-XXXXXX and --address E-MAIL what a case would expect.
PASS nothing to remark (exit code 0), WARN or FAIL (1), UNREADABLE (2). --json: one object a line, in order.
Files are shown to the malware scanner when CLAMD_URL is set.`,
  signature: `- reads the files' names from standard input. Without --anchors those of TRUST_ANCHORS_DIR count; without any,
what is intact is UNTRUSTED. --at is the time of validation where no trusted timestamp proves one; now without it.
VALID (exit code 0); NEEDS_REVIEW, UNTRUSTED, INVALID, NOT_SIGNED (1); UNREADABLE (2): docs/signatures.md.
--json: one object a line, in order.`,
  docs: 'For whoever works on the program: lifecycle and procedures as pages.',
  bench: 'For whoever works on the program; needs several minutes.',
}

/** The part of the overview that is about a verb, with what there is to say besides; undefined for no such verb. */
export function helpOf(overview: string, words: readonly string[]): string | undefined {
  const verb = words.join(' ')
  const usage = entriesIn(overview).filter((entry) =>
    entry.split(' | ').some((form) => `${form.trim()} `.startsWith(`${verb} `)),
  )
  if (verb === '' || usage.length === 0) return undefined
  const more = details[verb] ?? details[words[0] ?? '']
  return [...usage, ...(more === undefined ? [] : ['', more])].join('\n')
}

/** Each verb's lines: the one that begins it, and those that go on, further in. */
function entriesIn(overview: string): readonly string[] {
  const entries: string[] = []
  for (const line of overview.split('\n')) {
    if (/^ {2}\S/.test(line)) entries.push(line)
    else if (/^ {3,}\S/.test(line)) entries.push(`${entries.pop() ?? ''}\n${line}`)
  }
  return entries
}
