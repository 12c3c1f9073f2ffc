import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, type FormState, TextInput } from '../../ui/index.ts'
import { addressOf, type Filter } from './inbox.ts'
import type { OwnView } from './own-views.ts'

/** The officer's own lists, and the one that is shown now to be kept under a name. */
export const OwnViews = ({ own, filter, form }: { own: OwnView[]; filter: Filter; form: FormState }) => {
  const { t } = useLanguage()
  const shown = addressOf({ ...filter, after: undefined })
  const known = own.find(view => addressOf({ ...view, after: undefined }) === shown)
  return (
    <>
      {own.length > 0 && (
        <nav class="row" aria-label={t('inbox.own')}>
          <span class="small quiet">{t('inbox.own')}</span>
          {own.map(view => (
            <a
              href={addressOf({ ...view, after: undefined })}
              class="small"
              aria-current={view === known ? 'page' : undefined}
            >
              {view === known ? <b>{view.name}</b> : view.name}
            </a>
          ))}
        </nav>
      )}
      {known ? <Drop view={known} /> : <Keep filter={filter} form={form} />}
    </>
  )
}

const Drop = ({ view }: { view: OwnView }) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/aduan/tampilan/lepas">
      <input type="hidden" name="name" value={view.name} />
      <Button kind="quiet">{t('inbox.own-drop', { name: view.name })}</Button>
    </form>
  )
}

const Keep = ({ filter, form }: { filter: Filter; form: FormState }) => {
  const { t } = useLanguage()
  return (
    <details open={!!form.errors.name}>
      <summary>{t('inbox.own-keep')}</summary>
      <form method="post" action="/aduan/tampilan" class="row end" novalidate>
        <input type="hidden" name="meja" value={filter.desk} />
        <input type="hidden" name="lihat" value={filter.view} />
        <input type="hidden" name="wilayah" value={filter.area} />
        <TextInput form={form} name="name" label={t('inbox.own-name')} hint={t('inbox.own-hint')} />
        <Button kind="quiet">{t('inbox.own-save')}</Button>
      </form>
    </details>
  )
}
