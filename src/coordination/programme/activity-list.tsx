import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import type { Activity } from './activity.ts'
import { ownersWords, spanWords, stateTone } from './words.ts'

/** Activities one below the other: what, when, where, whose. */
export const ActivityList = ({ activities }: { activities: Activity[] }) => {
  const language = useLanguage()
  const { t } = language
  return (
    <ul class="list">
      {activities.map(activity => (
        <li>
          <a class="item" href={`/program/${activity.id}`}>
            <span>
              <b>{activity.title}</b>
              <span>{spanWords(activity, language)}</span>
              <br />
              <span class="small quiet">
                {[
                  t(`activity.kind-${activity.kind}`),
                  activity.place,
                  ownersWords(activity, language),
                  ...(activity.sample ? [t('sample.mark')] : []),
                ].join(' · ')}
              </span>
            </span>
            <span class="row">
              <Chip tone={stateTone[activity.state]}>{t(`activity.state-${activity.state}`)}</Chip>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
