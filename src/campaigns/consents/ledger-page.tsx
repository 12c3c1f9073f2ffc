import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, ErrorSummary, type FormState, Notice, Panel } from '../../ui/index.ts'
import { isOpen, type Version } from '../materials/material.ts'
import { type Consent, picturedAnswers } from './consent.ts'
import { ConsentEntry } from './consent-entry-view.tsx'
import { ConsentFields } from './consent-fields-form.tsx'

export interface LedgerProps {
  materialId: number
  version: Version
  consents: Consent[]
  /** Those that this version rests on. */
  resting: number[]
  mayKeep: boolean
  form: FormState
  formId: string
  today: Temporal.PlainDate
}

/** Who and whose work is in a picture, by what right, and how to take that right back. */
export const LedgerPage = (props: LedgerProps) => {
  const { materialId, version, consents, resting, mayKeep, form, formId, today } = props
  const { t } = useLanguage()
  const adding =
    consents.length === 0 ||
    ['kind', 'who', 'guardian', 'validUntil', 'proof'].some(name => form.errors[name])
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p class="lead">{t('consent.lead')}</p>
      {mayKeep && isOpen(version.state) ? <Declaration {...props} /> : <Said {...props} />}
      {consents.length > 0 && (
        <Panel title={t('consent.ledger')}>
          <ul class="list">
            {consents.map(consent => (
              <li>
                <ConsentEntry consent={consent} today={today} mayKeep={mayKeep}>
                  {resting.includes(consent.id) && t('consent.in-version', { number: version.number })}
                </ConsentEntry>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {mayKeep && (
        <details class="panel" open={adding}>
          <summary>{t('consent.add')}</summary>
          <form
            method="post"
            action={`/materi/${materialId}/izin`}
            enctype="multipart/form-data"
            class="stack loose"
            novalidate
            data-once
          >
            <input type="hidden" name="form" value={formId} />
            <input type="hidden" name="versi" value={version.id} />
            <ConsentFields form={form} />
            <div class="actions">
              <button class="btn">{t('consent.save')}</button>
            </div>
          </form>
        </details>
      )}
    </>
  )
}

const Declaration = ({ materialId, version, consents, resting, form }: LedgerProps) => {
  const { t } = useLanguage()
  const live = consents.filter(({ endedAt }) => endedAt === null)
  return (
    <Panel title={t('consent.say', { number: version.number })}>
      <form method="post" action={`/materi/${materialId}/izin/pernyataan`} class="stack" novalidate data-once>
        <input type="hidden" name="versi" value={version.id} />
        <Choices
          form={form}
          name="pictured"
          label={t('consent.pictured')}
          kind="radio"
          value={version.pictured ?? ''}
          options={picturedAnswers.map(value => ({
            value,
            label: t(`consent.pictured.${value}`),
            hint: t(`consent.pictured.${value}-hint`),
          }))}
        />
        {live.length > 0 && (
          <Choices
            form={form}
            name="consents"
            label={t('consent.which')}
            kind="checkbox"
            value={resting.map(String)}
            options={live.map(({ id, kind, who }) => ({
              value: String(id),
              label: who,
              hint: t(`consent.kind.${kind}`),
            }))}
          />
        )}
        <div class="actions">
          <button class="btn">{t('consent.say-save')}</button>
        </div>
      </form>
    </Panel>
  )
}

const Said = ({ version, resting }: LedgerProps) => {
  const { t } = useLanguage()
  return (
    <Notice tone="info" title={t('consent.sealed', { number: version.number })}>
      {version.pictured === 'none' && resting.length === 0
        ? t('consent.pictured.none')
        : t('consent.rests-on', { count: resting.length })}
    </Notice>
  )
}
