import type { ComponentChildren, InputHTMLAttributes } from 'preact'

export interface FormState {
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

interface Common {
  form: FormState
  name: string
  label: string
  hint?: string | undefined
}

type Attributes = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** What went wrong, at the top of the form, each with a way to its field. */
export const ErrorSummary = ({ form, title }: { form: FormState; title: string }) =>
  Object.keys(form.errors).length === 0 ? null : (
    <div class="summary" role="alert" tabindex={-1} id="summary">
      <h2>{title}</h2>
      <ul>
        {Object.entries(form.errors).map(([name, message]) => (
          <li>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )

export const Field = ({
  form,
  name,
  label,
  hint,
  children,
}: Common & { children: (attributes: Attributes) => ComponentChildren }) => (
  <div class={form.errors[name] ? 'field bad' : 'field'}>
    <label for={name}>{label}</label>
    <Remarks form={form} name={name} hint={hint} />
    {children(attributesOf(form, name, hint))}
  </div>
)

type InputProps = Common & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'date' | 'number'
  value?: string | undefined
  autocomplete?: string
  maxlength?: number
  inputmode?: 'numeric' | 'text' | 'url'
  short?: boolean
}

export const TextInput = ({
  type = 'text',
  value,
  autocomplete,
  maxlength,
  inputmode,
  short,
  ...common
}: InputProps) => (
  <Field {...common}>
    {attributes => {
      const shown = type === 'password' ? undefined : shownValue(common.form, common.name, value)
      const all = {
        ...attributes,
        type,
        autocomplete,
        maxlength,
        inputmode,
        value: shown,
        class: short || type === 'date' ? 'short' : undefined,
      }
      return <input {...(all as InputHTMLAttributes<HTMLInputElement>)} />
    }}
  </Field>
)

export const TextArea = ({ value, rows = 4, ...common }: Common & { value?: string; rows?: number }) => (
  <Field {...common}>
    {attributes => (
      <textarea {...attributes} rows={rows}>
        {shownValue(common.form, common.name, value)}
      </textarea>
    )}
  </Field>
)

export const FileInput = ({ accept, ...common }: Common & { accept: string }) => (
  <Field {...common}>{attributes => <input {...attributes} type="file" accept={accept} />}</Field>
)

export interface Option {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  picture?: string
}

export const Select = ({
  options,
  value,
  empty,
  ...common
}: Common & { options: Option[]; value?: string; empty?: string }) => (
  <Field {...common}>
    {attributes => (
      <select {...attributes}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(option => (
          <option
            value={option.value}
            selected={shownValue(common.form, common.name, value) === option.value}
          >
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

type ChoicesProps = Common & {
  kind: 'checkbox' | 'radio'
  options: Option[]
  value?: string | string[]
  grid?: boolean
}

/** Several things to tick, or one to pick, under one question. */
export const Choices = ({ form, name, label, hint, kind, options, value, grid }: ChoicesProps) => {
  const chosen = [form.values[name] ?? value ?? []].flat()
  return (
    <div class={form.errors[name] ? 'field bad' : 'field'}>
      <fieldset id={name} tabindex={-1} aria-describedby={describedBy(form, name, hint)}>
        <legend>{label}</legend>
        <Remarks form={form} name={name} hint={hint} />
        <div class={grid ? 'choices grid' : 'choices'}>
          {options.map(option => (
            <label class={option.picture ? 'choice picture' : 'choice'}>
              <input type={kind} name={name} value={option.value} checked={chosen.includes(option.value)} />
              {option.picture && <img src={option.picture} alt="" width="216" height="216" loading="lazy" />}
              <span>
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

const Remarks = ({ form, name, hint }: Pick<Common, 'form' | 'name' | 'hint'>) => (
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

const attributesOf = (form: FormState, name: string, hint: string | undefined): Attributes => ({
  id: name,
  name,
  'aria-describedby': describedBy(form, name, hint),
  'aria-invalid': form.errors[name] ? 'true' : undefined,
})

const describedBy = (form: FormState, name: string, hint: string | undefined) =>
  [hint && `${name}-hint`, form.errors[name] && `${name}-error`].filter(Boolean).join(' ') || undefined

const shownValue = (form: FormState, name: string, otherwise: string | undefined) => {
  const value = form.values[name]
  return typeof value === 'string' ? value : otherwise
}
