import { useLanguage } from '../../platform/i18n/language.tsx'
import { Checkbox, ErrorSummary, Facts, Fieldset, type FormState, Panel } from '../../ui/index.ts'
import type { Consent, Need, ReturneeState } from '../returnee.ts'
import { PersonFields, PlaceFields, WorkFields } from './fields.tsx'
import { OwnInvitations } from './own-invitations.tsx'
import type { OwnRecord } from './register-self.ts'
import { ConsentField, WishFields } from './wish-fields.tsx'

interface FormProps {
  form: FormState
  formId: string
  districts: { code: string; name: string }[]
  /** Why it did not arrive; what was typed is all there. */
  failed?: string | undefined
}

/** Registers oneself: only the name, the place and a yes are needed. */
export const SelfPage = ({ form, formId, districts, failed }: FormProps) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('returnees.self-title')}</h1>
      <p>{t('returnees.self-lead')}</p>
      <ul class="points">
        <li>{t('returnees.promise-sealed')}</li>
        <li>{t('returnees.promise-free')}</li>
        <li>{t('returnees.promise-out')}</li>
      </ul>
      {failed && (
        <p class="summary" role="alert">
          {failed}
        </p>
      )}
      <form method="post" action="/purna/daftar" class="stack loose" novalidate>
        <ErrorSummary form={form} title={t('form.summary')} />
        <input type="hidden" name="form" value={formId} />
        <Fieldset legend={t('returnees.who')}>
          <PersonFields form={form} />
          <PlaceFields form={form} districts={districts} />
        </Fieldset>
        <Fieldset legend={t('returnees.wish-title')}>
          <WishFields form={form} />
        </Fieldset>
        <Fieldset legend={t('returnees.work')}>
          <WorkFields form={form} />
        </Fieldset>
        <ConsentField form={form} />
        <div class="actions form-end">
          <button class="btn wide">{t('returnees.self-send')}</button>
        </div>
      </form>
      <p>
        <a href="/purna/nomor">{t('returnees.have-number')}</a>
      </p>
      <p>
        <a href="/purna/kabar">{t('aftercare.own-title')}</a>
      </p>
    </>
  )
}

interface OwnProps extends OwnRecord {
  digits: string
  form: FormState
  done?: string | undefined
}

/** Where one's registration stands, and how to change it or take it back. */
export const OwnPage = (props: OwnProps) => {
  const { t, list } = useLanguage()
  const { returnee, done, form, mustChange, digits } = props
  const state = returnee.state as ReturneeState
  return (
    <>
      <h1>{t('returnees.own-title')}</h1>
      {done && (
        <p class="notice good" role="status">
          {done}
        </p>
      )}
      <ErrorSummary form={form} title={t('form.summary')} />
      {mustChange && state !== 'withdrawn' && (
        <form method="post" action="/purna/nomor/ganti" class="panel stack">
          <h2>{t('status.change')}</h2>
          <p>{t('status.change-text')}</p>
          <input type="hidden" name="number" value={digits} />
          <div class="actions">
            <button class="btn">{t('status.change-do')}</button>
          </div>
        </form>
      )}
      <Panel title={t(`returnees.own-${state}`)}>
        <p>{t(`returnees.own-next-${state}`, { office: returnee.owner })}</p>
        {state !== 'withdrawn' && (
          <Facts
            items={[
              [t('returnees.district'), returnee.district ?? t('returnees.unknown')],
              [t('returnees.needs'), list(returnee.needs.map(code => t(`returnees.need-${code as Need}`)))],
              [
                t('returnees.consents'),
                list(returnee.consents.map(code => t(`returnees.consent-${code as Consent}`))),
              ],
            ]}
          />
        )}
      </Panel>
      {state === 'active' && (
        <>
          <OwnInvitations invitations={props.invitations} digits={digits} />
          <Change {...props} />
          <Withdraw {...props} />
        </>
      )}
    </>
  )
}

const Change = ({ digits, form, returnee, words }: OwnProps) => {
  const { t } = useLanguage()
  const { needs, skills, wishes, consents } = returnee
  const typed = Object.keys(form.values).length > 0 ? form.values : { needs, skills, wishes, consents, words }
  const filled = { ...form, values: typed }
  return (
    <details open={Object.keys(form.errors).length > 0}>
      <summary>{t('returnees.change')}</summary>
      <form method="post" action="/purna/nomor/minat" class="stack loose" novalidate>
        <input type="hidden" name="number" value={digits} />
        <WishFields form={filled} />
        <ConsentField form={filled} />
        <div class="actions">
          <button class="btn">{t('returnees.change-do')}</button>
        </div>
      </form>
    </details>
  )
}

const Withdraw = ({ digits, form }: OwnProps) => {
  const { t } = useLanguage()
  return (
    <details open={Boolean(form.errors.sure)}>
      <summary>{t('returnees.withdraw')}</summary>
      <form method="post" action="/purna/nomor/cabut" class="stack tight" novalidate>
        <p>{t('returnees.withdraw-text')}</p>
        <input type="hidden" name="number" value={digits} />
        <Checkbox form={form} name="sure" label={t('returnees.withdraw-sure')} />
        <div class="actions">
          <button class="btn plain danger">{t('returnees.withdraw-do')}</button>
        </div>
      </form>
    </details>
  )
}
