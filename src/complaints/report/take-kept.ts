import type { House } from '../../platform/house.ts'
import { type Body, parseForm, typed } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { isMessageKey, type Translate } from '../../platform/i18n/messages.ts'
import { Broken } from '../../platform/vault/index.ts'
import { mostFiles } from '../files/accept-file.ts'
import type { StoredFile } from '../files/keep-file.ts'
import { fileReport, UnknownRegion } from './file-report.ts'
import { longestStory, type ReportForm, reportForm, reportOf } from './form.ts'
import { readFiles } from './read-files.ts'
import { caseOfForm } from './receipt-of-form.ts'

/**
 * Files a report that waited on a device. The person cannot read it again to correct it, so nothing is refused: a departure that has
 * passed meanwhile, or a file of a wrong kind, stands in words under the story.
 * @throws Broken when the form has no number, so that it could not be told from another
 */
export const takeKept = async (house: House, body: Body, language: Language): Promise<void> => {
  const { t } = language
  const { form, notes } = lenient(body, house.clock(), t)
  const id = caseOfForm(house.secret, form.form)
  const { files, refused } = await readGoodFiles(house, id, body, language)
  const story = [form.story, ...notes, ...refused].filter(Boolean).join('\n\n')
  const report = { ...reportOf({ ...form, story: story || t('keep.empty') }, 'web'), id, files }
  try {
    await fileReport(house, form.form, report)
  } catch (error) {
    if (!(error instanceof UnknownRegion)) throw error
    await fileReport(house, form.form, { ...report, originCode: null })
  }
}

/** What the device already held back; a letter more than this was made by hand. */
const mostTold = longestStory * 2

interface Softened {
  form: ReportForm
  notes: string[]
}

const lenient = (body: Body, now: Temporal.Instant, t: Translate): Softened => {
  const told = typeof body.story === 'string' ? body.story.trim().slice(0, mostTold) : ''
  const { form, notes } = fitting(
    { ...body, story: t('keep.empty') },
    reportForm(() => now),
    t,
  )
  return { form: { ...form, story: told.replace(/\r\n/g, '\n') }, notes }
}

/** Takes out one wrong answer after the other, and says each in words instead. */
const fitting = (body: Body, schema: ReturnType<typeof reportForm>, t: Translate): Softened => {
  const parsed = parseForm(schema, body, t)
  if (parsed.ok) return { form: parsed.data, notes: [] }
  const wrong = Object.keys(parsed.form.errors)
  if (wrong.includes('form') || wrong.every(name => body[name] === undefined && name !== 'reachAt'))
    throw new Broken('a kept report')
  // A way to reach without an address is no way.
  const out = wrong.includes('reachAt') ? [...wrong, 'reach'] : wrong
  const left = Object.fromEntries(Object.entries(body).filter(([name]) => !out.includes(name)))
  const values = typed(body)
  const said = out.flatMap(name => (values[name] ? [`${labelOf(name, t)}: ${values[name]}`] : []))
  const rest = fitting(left, schema, t)
  return { form: rest.form, notes: [...said, ...rest.notes] }
}

const labelOf = (name: string, t: Translate) => {
  const key = `report.${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
  return isMessageKey(key) ? t(key) : name
}

const readGoodFiles = async (house: House, id: string, body: Body, language: Language) => {
  const files: StoredFile[] = []
  const refused: string[] = []
  for (const file of [body.files ?? []].flat().slice(0, mostFiles)) {
    const read = await readFiles(house, id, { files: file }, language)
    if (read.ok) files.push(...read.files)
    else refused.push(read.message)
  }
  return { files, refused }
}
