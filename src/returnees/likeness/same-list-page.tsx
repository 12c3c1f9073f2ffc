import { useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState } from '../../ui/index.ts'
import { returneeNumber } from '../words.ts'
import type { unjudgedReturnees } from './queries.ts'

/** Records beside which another stands that may be the same person. */
export const SameListPage = ({ rows }: { rows: Awaited<ReturnType<typeof unjudgedReturnees>> }) => {
  const { t, shortDay } = useLanguage()
  if (rows.length === 0)
    return <EmptyState title={t('returnees.same-none')} text={t('returnees.same-none-text')} />
  return (
    <>
      <p>{t('returnees.same-lead')}</p>
      <ul class="list">
        {rows.map(row => (
          <li>
            <a class="item" href={`/purna/${row.id}`}>
              <span>
                <b class="num">{returneeNumber(row)}</b> {t('returnees.likes', { count: row.likes })}
                <br />
                <span class="small quiet">
                  {row.origin ?? t('inbox.origin-unknown')} ·{' '}
                  {shortDay(row.registeredAt.toISOString().slice(0, 10))}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
