import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import { type AgreementVersion, stateOf } from './agreement.ts'
import { stateTone } from './state-tone.ts'

/** The newest version that the reader may see of an agreement. */
export type ListedAgreement = AgreementVersion

export const AgreementList = ({ rows }: { rows: ListedAgreement[] }) => {
  const { t } = useLanguage()
  return (
    <ul class="list">
      {rows.map(row => {
        const state = stateOf(row)
        return (
          <li>
            <a class="item" href={`/kesepakatan/${row.agreementId}`}>
              <span>
                <b>{row.title}</b>
                <span class="small quiet">
                  {t('agreement.version', { number: row.number })} ·{' '}
                  {t('agreement.standing', { signed: row.signatures.length, total: row.parties.length })}
                </span>
              </span>
              <Chip tone={stateTone[state]}>{t(`agreement.state.${state}`)}</Chip>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
