import type { ComponentChildren } from 'preact'
import type { FormState } from './form-state.ts'

/** A language and the side from which it is read. */
export interface Spoken {
  lang: string
  dir: 'ltr' | 'rtl'
}

/** What every question of a form has. */
export interface Question {
  form: FormState
  name: string
  label: string
  hint?: string | undefined
  /** Says beside the label that the answer may be left out. */
  optional?: string | undefined
  /** What the answer is written in, where that is not the language of the page. */
  spoken?: Spoken | undefined
}

export interface FieldAttributes {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  lang?: string
  dir?: Spoken['dir']
}

type FieldProps = Question & { children: (attributes: FieldAttributes) => ComponentChildren }

/** A label, its remarks and one control; the control takes the attributes that tie them together. */
export const Field = ({ children, ...question }: FieldProps) => (
  <div class={fieldClass(question)}>
    <label for={question.name}>
      <Label {...question} />
    </label>
    <Remarks {...question} />
    {children({
      id: question.name,
      name: question.name,
      'aria-describedby': describedBy(question),
      'aria-invalid': question.form.errors[question.name] ? 'true' : undefined,
      ...question.spoken,
    })}
  </div>
)

export const fieldClass = ({ form, name }: Question) => (form.errors[name] ? 'field bad' : 'field')

export const Label = ({ label, optional }: Pick<Question, 'label' | 'optional'>) => (
  <>
    {label}
    {optional && <span class="optional"> ({optional})</span>}
  </>
)

export const Remarks = ({ form, name, hint }: Question) => (
  <>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {form.errors[name] && (
      <p class="err" id={`${name}-error`}>
        {form.errors[name]}
      </p>
    )}
  </>
)

export const describedBy = ({ form, name, hint }: Question) =>
  [hint && `${name}-hint`, form.errors[name] && `${name}-error`].filter(Boolean).join(' ') || undefined

/** What was typed last, or else what is stored. */
export const shownValue = ({ form, name }: Question, stored: string | undefined) => {
  const typed = form.values[name]
  return typeof typed === 'string' ? typed : stored
}
