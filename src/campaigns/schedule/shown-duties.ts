export const views = ['open', 'overdue', 'excused', 'all'] as const
export type View = (typeof views)[number]

/** Which duties of a campaign a page shows, as its address says it. */
export interface ShownDuties {
  view: View
  round: number | undefined
  officeId: number | undefined
  /** All are ticked. */
  all: boolean
}

const names: Record<View, string> = {
  open: 'berjalan',
  overdue: 'terlambat',
  excused: 'dibebaskan',
  all: 'semua',
}

export const viewName = (view: View) => names[view]

export const shownBy = (query: Record<string, string>): ShownDuties => ({
  view: views.find(view => names[view] === query.tampil) ?? 'open',
  round: whole(query.pekan),
  officeId: whole(query.kantor),
  all: query.pilih === 'semua',
})

export const addressOf = (campaignId: number, { view, round, officeId, all }: ShownDuties): string => {
  const query = new URLSearchParams({ tampil: names[view] })
  if (round) query.set('pekan', String(round))
  if (officeId) query.set('kantor', String(officeId))
  if (all) query.set('pilih', 'semua')
  return `/kampanye/${campaignId}/tugas?${query}`
}

const whole = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined)
