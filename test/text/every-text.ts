import { consentText, consentWays, dataConsent, truthStatement } from '../../bot/text/consent.ts'
import { deviceKindLabel, deviceNameExample, deviceNameQuestion } from '../../bot/text/device.ts'
import { evidenceGuide, evidenceLabel, sendAsFile } from '../../bot/text/evidence.ts'
import { fieldExample, fieldLabel, fieldQuestion, optionLabel, unknownLabel } from '../../bot/text/field.ts'
import { fileFaultSentence } from '../../bot/text/file-fault.ts'
import {
  armedForces,
  closingText,
  doorTexts,
  fixText,
  guideTitles,
  notTaken,
  renewalText,
  stuckLabel,
  stuckText,
  whichGuide,
} from '../../bot/text/guide.ts'
import { genuineLink } from '../../bot/text/guide-link.ts'
import { stepTexts } from '../../bot/text/guide-step.ts'
import type { Language } from '../../bot/text/language.ts'
import { beforeYouStart, procedureAbout, procedureButton, procedureName } from '../../bot/text/procedure.ts'
import { reasonLabel, reasonSentence, rejectionSentence } from '../../bot/text/reason.ts'
import { refusalSentence } from '../../bot/text/refusal.ts'
import { remarkSentence } from '../../bot/text/remark.ts'
import { secretWarning } from '../../bot/text/secret.ts'
import { holderName, statusName, statusText } from '../../bot/text/status.ts'
import { allStatuses } from '../../core/case/status.ts'
import { deviceKinds } from '../../core/evidence/device.ts'
import { evidenceKinds } from '../../core/evidence/kind.ts'
import { reasonCodes } from '../../core/evidence/reason.ts'
import type { RemarkCode } from '../../core/evidence/remark.ts'
import { type FieldName, fieldOf, fields } from '../../core/form/field.ts'
import type { SecretKind } from '../../core/privacy/secret.ts'
import { doorNames, guideNames, guideOf, stepNames } from '../../core/procedure/guide.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { refusalCodes, refusalOf } from './every-refusal.ts'

/** A text that the catalogues hold: where, what it says, and how long it may be. */
export interface EveryText {
  readonly where: string
  readonly text: string
  readonly max: number
}

const button = 40
const label = 75
const sentence = 600

const remarkCodes = Object.keys({
  'answer-unknown': 0,
  'roster-unknown': 0,
  'roster-differs': 0,
  'birth-date-differs': 0,
  'sex-differs': 0,
  'scan-old': 0,
  'scan-before-notice': 0,
  'no-scan-exists': 0,
  'found-and-cleaned': 0,
  blank: 0,
  'too-dark': 0,
  blurry: 0,
  unread: 0,
  'quick-scan': 0,
  'mode-unread': 0,
  'threats-found': 0,
  'threats-unread': 0,
  'date-old': 0,
  'date-ahead': 0,
  'date-ambiguous': 0,
  'date-unread': 0,
  'date-differs': 0,
  'address-unread': 0,
  'no-code': 0,
  reused: 0,
} satisfies Record<RemarkCode, 0>) as readonly RemarkCode[]

const secretKinds = Object.keys({ passphrase: 0, password: 0, otp: 0, 'action-link': 0 } satisfies Record<
  SecretKind,
  0
>) as readonly SecretKind[]

/** The fixed codes of a file's check (`evidence.md` §9). */
export const fileCodes =
  `EMPTY TOO_BIG UNSUPPORTED_TYPE CORRUPT TOO_MANY_PIXELS MULTIPAGE ASPECT TOO_SMALL BLANK TOO_DARK
  BLURRY ENCRYPTED ACTIVE_CONTENT TOO_MANY_PAGES MALWARE SCAN_ERROR QUICK_SCAN MODE_UNKNOWN THREATS THREATS_UNKNOWN OLD_DATE
  FUTURE_DATE DATE_AMBIGUOUS DATE_UNKNOWN NO_CODE REUSED ADDRESS_UNKNOWN`.split(/\s+/)

const fieldNames = Object.keys(fields) as readonly FieldName[]

/** Every text of the shared catalogues in one language, as people get to see it. */
export function everyText(language: Language): readonly EveryText[] {
  return [...caseTexts(language), ...guideTexts(language), ...formTexts(language), ...evidenceTexts(language)].map(
    ([where, text, max]) => ({
      where,
      text,
      max,
    }),
  )
}

type Row = readonly [where: string, text: string, max: number]

