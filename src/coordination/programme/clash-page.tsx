import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Choices, FormActions, type FormState, Notice } from '../../ui/index.ts'
import type { Clash } from './clash.ts'
import type { Values } from './form.ts'
import { zoneWord } from './words.ts'

interface Props {
  id: number
  clash: Clash
  offices: { id: number; name: string }[]
  people: { id: string; name: string }[]
}

/** Two wrote the same at once: both stand here, side by side, and the second chooses. Nothing of either is lost. */
export const ActivityClashPage = ({ id, clash: { fields, now, merged }, offices, people }: Props) => {
  const { t, shortDay, list } = useLanguage()
  const names = (ids: string[], known: { id: string | number; name: string }[]) =>
    list(ids.map(one => known.find(({ id }) => String(id) === one)?.name ?? one))
  const shown = (field: keyof Values, value: string | string[]): string => {
    if (value.length === 0) return t('activity.empty')
    if (Array.isArray(value)) return names(value, field === 'owners' ? offices : people)
    if (field === 'kind') return t(`activity.kind-${value as 'outreach'}`)
    if (field === 'audience') return t(`activity.audience-${value as 'public'}`)
    if (field === 'startsOn' || field === 'endsOn') return shortDay(value)
    return field === 'timeZone' ? zoneWord(value) : value
  }
  return (
    <form method="post" action={`/program/${id}/ubah`} class="stack loose" novalidate>
      <Notice tone="warn" title={t('activity.clash-title')}>
        <p>{t('activity.clash-text')}</p>
      </Notice>
      <input type="hidden" name="base" value={JSON.stringify(now)} />
      <input type="hidden" name="mine" value={JSON.stringify(merged)} />
      {fields.map(field => (
        <Choices
          kind="radio"
          form={untouched}
          name={`choose-${field}`}
          label={t(fieldNames[field])}
          value="mine"
          options={[
            { value: 'mine', label: shown(field, merged[field]), hint: t('activity.clash-mine') },
            { value: 'theirs', label: shown(field, now[field]), hint: t('activity.clash-theirs') },
          ]}
        />
      ))}
      <FormActions>
        <Button>{t('activity.save')}</Button>
        <a href={`/program/${id}`}>{t('activity.back')}</a>
      </FormActions>
    </form>
  )
}

const untouched: FormState = { values: {}, errors: {} }

const fieldNames = {
  kind: 'activity.kind',
  title: 'activity.title',
  placeCode: 'activity.place-code',
  venue: 'activity.venue',
  audience: 'activity.audience',
  startsOn: 'activity.starts-on',
  startTime: 'activity.start-time',
  endsOn: 'activity.ends-on',
  endTime: 'activity.end-time',
  timeZone: 'activity.time-zone',
  expected: 'activity.expected',
  reached: 'activity.reached',
  owners: 'activity.owners',
  people: 'activity.people',
} as const satisfies Record<keyof Values, string>
