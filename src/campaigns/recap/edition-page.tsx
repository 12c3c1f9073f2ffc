import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Facts, Panel, Stat, Table } from '../../ui/index.ts'
import { threeFigures } from './figures.ts'
import type { Edition } from './queries.ts'
import type { Recap } from './recap.ts'

interface Props {
  edition: Edition
  recap: Recap
  letters: { all: number; sent: number }
  /** Whether what is kept still has the fingerprint that it was kept with. */
  intact: boolean
}

/** A kept edition, as it was frozen: nothing on this page is counted anew. */
export const EditionPage = ({ edition, recap, letters, intact }: Props) => {
  const { t, number } = useLanguage()
  return (
    <>
      <p class="lead">{recap.sentence}</p>
      <div class="stats">
        {threeFigures(recap, t, number).map(({ figure, label }) => (
          <Stat figure={figure} label={label} />
        ))}
        {recap.excused > 0 && <Stat figure={number(recap.excused)} label={t('schedule.excused-label')} />}
      </div>
      <p class="small quiet num">
        {t('recap.as-of')} {recap.asOf}
      </p>
      <Table
        caption={t('recap.offices')}
        rows={recap.offices}
        columns={[
          { title: t('office.one'), cell: office => office.name },
          {
            title: t('recap.accepted'),
            cell: office => `${number(office.accepted)}/${number(office.duties)}`,
            figure: true,
          },
          { title: t('recap.excused'), cell: office => number(office.excused), figure: true },
          { title: t('coverage.visits'), cell: office => number(office.visits), figure: true },
          { title: t('recap.standing'), cell: office => office.standing },
        ]}
      />
      <Panel title={t('recap.frozen')}>
        <Facts
          items={[
            [t('recap.number'), <span class="num">{recap.letterNumber}</span>],
            [t('recap.span'), recap.span],
            [t('recap.as-of'), recap.asOf],
            [
              t('recap.fingerprint'),
              <>
                <code>{edition.hash.slice(0, 16)}</code>{' '}
                <Chip tone={intact ? 'good' : 'danger'}>{t(intact ? 'recap.intact' : 'recap.altered')}</Chip>
              </>,
            ],
            [t('recap.made-by'), t(edition.madeBy ? 'recap.by-person' : 'recap.by-calendar')],
            ...(letters.all > 0 ? [[t('recap.sent'), t('recap.sent-to', letters)] as [string, string]] : []),
          ]}
        />
      </Panel>
    </>
  )
}
