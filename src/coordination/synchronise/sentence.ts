import type { Language } from '../../platform/i18n/language.tsx'
import { spanWords } from '../programme/words.ts'
import type { Finding, Planned } from './finding.ts'

export interface Names {
  office: (id: number) => string
  region: (code: string) => string
}

/** One sentence that says what was found: who, what, where and when. */
export const sentenceOf = (
  finding: Finding,
  activities: Map<number, Planned>,
  names: Names,
  language: Language,
): string => {
  const { t, day, number } = language
  const [first, second] = finding.activities.map(id => activities.get(id))
  if (finding.kind === 'gap') {
    const district = names.region(finding.district)
    if (finding.risk !== undefined && finding.risk > 1)
      return t('sync.gap-risk', { district, times: number(Math.round(finding.risk * 10) / 10) })
    return finding.reports < 5
      ? t('sync.gap-few', { district })
      : t('sync.gap', { district, reports: finding.reports })
  }
  if (finding.kind === 'holiday')
    return t('sync.holiday', { title: first?.title ?? '', day: day(finding.day), holiday: finding.holiday })
  const said = {
    first: first?.title ?? '',
    second: second?.title ?? '',
    when: first ? spanWords(timesOf(first), language) : '',
  }
  if (finding.kind === 'person')
    return t('sync.person', {
      ...said,
      person: finding.person,
      other: second ? spanWords(timesOf(second), language) : '',
    })
  return t('sync.overlap', {
    ...said,
    offices: language.list([...(first?.owners ?? []), ...(second?.owners ?? [])].map(names.office)),
    place: names.region(first?.placeCode ?? ''),
    audience: t(`activity.audience-${first?.audience ?? 'public'}`),
  })
}

const timesOf = ({ startsAt, endsAt, timeZone }: Planned) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  timeZone,
})
