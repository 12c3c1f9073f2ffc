import { type ActivityState, type Audience, activityStates, audiences, type Kind, kinds } from './activity.ts'
import { monthOr } from './month.ts'

export const views = ['calendar', 'list', 'map'] as const
export type View = (typeof views)[number]

/** Which part of the programme a page shows: said in its address, so that it can be sent to a colleague. */
export interface Shown {
  view: View
  month: Temporal.PlainYearMonth
  kind: Kind | undefined
  audience: Audience | undefined
  state: ActivityState | undefined
  officeId: number | undefined
  area: string | undefined
}

const viewNames: Record<View, string> = { calendar: 'kalender', list: 'daftar', map: 'peta' }

export const shownBy = (query: Record<string, string>, today: Temporal.PlainDate): Shown => ({
  view: views.find(view => viewNames[view] === query.tampilan) ?? 'calendar',
  month: monthOr(query.bulan, today),
  kind: kinds.find(kind => kind === query.jenis),
  audience: audiences.find(audience => audience === query.sasaran),
  state: activityStates.find(state => state === query.status),
  officeId: /^[1-9]\d{0,8}$/.test(query.kantor ?? '') ? Number(query.kantor) : undefined,
  area: /^\d{2}(\.\d{2})?$/.test(query.wilayah ?? '') ? query.wilayah : undefined,
})

/** The parts of an address that say which activities, without how they are drawn. */
export const filterParts = ({ month, kind, audience, state, officeId, area }: Shown) =>
  Object.entries({
    bulan: String(month),
    jenis: kind,
    sasaran: audience,
    status: state,
    kantor: officeId?.toString(),
    wilayah: area,
  }).filter((part): part is [string, string] => part[1] !== undefined)

export const addressOf = (shown: Shown, path = '/program') =>
  `${path}?${new URLSearchParams([['tampilan', viewNames[shown.view]], ...filterParts(shown)])}`

export const viewName = (view: View) => viewNames[view]
