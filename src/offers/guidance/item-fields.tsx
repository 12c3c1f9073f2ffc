import { useLanguage } from '../../platform/i18n/language.tsx'
import { Checkbox, Choices, DateInput, type FormState, Select, TextArea, TextInput } from '../../ui/index.ts'
import { choiceName, partName } from './names.ts'
import { type Field, isSpoken, type Shape } from './shape.ts'

interface FieldsProps {
  form: FormState
  fields: Field[]
  /** Rows of each list, by the list's name. */
  rows: (list: string, shape: Shape) => number
  /** The name of the part around these. */
  under?: string
}

/** The questions of an item, whatever its schema: one a word, groups for what stands together, rows for lists. */
export const ItemFields = ({ form, fields, rows, under = '' }: FieldsProps) => (
  <>
    {fields.map(field => (
      <OneField form={form} field={field} rows={rows} name={under ? `${under}.${field.name}` : field.name} />
    ))}
  </>
)

interface OneProps {
  form: FormState
  field: Field
  rows: FieldsProps['rows']
  name: string
  label?: string
}

const OneField = ({ form, field, rows, name, label }: OneProps) => {
  const language = useLanguage()
  const said = label ?? partName(language, field.name)
  const { shape } = field
  if (shape.kind === 'list' && shape.item.kind === 'choice')
    return (
      <Choices
        form={form}
        name={name}
        label={said}
        kind="checkbox"
        grid
        options={shape.item.values.map(value => ({ value, label: choiceName(language, value) }))}
      />
    )
  if (shape.kind === 'list' || shape.kind === 'map')
    return <Rows form={form} shape={shape} rows={rows} name={name} label={said} />
  if (shape.kind === 'object' && isSpoken(shape))
    return (
      <div class="pair">
        {shape.fields.map(({ name: tongue, shape: inside, required }) => (
          <Word
            form={form}
            shape={inside}
            required={required}
            name={`${name}.${tongue}`}
            label={`${said} (${language.t(tongue === 'id' ? 'language.id' : 'language.en')})`}
          />
        ))}
      </div>
    )
  if (shape.kind === 'object')
    return (
      <fieldset class="group" id={name} tabindex={-1}>
        <legend>
          <b>{said}</b>
        </legend>
        <Remark form={form} name={name} />
        <div class="stack">
          <ItemFields form={form} fields={shape.fields} rows={rows} under={name} />
        </div>
      </fieldset>
    )
  return (
    <Word form={form} shape={shape} required={field.required && !field.nullable} name={name} label={said} />
  )
}

interface WordProps {
  form: FormState
  shape: Shape
  required: boolean
  name: string
  label: string
}

const Word = ({ form, shape, required, name, label }: WordProps) => {
  const language = useLanguage()
  const optional = required || shape.kind === 'flag' ? undefined : language.t('guidance.optional')
  const question = { form, name, label, optional }
  if (shape.kind === 'flag') return <Checkbox {...question} />
  if (shape.kind === 'choice')
    return (
      <Select
        {...question}
        empty={language.t('guidance.choose')}
        options={shape.values.map(value => ({ value, label: choiceName(language, value) }))}
      />
    )
  if (shape.kind === 'number') return <TextInput {...question} short inputmode="text" />
  if (shape.kind === 'text' && shape.day) return <DateInput {...question} />
  if (shape.kind === 'text' && !shape.long) return <TextInput {...question} />
  return <TextArea {...question} rows={shape.kind === 'raw' ? 6 : 2} />
}

interface RowsProps {
  form: FormState
  shape: Shape & { kind: 'list' | 'map' }
  rows: FieldsProps['rows']
  name: string
  label: string
}

/** A list as rows; one left empty is left out, and a button asks for another. */
const Rows = ({ form, shape, rows, name, label }: RowsProps) => {
  const { t } = useLanguage()
  const count = rows(name, shape)
  const inside = shape.kind === 'list' ? shape.item : shape.value
  return (
    <fieldset class="group" id={name} tabindex={-1}>
      <legend>
        <b>{label}</b>
      </legend>
      <p class="hint">{t('guidance.rows-hint')}</p>
      <Remark form={form} name={name} />
      <input type="hidden" name={`${name}.#`} value={count} />
      <div class="stack">
        {Array.from({ length: count }, (_, at) => {
          const row = `${name}.${at}`
          const field = { name: row, shape: inside, required: true, nullable: false }
          return (
            <div class={shape.kind === 'map' ? 'pair' : undefined}>
              {shape.kind === 'map' && (
                <TextInput form={form} name={`${row}.@`} label={t('guidance.row-name', { number: at + 1 })} />
              )}
              <OneField
                form={form}
                field={field}
                rows={rows}
                name={row}
                label={t('guidance.row', { label, number: at + 1 })}
              />
            </div>
          )
        })}
        <button class="btn plain" name="more" value={name}>
          {t('guidance.add-row', { label })}
        </button>
      </div>
    </fieldset>
  )
}

const Remark = ({ form, name }: { form: FormState; name: string }) =>
  form.errors[name] ? (
    <p class="err" id={`${name}-error`}>
      {form.errors[name]}
    </p>
  ) : null
