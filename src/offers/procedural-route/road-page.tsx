import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Door, Doors, Notice, Select } from '../../ui/index.ts'
import type { Procedure, Step } from './procedure.ts'
import type { Road, Way } from './road.ts'
import { SourceLine } from './told.tsx'

/** The whole road: choose, read the steps in order, see the documents. */
export const RoadPage = ({ procedure, road }: { procedure: Procedure; road: Road }) => {
  const { t, locale } = useLanguage()
  return (
    <>
      <div class="lift panel">
        <WayForm procedure={procedure} way={road} action="/jalur" />
      </div>
      <Chosen {...road} />
      <section class="stack">
        <h2>{t('route.steps')}</h2>
        <ol class="road">
          {road.steps.map(step => (
            <li>
              <StepLine step={step} />
            </li>
          ))}
        </ol>
      </section>
      <section class="stack" id="dokumen">
        <h2>{t('route.documents', { count: road.documents.length })}</h2>
        <Doors label={t('route.documents', { count: road.documents.length })}>
          {road.documents.map(({ id, name, meaning }) => (
            <Door href={`/jalur/dokumen/${id}`} title={name[locale]} text={meaning[locale]} />
          ))}
        </Doors>
      </section>
      <Doors label={t('route.next')}>
        <Door href="/jalur/cek" title={t('route.check-title')} text={t('route.check-lead')} first />
        <Door
          href={`/jalur/daftar${wayQuery(road)}`}
          title={t('route.list-title')}
          text={t('route.list-lead')}
        />
        <Door href="/jalur/surat-izin" title={t('route.letter-title')} text={t('route.letter-lead')} />
      </Doors>
      {procedure.notes.map(note => (
        <section class="panel stack tight">
          <h2>{note.title[locale]}</h2>
          <p>{note.text[locale]}</p>
          <SourceLine {...note} />
        </section>
      ))}
    </>
  )
}

export const wayQuery = ({ scheme, destination }: Way) =>
  `?skema=${scheme?.id ?? ''}&negara=${destination?.id ?? ''}`

/** Two questions, answered with GET: the address says which way is shown and can be passed on. */
export const WayForm = ({ procedure, way, action }: { procedure: Procedure; way: Way; action: string }) => {
  const { t, locale } = useLanguage()
  const form = { values: {}, errors: {} }
  const options = (list: { id: string; name: { id: string; en: string } }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name[locale] }))
  return (
    <form class="stack" action={action}>
      <Select
        form={form}
        name="negara"
        label={t('route.destination')}
        empty={t('route.open-yet')}
        options={options(procedure.destinations)}
        value={way.destination?.id ?? ''}
      />
      <Select
        form={form}
        name="skema"
        label={t('route.scheme')}
        empty={t('route.open-yet')}
        options={options(procedure.schemes)}
        value={way.scheme?.id ?? ''}
      />
      <button class="btn wide">{t('route.show')}</button>
    </form>
  )
}

const Chosen = ({ scheme, destination }: Way) => {
  const { locale } = useLanguage()
  return (
    <>
      {destination && (
        <Notice tone={destination.closed ? 'danger' : 'info'} title={destination.name[locale]}>
          <p>{destination.cooperation[locale]}</p>
          <p>{destination.visa[locale]}</p>
          <SourceLine {...destination} />
        </Notice>
      )}
      {scheme && (
        <Notice tone="info" title={scheme.name[locale]}>
          <p>{scheme.meaning[locale]}</p>
          <p>{scheme.ask[locale]}</p>
          <SourceLine {...scheme} />
        </Notice>
      )}
    </>
  )
}

const StepLine = ({ step }: { step: Step }) => {
  const { t, locale, list } = useLanguage()
  return (
    <>
      <a href={`/jalur/langkah/${step.id}`}>
        <b>{step.title[locale]}</b>
      </a>
      <p class="small quiet">{list(step.where.map(place => t(`route.place.${place}`)))}</p>
      {step.schemes.length > 0 && (
        <p>
          <Chip tone="neutral">{t('route.some-schemes')}</Chip>
        </p>
      )}
    </>
  )
}
