import type { ComponentChildren, InputHTMLAttributes } from 'preact'
import { Field, type Question, shownValue } from './field.tsx'

type InputProps = Question & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'date' | 'month' | 'time' | 'number'
  value?: string | undefined
  autocomplete?: string
  maxlength?: number
  inputmode?: 'numeric' | 'text' | 'url'
  /** As wide as a short answer: a code, a number, a day. */
  short?: boolean
}

export const TextInput = ({ type = 'text', value, short, ...rest }: InputProps) => {
  const { autocomplete, maxlength, inputmode, ...question } = rest
  // A password never travels back to the page.
  const shown = type === 'password' ? undefined : shownValue(question, value)
  const own = { type, autocomplete, maxlength, inputmode, value: shown, class: short ? 'short' : undefined }
  return (
    <Field {...question}>
      {attributes => <input {...({ ...attributes, ...own } as InputHTMLAttributes<HTMLInputElement>)} />}
    </Field>
  )
}

export const DateInput = (props: Question & { value?: string | undefined }) => (
  <TextInput {...props} type="date" short />
)

/** How many letters may be written: said while writing where scripts run, checked by the server anyway. */
export interface Counted {
  max: number
  /** With {count} where the number goes. */
  left: string
  over: string
}

type TextAreaProps = Question & { value?: string; rows?: number; counted?: Counted }

export const TextArea = ({ value, rows = 4, counted, ...question }: TextAreaProps) => (
  <Field {...question}>
    {attributes => {
      const box = (
        <textarea {...attributes} rows={rows}>
          {shownValue(question, value)}
        </textarea>
      )
      if (!counted) return box
      return (
        <char-count data-max={counted.max} data-left={counted.left} data-over={counted.over}>
          {box}
        </char-count>
      )
    }}
  </Field>
)

export const FileInput = ({ accept, ...question }: Question & { accept: string }) => (
  <Field {...question}>{attributes => <input {...attributes} type="file" accept={accept} />}</Field>
)

export interface Option {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  picture?: string
}

type SelectProps = Question & { options: Option[]; value?: string; empty?: string }

export const Select = ({ options, value, empty, ...question }: SelectProps) => (
  <Field {...question}>
    {attributes => (
      <select {...attributes}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(option => (
          <option value={option.value} selected={shownValue(question, value) === option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
