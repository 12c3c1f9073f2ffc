import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Table, type Tone } from '../../ui/index.ts'
import type { Change } from './compare.ts'
import { pathName, plain } from './names.ts'

const tones: Record<Change['kind'], Tone> = { added: 'good', removed: 'danger', changed: 'info' }

/** Old and new words side by side, place by place. */
export const ChangeList = ({
  changes,
  before,
  after,
}: {
  changes: Change[]
  before: string
  after: string
}) => {
  const language = useLanguage()
  const { t } = language
  return (
    <Table
      caption={t('guidance.changes')}
      columns={[
        { title: t('guidance.place'), cell: ({ path }) => pathName(language, path) || t('guidance.whole') },
        {
          title: t('guidance.kind-of-change'),
          cell: ({ kind }) => <Chip tone={tones[kind]}>{t(`guidance.change.${kind}`)}</Chip>,
        },
        { title: before, cell: change => <Words of={change.before} /> },
        { title: after, cell: change => <Words of={change.after} /> },
      ]}
      rows={changes}
    />
  )
}

const Words = ({ of }: { of: Change['before'] }) => {
  const language = useLanguage()
  return <span class="pre">{plain(language, of) || '–'}</span>
}
