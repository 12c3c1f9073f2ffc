import { useLanguage } from '../platform/i18n/language.tsx'
import {
  Chip,
  Choices,
  Deed,
  ErrorSummary,
  Facts,
  FileInput,
  type FormState,
  Panel,
  Select,
  Table,
  TextInput,
} from '../ui/index.ts'
import { type Contact, contactKinds, type Office } from './office.ts'

export const OfficesPage = ({
  offices,
  contacts,
}: {
  offices: Office[]
  contacts: (Contact & { officeId: number })[]
}) => {
  const { t } = useLanguage()
  const printable = (id: number) => contacts.some(contact => contact.officeId === id && contact.verifiedOn)
  return (
    <Table
      caption={t('office.title')}
      rows={offices}
      columns={[
        { title: t('office.name'), cell: office => <a href={`/kantor/${office.id}`}>{office.name}</a> },
        { title: t('office.kind'), cell: office => t(`office.kind.${office.kind}`) },
        {
          title: t('office.contact'),
          cell: ({ id }) => (
            <Chip tone={printable(id) ? 'good' : 'warn'}>
              {t(printable(id) ? 'office.contact-verified' : 'office.contact-missing')}
            </Chip>
          ),
        },
        {
          title: t('office.logo'),
          cell: ({ logoKey }) => (
            <Chip tone={logoKey ? 'good' : 'neutral'}>
              {t(logoKey ? 'office.logo-there' : 'office.logo-missing')}
            </Chip>
          ),
        },
      ]}
    />
  )
}

interface OfficeProps {
  office: Office
  contacts: Contact[]
  regions: { code: string; name: string }[]
  mayEdit: boolean
  form: FormState
  today: string
}

export const OfficePage = ({ office, contacts, regions, mayEdit, form, today }: OfficeProps) => {
  const { t, shortDay } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <Panel>
        {office.logoKey && (
          <img
            src={`/kantor/${office.id}/logo`}
            alt={t('office.logo-of', { office: office.name })}
            height="72"
          />
        )}
        <Facts
          items={[
            [t('office.name'), office.name],
            [t('office.short-name'), office.shortName],
            [t('office.kind'), t(`office.kind.${office.kind}`)],
            [
              t('office.serves'),
              regions.map(({ code, name }) => `${name} (${code})`).join(', ') || t('office.serves-nation'),
            ],
            [t('office.time-zone'), office.timeZone],
          ]}
        />
      </Panel>
      <section class="stack">
        <h2>{t('office.contacts')}</h2>
        {contacts.length === 0 && <p class="quiet">{t('office.no-contacts')}</p>}
        <ul class="stack tight">
          {contacts.map(contact => (
            <li class="panel row apart">
              <span>
                <b>{t(`contact.${contact.kind}`)}:</b> {contact.value}
                <br />
                <span class="small quiet">
                  {contact.verifiedOn
                    ? t('office.verified', {
                        day: shortDay(contact.verifiedOn),
                        source: contact.source ?? '',
                      })
                    : t('office.unverified')}
                </span>
              </span>
              {mayEdit && (
                <Deed
                  action={`/kantor/${office.id}/kontak/${contact.id}/hapus`}
                  label={t('office.remove-contact')}
                  kind="plain"
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {mayEdit && <EditOffice office={office} form={form} today={today} />}
    </>
  )
}

const EditOffice = ({ office, form, today }: { office: Office; form: FormState; today: string }) => {
  const { t } = useLanguage()
  return (
    <>
      <Panel title={t('office.add-contact')}>
        <form method="post" action={`/kantor/${office.id}/kontak`} class="stack" novalidate data-once>
          <Select
            form={form}
            name="kind"
            label={t('contact.kind')}
            options={contactKinds.map(kind => ({ value: kind, label: t(`contact.${kind}`) }))}
          />
          <TextInput form={form} name="value" label={t('contact.value')} maxlength={200} />
          <TextInput
            form={form}
            name="source"
            label={t('contact.source')}
            hint={t('contact.source-hint')}
            maxlength={200}
          />
          <Choices
            form={form}
            name="verified"
            label={t('contact.verified')}
            kind="checkbox"
            options={[{ value: 'yes', label: t('contact.verified-today', { day: today }) }]}
          />
          <button class="btn">{t('office.add-contact')}</button>
        </form>
      </Panel>
      <Panel title={t('office.change-logo')}>
        <form
          method="post"
          action={`/kantor/${office.id}/logo`}
          enctype="multipart/form-data"
          class="stack"
          novalidate
          data-once
        >
          <FileInput
            form={form}
            name="logo"
            label={t('office.logo')}
            hint={t('office.logo-hint')}
            accept="image/svg+xml,image/png,image/jpeg,image/webp"
          />
          <button class="btn plain">{t('office.send-logo')}</button>
        </form>
      </Panel>
      <Panel title={t('office.rename')}>
        <form method="post" action={`/kantor/${office.id}`} class="stack" novalidate data-once>
          <TextInput form={form} name="name" label={t('office.name')} value={office.name} maxlength={120} />
          <TextInput
            form={form}
            name="shortName"
            label={t('office.short-name')}
            value={office.shortName}
            maxlength={40}
          />
          <button class="btn plain">{t('form.save')}</button>
        </form>
      </Panel>
    </>
  )
}
