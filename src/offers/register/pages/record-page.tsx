import { useLanguage } from '../../../platform/i18n/language.tsx'
import { Chip, Deed, Facts, Notice, Panel, Stat } from '../../../ui/index.ts'
import { differenceKinds } from '../import/compare.ts'
import type { Import } from '../import/queries.ts'
import { ImportSteps } from './import-steps.tsx'
import { importTone } from './upload-page.tsx'

interface RecordProps {
  record: Import
  people: Map<string, { name: string; office: string }>
  mayUndo: boolean
}

/** The record of an import: whose list, of which day, by whom, what it did; and the way back. */
export const RecordPage = ({ record, people, mayUndo }: RecordProps) => {
  const { t, number, shortDay, moment } = useLanguage()
  const by = (id: string | null, at: Date | null) => {
    const person = id ? people.get(id) : undefined
    return t('register.by-at', {
      who: person?.name ?? '',
      office: person?.office ?? '',
      when: at ? moment(at) : '',
    })
  }
  return (
    <>
      {record.state === 'done' && <ImportSteps now="done" />}
      <div class="stats">
        {differenceKinds.map(kind => (
          <Stat figure={number(record.counts[kind] ?? 0)} label={t(`register.difference.${kind}`)} />
        ))}
        <Stat figure={number(record.counts['left-out'] ?? 0)} label={t('register.left-out')} />
      </div>
      <Facts
        items={[
          [
            t('register.import-state'),
            <Chip tone={importTone[record.state]}>{t(`register.import-state.${record.state}`)}</Chip>,
          ],
          [t('register.list-day'), shortDay(record.asOf)],
          [t('register.source'), record.source],
          [t('register.file'), record.fileName],
          [t('register.taken-in'), by(record.madeBy, record.madeAt)],
          ...(record.doneBy ? [row(t('register.carried-out'), by(record.doneBy, record.doneAt))] : []),
          ...(record.undoneBy ? [row(t('register.undone'), by(record.undoneBy, record.undoneAt))] : []),
        ]}
      />
      {record.state === 'done' && (
        <Panel title={t('register.undo')}>
          <p>{t(mayUndo ? 'register.undo-text' : 'register.newest-first')}</p>
          {mayUndo && (
            <Deed action={`/perekrut/impor/${record.id}/batalkan`} label={t('register.undo')} kind="bad" />
          )}
        </Panel>
      )}
      {record.state === 'undone' && <Notice tone="info" title={t('register.undone-text')} />}
    </>
  )
}

const row = (label: string, value: string): [string, string] => [label, value]
