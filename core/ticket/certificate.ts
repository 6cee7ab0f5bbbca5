import type { Case } from '../case/case.ts'
import { rules } from '../case/rules.ts'
import { isProved } from '../identity/proof.ts'
import { issuesCertificate } from '../procedure/course.ts'

/** True while staff can tell a certificate's last day: it is issued now or has a day on record, and it is known whose it is. */
export const showsEnd = (c: Case): boolean =>
  rules['note-certificate'].in.includes(c.status) && isProved(c) && (c.certificateUntil !== null || isIssued(c))

const isIssued = (c: Case): boolean =>
  issuesCertificate(c) && (c.status === 'awaiting-requester' || c.status === 'completed')
