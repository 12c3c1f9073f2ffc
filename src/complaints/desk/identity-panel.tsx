import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Facts, Panel, TextInput } from '../../ui/index.ts'
import type { Identity } from '../contents.ts'
import type { CaseProps } from './case-page.tsx'

/** Who it is about: opened with a motive, and everybody on the case sees who opened it and why. */
export const IdentityPanel = ({ identities, identity, openings, complaint, form, mayWork }: CaseProps) => {
  const { t, moment } = useLanguage()
  const [sealed] = identities
  return (
    <Panel title={t('case.identity')}>
      {identity ? <Opened identity={identity} /> : !sealed && <p class="quiet">{t('case.no-identity')}</p>}
      {sealed && !identity && mayWork && (
        <form method="post" action={`/aduan/${complaint.id}/identitas`} class="stack tight" novalidate>
          <input type="hidden" name="entry" value={sealed.id} />
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
      {sealed && !identity && !mayWork && <p class="quiet">{t('case.identity-sealed')}</p>}
      {openings.length > 0 && (
        <details>
          <summary>{t('case.openings', { count: openings.length })}</summary>
          <ul class="points small">
            {openings.map(({ name, office, motive, at }) => (
              <li>
                {name ?? office}: {motive} <span class="quiet num">{moment(at)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

const Opened = ({ identity }: { identity: Identity }) => {
  const { t } = useLanguage()
  const items = (Object.keys(identity) as (keyof Identity)[]).flatMap(field =>
    identity[field] ? [[t(`identity.${field}`), identity[field]] as [string, string]] : [],
  )
  return <Facts items={items} />
}
