import { dayOf } from '../../platform/clock/clock.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Panel, Table } from '../../ui/index.ts'
import { isLetterKind, letterKinds } from './letter.ts'
import { numberOf } from './number.ts'
import type { LetterRow } from './queries.ts'

interface PanelProps {
  complaintId: string
  letters: LetterRow[]
  mayWrite: boolean
}

/** The letters of a case, each version; their content is sealed with the case. */
export const LetterPanel = ({ complaintId, letters, mayWrite }: PanelProps) => {
  const { t, moment } = useLanguage()
  const base = `/aduan/${complaintId}/surat`
  return (
    <Panel title={t('letters.title')}>
      {letters.length === 0 ? (
        <p class="quiet">{t('letters.none')}</p>
      ) : (
        <Table
          caption={t('letters.title')}
          rows={letters}
          columns={[
            { title: t('letters.number'), cell: row => shownNumber(row, letters) },
            {
              title: t('letters.title'),
              cell: row => (isLetterKind(row.kind) ? t(`letters.kind.${row.kind}`) : row.kind),
            },
            { title: t('letters.made'), cell: row => `${moment(row.madeAt)}, ${row.madeBy ?? '–'}` },
            {
              title: t('letters.download'),
              cell: row => (
                <span>
                  <a href={`${base}/berkas/${row.id}`}>{t('letters.download')}</a>
                  {mayWrite && isLast(row, letters) && (
                    <span>
                      {' · '}
                      <a href={`${base}/${row.kind}?perbaiki=${row.id}`}>{t('letters.again')}</a>
                    </span>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      <p class="small quiet">{t('letters.sealed')}</p>
      {mayWrite && (
        <>
          <h3>{t('letters.new')}</h3>
          <div class="actions">
            {letterKinds.map(kind => (
              <ButtonLink
                kind="quiet"
                href={kind === 'screening' ? `/aduan/${complaintId}/asesmen` : `${base}/${kind}`}
              >
                {t(`letters.kind.${kind}`)}
              </ButtonLink>
            ))}
          </div>
        </>
      )}
    </Panel>
  )
}

/** The month is that of the first version. */
const shownNumber = ({ kind, office, entryId, serial, version, zone }: LetterRow, letters: LetterRow[]) => {
  const first = letters.findLast(other => other.entryId === entryId)!
  const day = dayOf(new Date(first.madeAt), zone)
  return isLetterKind(kind) ? numberOf(kind, office, day, serial, version) : String(serial)
}

const isLast = ({ entryId, version }: LetterRow, letters: LetterRow[]) =>
  !letters.some(other => other.entryId === entryId && other.version > version)
