import { useLanguage } from '../../platform/i18n/language.tsx'
import { Deed, TextArea } from '../../ui/index.ts'
import type { VersionMove } from './material.ts'
import type { MaterialProps } from './material-page.tsx'

/** What may be done with a version as it stands; sending off waits until something is said of its picture. */
export const Moves = ({ version, moves, form, material, ready, mayEnd }: MaterialProps) => {
  const { t } = useLanguage()
  const action = (move: VersionMove) => `/materi/${material.id}/versi/${version.id}/${move}`
  return (
    <div class="stack">
      {ready && moves.includes('submit') && (
        <Deed action={action('submit')} label={t('material.move.submit')} />
      )}
      {ready && moves.includes('approve') && (
        <Deed action={action('approve')} label={t('material.move.approve')} />
      )}
      {moves.includes('return') && (
        <details open={form.errors.note !== undefined}>
          <summary>{t('material.move.return')}</summary>
          <form method="post" action={action('return')} class="stack" novalidate data-once>
            <TextArea form={form} name="note" label={t('material.return-note')} />
            <button class="btn plain">{t('material.move.return')}</button>
          </form>
        </details>
      )}
      {mayEnd && (
        <details>
          <summary>{t('material.end')}</summary>
          <p class="small">{t('material.end-means')}</p>
          <Deed
            action={`/materi/${material.id}/versi/${version.id}/akhiri`}
            label={t('material.end-do')}
            kind="plain"
          />
        </details>
      )}
    </div>
  )
}
