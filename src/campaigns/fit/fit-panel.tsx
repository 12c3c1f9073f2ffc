import { useLanguage } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { Notice, Panel } from '../../ui/index.ts'
import type { Fit } from './look-for-misfits.ts'
import { blocks, byText, everyOffice, fitFormats, type MisfitLine } from './misfit.ts'

/** Whether the words have room on the sheets of every office, and which have not. */
export const FitPanel = ({ fit, lookAction }: { fit: Fit; lookAction: string | undefined }) => {
  const { t } = useLanguage()
  const lines = byText(fit.misfits)
  const stopping = lines.filter(blocks)
  return (
    <Panel title={t('fit.title')}>
      {!fit.known && <p class="quiet">{t('fit.not-looked')}</p>}
      {fit.known && lines.length === 0 && (
        <Notice tone="good">{t('fit.all', { offices: fit.offices, formats: fitFormats.length })}</Notice>
      )}
      {stopping.length > 0 && <Notice tone="warn">{t('fit.stops')}</Notice>}
      {lines.length > 0 && (
        <ul class="stack">
          {lines.map(line => (
            <FitLine line={line} all={fit.offices} />
          ))}
        </ul>
      )}
      {!fit.known && lookAction && (
        <form method="post" action={lookAction}>
          <button class="btn plain">{t('fit.look')}</button>
        </form>
      )}
    </Panel>
  )
}

const FitLine = ({ line, all }: { line: MisfitLine; all: number }) => {
  const { t, list, number } = useLanguage()
  const where =
    line.formats.length === 0 ? t('fit.everywhere') : list(line.formats.map(format => t(`format.${format}`)))
  const whose =
    line.offices.length >= all || line.offices.includes(everyOffice)
      ? t('fit.every-office')
      : list(line.offices)
  const why = {
    small: () => t('fit.small', { percent: Math.floor((100 * (line.needed ?? 0)) / (line.least ?? 1)) }),
    glyph: () => t('fit.no-glyph', { signs: line.signs ?? '' }),
    time: () => t('fit.over-time', { takes: number(line.needed ?? 0), seconds: number(line.least ?? 0) }),
  }[line.why]()
  return (
    <li>
      <strong>{t(roleKey(line.role))}</strong>: {why}
      <br />
      <span class="small">
        {whose} · {where}
      </span>
      <br />
      <q class="small quiet">{line.words}</q>
    </li>
  )
}

const roleKey = (role: string): MessageKey =>
  role.startsWith('slot.') ? 'fit.role.slot' : (roles[role] ?? 'fit.role.slot')

const roles: Record<string, MessageKey> = {
  headline: 'fit.role.headline',
  points: 'fit.role.points',
  callToAction: 'fit.role.call',
  office: 'fit.role.office',
  contact: 'fit.role.contact',
  link: 'fit.role.link',
  credit: 'fit.role.credit',
  scan: 'fit.role.scan',
  radio: 'fit.role.radio',
}
