import { type Cell, isBlank, readDay } from '../../../offers/index.ts'
import { languages } from '../../../platform/i18n/language.tsx'
import { isMessageKey, type MessageKey } from '../../../platform/i18n/messages.ts'
import { audiences, kinds, type Plan, timeZones } from '../activity.ts'
import { activityForm } from '../form.ts'
import { zoneWord } from '../words.ts'
import type { Column, Found } from './columns.ts'

export interface Reason {
  column: Column
  reason: MessageKey
}

/** What the names in a sheet can mean: places, offices and people, each asked for once. */
export interface Meanings {
  placeOf: (code: string, name: string) => string | 'unknown' | 'unclear'
  officeOf: (name: string) => number | undefined
  personOf: (name: string) => string | undefined
  own: { officeId: number; timeZone: string }
}

export type ReadRow = { ok: true; plan: Plan } | { ok: false; reasons: Reason[] }

/** Reads one row of a plan. Never throws for what a row contains. */
export const readRow = (row: Cell[], at: Found['at'], meanings: Meanings): ReadRow => {
  const reasons: Reason[] = []
  const refuse = (column: Column, reason: MessageKey) => {
    reasons.push({ column, reason })
    return ''
  }
  const cell = (column: Column) => (at[column] === undefined ? null : (row[at[column]] ?? null))
  const text = (column: Column) => {
    const said = isBlank(cell(column)) ? '' : String(cell(column)).replace(/\s+/g, ' ').trim()
    return /^[=#]/.test(said) ? refuse(column, 'plan.row-formula') : said
  }
  const day = (column: Column) => {
    const read = readDay(cell(column))
    return read === undefined ? refuse(column, 'plan.row-bad-day') : (read ?? '')
  }
  const body = {
    kind: oneOf(kinds, text('kind'), kind => `activity.kind-${kind}`) ?? '',
    title: text('title'),
    placeCode: placed(meanings.placeOf(text('placeCode'), text('place')), refuse),
    venue: text('venue'),
    audience: oneOf(audiences, text('audience'), one => `activity.audience-${one}`) ?? '',
    startsOn: day('startsOn'),
    startTime: timeOf(cell('startTime'), '08:00') ?? refuse('startTime', 'activity.not-a-time'),
    endsOn: day('endsOn'),
    endTime: timeOf(cell('endTime'), '16:00') ?? refuse('endTime', 'activity.not-a-time'),
    timeZone:
      timeZones.find(zone => zoneWord(zone) === text('timeZone').toUpperCase()) ?? meanings.own.timeZone,
    owners: names(text('owners')).map(
      name => meanings.officeOf(name)?.toString() ?? refuse('owners', 'plan.row-office-unknown'),
    ),
    people: names(text('people')).map(
      name => meanings.personOf(name) ?? refuse('people', 'plan.row-person-unknown'),
    ),
    expected: figure(text('expected')),
    reached: figure(text('reached')),
  }
  if (body.owners.length === 0) body.owners.push(String(meanings.own.officeId))
  const parsed = activityForm.safeParse(body)
  for (const issue of parsed.error?.issues ?? []) {
    const column = String(issue.path[0]) as Column
    if (reasons.some(known => known.column === column)) continue
    reasons.push({ column, reason: isMessageKey(issue.message) ? issue.message : 'form.invalid' })
  }
  return reasons.length === 0 && parsed.success ? { ok: true, plan: parsed.data } : { ok: false, reasons }
}

/** A word of a closed list, in either language. */
const oneOf = <T extends string>(
  list: readonly T[],
  said: string,
  key: (one: T) => MessageKey,
): T | undefined => {
  const plain = said.toLowerCase()
  return list.find(one =>
    [one, ...Object.values(languages).map(({ t }) => t(key(one)))].some(word => word.toLowerCase() === plain),
  )
}

const placed = (code: string, refuse: (column: Column, reason: MessageKey) => string) => {
  if (code === 'unknown') return refuse('placeCode', 'activity.place-unknown')
  return code === 'unclear' ? refuse('place', 'plan.row-place-unclear') : code
}

/** 08.30, 8:30, 08.30 WITA, or a part of a day as spreadsheets count. @returns nothing when it says no time */
const timeOf = (cell: Cell, otherwise: string): string | undefined => {
  if (isBlank(cell)) return otherwise
  if (typeof cell === 'number') {
    if (cell > 0 && cell < 1) return clock(Math.round(cell * 1440))
    // 8.3 is how a sheet keeps 8.30 that it took for a number.
    const minutes = Math.round(cell * 100)
    return minutes % 100 < 60 ? clock(Math.floor(minutes / 100) * 60 + (minutes % 100)) : undefined
  }
  const said = /^(\d{1,2})[.:](\d{2})(?::\d{2})?\s*(wita|wib|wit)?$/i.exec(cell.trim())
  return said && Number(said[2]) < 60 ? clock(Number(said[1]) * 60 + Number(said[2])) : undefined
}

const clock = (minutes: number) =>
  minutes < 1440
    ? `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    : undefined

const names = (said: string) =>
  said
    .split(/[;,&\n]|\sdan\s/)
    .map(name => name.trim())
    .filter(Boolean)

const figure = (said: string) =>
  said
    .replace(/\b(orang|peserta)\b/gi, '')
    .replace(/(?<=\d)[.,](?=\d{3}\b)/g, '')
    .trim()
