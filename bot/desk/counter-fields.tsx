import { devicesOf, type Question } from '../../core/case/question.ts'
import { deviceKinds, devicesMax } from '../../core/evidence/device.ts'
import { isEvidenceKind } from '../../core/evidence/kind.ts'
import { type Field, type FieldName, isFieldName } from '../../core/form/field.ts'
import { optionsOf } from '../../core/form/read.ts'
import { counterText } from '../text/desk-counter.ts'
import { deviceKindLabel, deviceName } from '../text/device.ts'
import { fieldExample, fieldLabel, fieldQuestion, optionLabel, unknownLabel } from '../text/field.ts'
import type { CounterView } from './counter-case.ts'
import { CounterFiles } from './counter-files.tsx'
import { Row } from './counter-row.tsx'
import { inputText, unknownChoice } from './counter-typed.ts'
import { shownText } from './hostile-text.ts'

type Asked = { view: CounterView; question: Question }

/** One question at the counter: what to ask, where to write it, and why it is asked again or was not kept. */
export const CounterQuestion = ({ view, question }: Asked) => {
  const { key, name, field, device } = question
  const { language } = view.screen
  if (isEvidenceKind(name)) return <CounterFiles view={view} question={question} kind={name} />
  if (!isFieldName(name) || field === null) return null
  const about = device === null ? '' : ` – ${shownText(deviceName(device, language))}`
  return (
    <Row view={view} item={key} label={`${fieldLabel(name, language)}${about}`} ask={fieldQuestion(name, language)}>
      <Input view={view} question={question} name={name} field={field} />
    </Row>
  )
}

type InputProps = Asked & { name: FieldName; field: Field }

const Input = (props: InputProps) => {
  const { kind } = props.field
  if (kind === 'devices') return <Devices {...props} />
  if (kind === 'choice') return <Choice {...props} />
  return <Text {...props} />
}

/** What stands in a field: as it was just typed, else as it is kept; what was returned is written anew. */
function standing({ c, outcome }: CounterView, { key }: Question): string {
  const typed = outcome?.typed.get(`a:${key}`)
  return typed ?? (c.owed.includes(key) ? '' : inputText(c.answers[key]))
}

const Text = ({ view, question, name, field }: InputProps) => {
  const { screen, c, outcome } = view
  const { key } = question
  const { t, language } = screen
  const example = fieldExample(name, language)
  const shared = { id: `a-${key}`, name: `a:${key}`, autocomplete: 'off', 'aria-describedby': `e-${key}` }
  const isUnknown = outcome?.typed.has(`u:${key}`) ?? (c.answers[key] === null && !c.owed.includes(key))
  return (
    <>
      {field.kind === 'story' ? (
        <textarea {...shared} rows={4}>
          {standing(view, question)}
        </textarea>
      ) : (
        <input {...shared} value={standing(view, question)} />
      )}
      {example !== undefined && (
        <span class="quiet">
          {' '}
          {t(counterText.example)}: {example}
        </span>
      )}
      {!field.needed && (
        <label class="tick">
          <input type="checkbox" name={`u:${key}`} value="1" checked={isUnknown} /> {unknownLabel(name, language)}
        </label>
      )}
    </>
  )
}

const Choice = ({ view, question, name, field }: InputProps) => {
  const { screen, desk, c } = view
  const { key } = question
  const { language, t } = screen
  const { agencies } = desk.ports
  const codes = agencies.map(({ code }) => code).filter((code) => name !== 'formerAgency' || code !== c.agency)
  const isUnknown = c.answers[key] === null && !c.owed.includes(key) && view.outcome?.typed.has(`a:${key}`) !== true
  const held = isUnknown ? unknownChoice : standing(view, question)
  return (
    <select id={`a-${key}`} name={`a:${key}`} aria-describedby={`e-${key}`}>
      <option value="">{t(counterText.choose)}</option>
      {optionsOf(name, field, codes).map((option) => (
        <option value={option} selected={option === held}>
          {optionLabel(name, option, language, agencies)}
        </option>
      ))}
      {!field.needed && (
        <option value={unknownChoice} selected={held === unknownChoice}>
          {unknownLabel(name, language)}
        </option>
      )}
    </select>
  )
}

const Devices = ({ view }: InputProps) => {
  const { screen, c, outcome } = view
  const { t, language } = screen
  const held = devicesOf(c)
  return (
    <>
      {Array.from({ length: devicesMax }, (_, n) => {
        const kind = outcome?.typed.get(`k:${n + 1}`) ?? held[n]?.kind ?? ''
        return (
          <p class="row">
            <select
              id={n === 0 ? 'a-devices' : undefined}
              name={`k:${n + 1}`}
              aria-label={`${fieldLabel('devices', language)} ${n + 1}`}
            >
              <option value="">{t(counterText.noDevice)}</option>
              {deviceKinds.map((one) => (
                <option value={one} selected={one === kind}>
                  {deviceKindLabel(one, language)}
                </option>
              ))}
            </select>
            <input
              name={`m:${n + 1}`}
              autocomplete="off"
              aria-label={`${t(counterText.deviceName)} ${n + 1}`}
              placeholder={t(counterText.deviceName)}
              value={outcome?.typed.get(`m:${n + 1}`) ?? held[n]?.name ?? ''}
            />
          </p>
        )
      })}
    </>
  )
}
