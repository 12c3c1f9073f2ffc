import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Chip,
  ErrorSummary,
  Facts,
  type FormState,
  Notice,
  Panel,
  TextInput,
} from '../../ui/index.ts'
import type { Person } from '../contents.ts'
import type { ReturneeOffer } from '../custody/offer.ts'
import { PassOnPanel } from '../custody/panels.tsx'
import { SamePanel } from '../likeness/same-panel.tsx'
import type { ReturneeState } from '../returnee.ts'
import { codesSaid, stateTone } from '../words.ts'
import type { ShownReturnee } from './read-returnee.ts'

export interface RecordProps extends ShownReturnee {
  form: FormState
  mayWork: boolean
  person?: Person | undefined
  offer: ReturneeOffer | undefined
  offices: { id: number; name: string }[]
}

/** One record: its codes, its words, and who it is behind a motive. */
export const RecordPage = (props: RecordProps) => {
  const language = useLanguage()
  const { t } = language
  const { returnee, words, isOpen, mayWork, form } = props
  const state = returnee.state as ReturneeState
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="row">
        <Chip tone={stateTone[state]}>{t(`returnees.state-${state}`)}</Chip>
        <span class="small quiet">{t(`returnees.channel-${returnee.channel as 'self'}`)}</span>
      </p>
      {state === 'withdrawn' && <Notice tone="info">{t('returnees.withdrawn-text')}</Notice>}
      {returnee.sameAs && (
        <Notice tone="info">
          <a href={`/purna/${returnee.sameAs}`}>{t('returnees.goes-on-there')}</a>
        </Notice>
      )}
      {!isOpen && <Notice tone="warn">{t('returnees.no-key')}</Notice>}
      <Panel
        title={t('returnees.known')}
        actions={
          mayWork &&
          state === 'active' && (
            <ButtonLink kind="quiet" href={`/purna/${returnee.id}/ubah`}>
              {t('returnees.edit')}
            </ButtonLink>
          )
        }
      >
        <Facts items={codesSaid(returnee, language)} />
        {state === 'active' && (
          <p>
            <a href={`/usaha/${returnee.id}`}>{t('enterprise.title')}</a>
          </p>
        )}
        {returnee.complaintId && (
          <p>
            <a href={`/aduan/${returnee.complaintId}`}>{t('returnees.to-case')}</a>
          </p>
        )}
      </Panel>
      {words.length > 0 && (
        <Panel title={t('returnees.words')}>
          {words.map(({ text, at }) => (
            <p class="pre" dir="auto">
              {text} <span class="small quiet num">{language.moment(at)}</span>
            </p>
          ))}
        </Panel>
      )}
      <IdentityPanel {...props} />
      <SamePanel {...props} />
      {mayWork && isOpen && state === 'active' && <PassOnPanel {...props} id={returnee.id} />}
    </>
  )
}

const IdentityPanel = ({ returnee, identity, person, openings, form, mayWork }: RecordProps) => {
  const { t, moment } = useLanguage()
  return (
    <Panel title={t('case.identity')}>
      {person && <PersonFacts person={person} />}
      {!person && !identity && <p class="quiet">{t('case.no-identity')}</p>}
      {!person && identity && mayWork && (
        <form method="post" action={`/purna/${returnee.id}/identitas`} class="stack tight" novalidate>
          <TextInput
            form={form}
            name="motive"
            label={t('case.motive')}
            hint={t('case.motive-hint')}
            maxlength={500}
          />
          <div class="actions">
            <Button kind="quiet">{t('case.open-identity')}</Button>
          </div>
        </form>
      )}
      {!person && identity && !mayWork && <p class="quiet">{t('case.identity-sealed')}</p>}
      {openings.length > 0 && (
        <details>
          <summary>{t('case.openings', { count: openings.length })}</summary>
          <ul class="points small">
            {openings.map(({ name, motive, at }) => (
              <li>
                {name}: {motive} <span class="quiet num">{moment(at)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

export const PersonFacts = ({ person }: { person: Person }) => {
  const { t, shortDay } = useLanguage()
  const told: [string, string][] = [
    [t('returnees.name'), person.name],
    [t('identity.bornOn'), isDay(person.bornOn) ? shortDay(person.bornOn) : person.bornOn],
    [t('returnees.phone'), person.phone],
    [t('identity.nik'), person.nik],
    [t('identity.passport'), person.passport],
    [t('returnees.address'), person.address],
    [t('returnees.family'), person.family],
  ]
  return <Facts items={told.filter(([, value]) => value !== '')} />
}

/** What was read from a letter may be no day: it is shown as it stands. */
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
