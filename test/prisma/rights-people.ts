import type { Subject } from '../../core/identity/subject.ts'

export { diy } from '../case/given.ts'

export const rina: Subject = { kind: 'nip', value: '198504122010012005' }
