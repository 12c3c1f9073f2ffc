import { type Body, type FormState, refuse } from '../../../platform/http/forms.ts'
import type { Translate } from '../../../platform/i18n/messages.ts'
import type { RegisterList } from '../register.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { fieldsOf, requiredOf } from './fields.ts'
import { guessColumns, type Layout } from './layout.ts'

type ReadLayout =
  | { ok: true; layout: Layout; complete: boolean; again: boolean }
  | { ok: false; form: FormState }

/** What the officer says of the columns. With `again` only the header was moved: its titles are read anew. */
export const readLayout = (list: RegisterList, sheets: Sheet[], body: Body, t: Translate): ReadLayout => {
  const sheet = whole(body.sheet, sheets.length - 1)
  const rows = sheets[sheet]?.rows ?? []
  const headerRow = whole(body.headerRow, rows.length)
  const complete = body.complete !== 'no'
  if (body.again !== undefined)
    return {
      ok: true,
      layout: { sheet, headerRow, columns: guessColumns(list, rows, headerRow) },
      complete,
      again: true,
    }
  const columns: Layout['columns'] = {}
  for (const field of fieldsOf[list]) {
    const column = whole(body[field], mostColumns)
    if (column > 0) columns[field] = column
  }
  const errors = errorsOf(list, columns, t)
  if (Object.keys(errors).length > 0) return { ok: false, form: refuse(body, errors) }
  return { ok: true, layout: { sheet, headerRow, columns }, complete, again: false }
}

const mostColumns = 200

const whole = (value: Body[string] | undefined, most: number) => {
  const number = Number.parseInt(String(value ?? ''), 10)
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), Math.max(most, 0)) : 0
}

const errorsOf = (list: RegisterList, columns: Layout['columns'], t: Translate) => {
  const errors: Record<string, string> = {}
  for (const field of requiredOf[list]) if (!columns[field]) errors[field] = t('register.column-needed')
  if (list !== 'companies' && !columns.licence && !columns.company)
    errors.licence = t('register.owner-needed')
  const taken = new Map<number, string>()
  for (const [field, column] of Object.entries(columns)) {
    if (taken.has(column)) errors[field] ??= t('register.column-twice')
    taken.set(column, field)
  }
  return errors
}
