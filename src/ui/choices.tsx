import { describedBy, fieldClass, Label, type Question, Remarks } from './field.tsx'
import type { Option } from './inputs.tsx'

type ChoicesProps = Question & {
  kind: 'checkbox' | 'radio'
  options: Option[]
  value?: string | string[]
  grid?: boolean
}

/** Several things to tick (checkbox), or one to pick (radio), under one question. */
export const Choices = ({ kind, options, value, grid, ...question }: ChoicesProps) => {
  const { form, name } = question
  const chosen = [form.values[name] ?? value ?? []].flat()
  return (
    <div class={fieldClass(question)}>
      <fieldset id={name} tabindex={-1} aria-describedby={describedBy(question)}>
        <legend>
          <Label {...question} />
        </legend>
        <Remarks {...question} />
        <div class={grid ? 'choices grid' : 'choices'}>
          {options.map(option => (
            <Choice name={name} kind={kind} option={option} checked={chosen.includes(option.value)} />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

interface ChoiceProps {
  name: string
  kind: 'checkbox' | 'radio'
  option: Option
  checked: boolean
}

const Choice = ({ name, kind, option, checked }: ChoiceProps) => (
  <label class={option.picture ? 'choice picture' : 'choice'}>
    <input type={kind} name={name} value={option.value} checked={checked} />
    {option.picture && <img src={option.picture} alt="" width="216" height="216" loading="lazy" />}
    <span>
      {option.label}
      {option.hint && <small>{option.hint}</small>}
    </span>
  </label>
)

/** One yes, such as a consent: the label is the sentence agreed to. */
export const Checkbox = ({ value = 'yes', ...question }: Question & { value?: string }) => {
  const { form, name, label } = question
  return (
    <div class={fieldClass(question)}>
      <Remarks {...question} />
      <label class="choice">
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          checked={[form.values[name]].flat().includes(value)}
          aria-describedby={describedBy(question)}
          aria-invalid={form.errors[name] ? 'true' : undefined}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
