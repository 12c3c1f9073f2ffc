import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, ErrorSummary, Facts, type FormState, Notice, Panel } from '../../ui/index.ts'
import { CohortTable } from './cohort-view.tsx'
import type { Invitation } from './invitation-queries.ts'
import { InvitedPanel, PapersPanel } from './invited-panel.tsx'
import { invitationStates, type Programme } from './programme.ts'
import type { CohortRow } from './queries.ts'
import { conditionSaid, placesSaid } from './words.ts'

export interface ProgrammeProps {
  programme: Programme
  places: ReadonlyMap<string, string>
  counts: ReadonlyMap<string, number>
  cohort: CohortRow[]
  /** Of the own office; nothing for whoever may not see people. */
  invitations: Invitation[] | undefined
  begun: boolean
  mayWork: boolean
  mayEdit: boolean
  today: string
  form: FormState
  done?: string | undefined
}

/** A programme: what it is, who may join, how many did, and what became of them. */
export const ProgrammePage = (props: ProgrammeProps) => {
  const language = useLanguage()
  const { t, day, number } = language
  const { programme, places, counts, mayEdit, invitations, done, form } = props
  return (
    <>
      {done && <Notice tone="good">{done}</Notice>}
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="row">
        <Chip tone={programme.state === 'open' ? 'good' : 'neutral'}>
          {t(`programmes.state-${programme.state}`)}
        </Chip>
        <span class="small quiet">{t(`programmes.kind-${programme.kind}`)}</span>
        {programme.sample && <span class="small quiet">{t('returnees.sample')}</span>}
      </p>
      <Panel
        title={t('programmes.about')}
        actions={
          mayEdit && (
            <ButtonLink kind="quiet" href={`/program-purna/${programme.id}/ubah`}>
              {t('returnees.edit')}
            </ButtonLink>
          )
        }
      >
        {programme.detail && <p class="pre">{programme.detail}</p>}
        <Facts
          items={[
            [t('programmes.owner'), programme.owner],
            [t('programmes.starts'), day(programme.startsOn)],
            [t('programmes.ends'), day(programme.endsOn)],
            [t('programmes.where'), programme.district ?? t('programmes.whole-province')],
            [t('programmes.places'), placesSaid(programme, language)],
          ]}
        />
        <h3>{t('programmes.conditions')}</h3>
        {programme.conditions.length === 0 ? (
          <p class="quiet">{t('programmes.no-conditions')}</p>
        ) : (
          <ul class="points">
            {programme.conditions.map(one => (
              <li>{conditionSaid(one, language, places)}</li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('programmes.all-offices')}>
        <Facts
          items={invitationStates.map(state => [
            t(`programmes.invitation-${state}`),
            number(counts.get(state) ?? 0),
          ])}
        />
      </Panel>
      {invitations && <InvitedPanel {...props} invitations={invitations} />}
      {invitations && props.mayWork && <PapersPanel {...props} invitations={invitations} />}
      <CohortTable {...props} />
    </>
  )
}
