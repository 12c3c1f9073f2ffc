import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Deed, Panel } from '../../ui/index.ts'
import { PersonFacts } from '../register/record-page.tsx'
import type { ArrivalProps } from './arrival-page.tsx'

type Person = ArrivalProps['persons'][number]

/** Who comes: initials until the names are opened, the case each belongs to, and whether the needs are known. */
export const PersonsPanel = (props: ArrivalProps) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('arrivals.who', { count: props.persons.length })}>
      {props.persons.map(person => (
        <OnePerson key={person.id} person={person} {...props} />
      ))}
    </Panel>
  )
}

const OnePerson = ({ person, ...props }: ArrivalProps & { person: Person }) => {
  const { t } = useLanguage()
  const { arrival, plan, opened, mayWork } = props
  const known = opened?.persons[person.place]
  return (
    <article class="stack tight">
      <h3>
        {person.place + 1}. {known?.name ?? plan.initials[person.place] ?? ''} ·{' '}
        {person.origin ?? t('inbox.origin-unknown')}
      </h3>
      {known && <PersonFacts person={known} />}
      <Case person={person} {...props} />
      {person.returneeId ? (
        <p>
          <a href={`/purna/${person.returneeId}`}>{t('arrivals.needs-known')}</a>
        </p>
      ) : (
        mayWork &&
        arrival.state !== 'called-off' && (
          <div class="actions">
            <ButtonLink kind="quiet" href={`/kepulangan/${arrival.id}/orang/${person.id}/daftar`}>
              {t('arrivals.ask-needs')}
            </ButtonLink>
          </div>
        )
      )}
    </article>
  )
}

const caseNumber = ({ number, year }: { number: number; year: number }) =>
  `${year}-${String(number).padStart(4, '0')}`

const Case = ({ person, arrival, mayWork }: ArrivalProps & { person: Person }) => {
  const { t } = useLanguage()
  const action = `/kepulangan/${arrival.id}/orang/${person.id}/perkara`
  if (person.complaintId)
    return (
      <div class="row">
        <a href={`/aduan/${person.complaintId}`}>
          {t('arrivals.case', { number: person.complaintNumber ?? '–' })}
        </a>
        {mayWork && <Deed action={action} label={t('arrivals.unlink')} kind="plain" fields={{ case: '' }} />}
      </div>
    )
  return (
    <>
      {person.proposed.map(one => (
        <div class="stack tight">
          <p>
            {t('arrivals.maybe-case')} <b class="num">{caseNumber(one)}</b> · {one.owner}:{' '}
            <span class="small">{one.reasons.map(reason => t(`likeness.reason-${reason}`)).join('; ')}</span>
          </p>
          {mayWork && one.visible && (
            <Deed action={action} label={t('arrivals.link')} kind="plain" fields={{ case: one.id }} />
          )}
        </div>
      ))}
    </>
  )
}
