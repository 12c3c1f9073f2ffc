import { useLanguage } from '../platform/i18n/language.tsx'
import {
  Chip,
  Choices,
  Deed,
  EmptyState,
  ErrorSummary,
  type FormState,
  Notice,
  Panel,
  Select,
  Table,
  TextInput,
} from '../ui/index.ts'
import { type Role, roles } from './permissions.ts'

interface Person {
  id: string
  name: string
  email: string
  roles: string[]
  active: boolean
  office: string
}

interface PeopleProps {
  people: Person[]
  invited: { name: string; email: string; roles: string[]; expires_at: Date; office: string }[]
  self: string
  mayManage: boolean
  mayRestore: boolean
  said: string | undefined
}

export const PeoplePage = ({ people, invited, self, mayManage, mayRestore, said }: PeopleProps) => {
  const { t, list, moment } = useLanguage()
  const roleWords = (codes: string[]) => list(codes.map(code => t(`role.${code as Role}`)))
  return (
    <>
      {said && <Notice tone="good">{said}</Notice>}
      <Table
        caption={t('staff.title')}
        rows={people}
        columns={[
          { title: t('staff.name'), cell: row => row.name },
          { title: t('office.one'), cell: row => row.office },
          { title: t('staff.roles'), cell: row => roleWords(row.roles) },
          { title: t('sign-in.email'), cell: row => row.email },
          {
            title: t('staff.state'),
            cell: row => (
              <Chip tone={row.active ? 'good' : 'neutral'}>
                {t(row.active ? 'staff.active' : 'staff.inactive')}
              </Chip>
            ),
          },
          {
            title: t('staff.deed'),
            cell: row =>
              row.id === self ? null : (
                <PersonDeeds row={row} mayManage={mayManage} mayRestore={mayRestore && row.active} />
              ),
          },
        ]}
      />
      <Panel title={t('staff.invited')}>
        {invited.length === 0 ? (
          <p class="quiet">{t('staff.nobody-invited')}</p>
        ) : (
          <ul class="stack tight">
            {invited.map(row => (
              <li>
                <b>{row.name}</b> · {row.email} · {row.office} ·{' '}
                {t('staff.invited-until', { until: moment(row.expires_at) })}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}

const PersonDeeds = ({
  row,
  mayManage,
  mayRestore,
}: {
  row: Person
  mayManage: boolean
  mayRestore: boolean
}) => {
  const { t } = useLanguage()
  return (
    <>
      {mayManage && (
        <Deed
          action={`/petugas/${row.id}/${row.active ? 'nonaktifkan' : 'aktifkan'}`}
          label={t(row.active ? 'staff.deactivate' : 'staff.activate')}
          kind="plain"
        />
      )}
      {mayRestore && <Deed action={`/petugas/${row.id}/pulihkan`} label={t('restore.ask')} kind="plain" />}
    </>
  )
}

export const InvitePage = ({
  form,
  offices,
}: {
  form: FormState
  offices: { id: number; name: string }[]
}) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/petugas/undang" class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <TextInput form={form} name="name" label={t('staff.name')} />
      <TextInput form={form} name="email" label={t('sign-in.email')} type="email" />
      <Select
        form={form}
        name="office"
        label={t('office.one')}
        options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Choices
        form={form}
        name="roles"
        label={t('staff.roles')}
        kind="checkbox"
        options={roles.map(role => ({ value: role, label: t(`role.${role}`), hint: t(`role.${role}-hint`) }))}
      />
      <button class="btn">{t('staff.send-invitation')}</button>
    </form>
  )
}

interface AuditRow {
  id: number
  at: Date
  verb: string
  subject: string
  name: string | null
  office: string | null
}

export const AuditPage = ({ rows, older }: { rows: AuditRow[]; older: string | undefined }) => {
  const { t, moment } = useLanguage()
  if (rows.length === 0) return <EmptyState title={t('audit.empty')} text={t('audit.empty-text')} />
  return (
    <>
      <Table
        caption={t('audit.title')}
        rows={rows}
        columns={[
          { title: t('audit.when'), cell: row => moment(row.at) },
          {
            title: t('audit.who'),
            cell: row => [row.name, row.office].filter(Boolean).join(', ') || t('audit.house'),
          },
          { title: t('audit.verb'), cell: row => <code>{row.verb}</code> },
          { title: t('audit.subject'), cell: row => row.subject },
        ]}
      />
      {older && <a href={older}>{t('audit.older')}</a>}
    </>
  )
}
