import { type RosterFileFault, rosterFileSentence } from './text/roster-file.ts'

/** The file is no roster; nothing of it can be imported. */
export class NotARoster extends Error {
  override readonly name = 'NotARoster'
  readonly fault: RosterFileFault

  constructor(fault: RosterFileFault) {
    super(rosterFileSentence(fault).en)
    this.fault = fault
  }
}