const caseTexts = (language: Language): readonly Row[] => [
  ...allStatuses.flatMap((status): Row[] => [
    [`name of ${status}`, statusName(status, language), button],
    [`holder of ${status}`, holderName(status, language), button],
    [`holder of ${status} for staff`, holderName(status, language, 'staff'), button],
    [`what follows ${status}`, statusText[status].next[language], sentence],
  ]),
  ...refusalCodes.flatMap((code): Row[] => [
    [`refusal ${code}`, refusalSentence(refusalOf(code), language), sentence],
    [`refused NIP ${code}`, refusalSentence(refusalOf(code), language, 'nip'), sentence],
  ]),
  ...procedureNames.flatMap((name): Row[] => [
    [`name of ${name}`, procedureName(name, language), button],
    [`button of ${name}`, procedureButton(name, language), button],
    [`about ${name}`, procedureAbout(name, language), sentence],
    ...beforeYouStart(name, null, language).map((text): Row => [`before ${name}`, text, sentence]),
  ]),
  ...secretKinds.flatMap((kind): Row[] => [
    [`${kind}, deleted`, secretWarning(kind, { isDeleted: true, step: 3 }, language), sentence],
    [`${kind}, not deletable`, secretWarning(kind, { isDeleted: false }, language), sentence],
  ]),
  ['truth statement', truthStatement[language], sentence],
  ['consent', dataConsent[language], sentence],
  ['ways back', consentWays[language], sentence],
  ['truth and consent', consentText(language), 2 * sentence],
]

const guideTexts = (language: Language): readonly Row[] => [
  ...guideNames.flatMap((name): Row[] => [
    [`title of ${name}`, guideTitles[name][language], button],
    [`end of ${name}`, closingText(name, language), sentence],
    ...guideOf(name).steps.map(
      (step): Row => [`stuck in ${name} at ${step}`, stuckText({ guide: name, step }, language), label],
    ),
  ]),
  ...stepNames.flatMap((step): Row[] => [
    [`label of ${step}`, stepTexts[step].label[language], button],
    [`question of ${step}`, stepTexts[step].does[language], sentence],
    ...[undefined, 'verifier', 'my-asn', 'other-agency', 'unknown'].map(
      (said): Row => [
        `question of whoever is stuck at ${step}, ${said}`,
        fixText(step, said, language) ?? (language === 'id' ? 'Kasus dibuka.' : 'A case is opened.'),
        sentence,
      ],
    ),
  ]),
  ...doorNames.map((door): Row => [`question of ${door}`, doorTexts[door][language], sentence]),
  ['which guide', whichGuide[language], sentence],
  ['armed forces', armedForces[language], button],
  ['stuck', stuckLabel[language], button],
  ['not taken', notTaken[language]('Pemda DIY', 'PPPK'), sentence],
  ['genuine link', genuineLink[language]('bssn.go.id'), sentence],
  ['renewal later', renewalText.later[language]('24 Nov 2026'), sentence],
  ['renewal now', renewalText.now[language], sentence],
  ['renewal over', renewalText.over[language], sentence],
]

const formTexts = (language: Language): readonly Row[] => [
  ...fieldNames.flatMap((name): Row[] => [
    [`label of ${name}`, fieldLabel(name, language), button],
    [`question ${name}`, fieldQuestion(name, language), sentence],
    [`unknown ${name}`, unknownLabel(name, language), button],
    [`example of ${name}`, fieldExample(name, language) ?? 'buttons', label],
    ...(fieldOf(name).options ?? []).map((key): Row => [`${name}=${key}`, optionLabel(name, key, language), button]),
  ]),
  ...deviceKinds.map((kind): Row => [`device ${kind}`, deviceKindLabel(kind, language), button]),
  ['question for a device', deviceNameQuestion[language], sentence],
  ['example of a device', deviceNameExample[language], label],
]

const evidenceTexts = (language: Language): readonly Row[] => [
  ...evidenceKinds.flatMap((kind): Row[] => [
    [`label of ${kind}`, evidenceLabel(kind, language), button],
    ...[...deviceKinds, null].flatMap((device) =>
      Object.entries(evidenceGuide(kind, device, language)).map(
        ([part, text]): Row => [`${part} of ${kind} on ${device}`, text, sentence],
      ),
    ),
  ]),
  ['send as file', sendAsFile[language], sentence],
  ...[...fileCodes, 'SOMETHING_NEW'].map((code): Row => [`file ${code}`, fileFaultSentence(code, language), sentence]),
  ...reasonCodes.flatMap((code): Row[] => [
    [`label of ${code}`, reasonLabel(code, language), 70],
    [`reason ${code}`, reasonSentence(code, undefined, language), sentence],
    [`rejection ${code}`, rejectionSentence(code, 'Catatan', language), sentence],
  ]),
  ...remarkCodes.map((code): Row => [`remark ${code}`, remarkSentence(code, language), label]),
]
