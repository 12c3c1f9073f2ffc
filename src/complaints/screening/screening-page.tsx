import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, Facts, type FormState, Notice, Panel } from '../../ui/index.ts'
import { CertaintyForm, SignForm } from './closing-forms.tsx'
import type { Screening } from './read-screening.ts'
import { hashOf, type Sheet, type Step, stepsOf, tickedOf, withoutSource } from './sheet.ts'
import { DangerLink } from './start-page.tsx'
import { weigh } from './weigh.ts'
import { WeightTable } from './weight-table.tsx'

export interface ScreeningPageProps {
  complaintId: string
  screening: Screening
  form: FormState
  mayWrite: boolean
  stored?: Sheet | undefined
}

/** A screening as a whole: what is answered, what it adds up to, what the officer thinks, and the signature. */
export const ScreeningPage = (props: ScreeningPageProps) => {
  const { t } = useLanguage()
  const { complaintId, screening, mayWrite } = props
  const { row, sheet } = screening
  const writable = mayWrite && !sheet.signature
  return (
    <>
      {writable && <DangerLink complaintId={complaintId} />}
      <Notice tone="info">{t('screening.no-verdict')}</Notice>
      {sheet.signature ? <Signed screening={screening} /> : <p class="quiet">{t('screening.unsigned')}</p>}
      <p>
        <b>{t(`screening.who-${sheet.who}`)}</b>
        {sheet.unsure && ` · ${t('screening.who-unsure')}`} ·{' '}
        {t('screening.guidance', { version: row.guidance })}
      </p>
      <Panel title={t('screening.result')}>
        <Result screening={screening} />
      </Panel>
      <Panel title={t('screening.pages')}>
        <StepList complaintId={complaintId} screening={screening} writable={writable} />
      </Panel>
      {writable && <CertaintyForm {...props} />}
      {writable && <SignForm {...props} missing={withoutSource(sheet).length} />}
      {sheet.signature && mayWrite && (
        <p>
          <ButtonLink href={`/aduan/${complaintId}/surat/screening?asesmen=${row.id}`}>
            {t('screening.to-letter')}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

const Signed = ({ screening: { row, sheet } }: { screening: Screening }) => {
  const { t, longMoment } = useLanguage()
  const { name, office, at, guidance, hash } = sheet.signature!
  const whole = hashOf(row.id, guidance, sheet) === hash
  return (
    <Panel title={t('screening.signed')}>
      <Facts
        items={[
          [t('screening.signed-by'), `${name}, ${office}`],
          [t('screening.signed-at'), longMoment(new Date(at))],
          [t('screening.guidance-used'), t('screening.guidance', { version: guidance })],
          [t('screening.fingerprint'), <code>{hash.slice(0, 16)}</code>],
        ]}
      />
      <p>
        <Chip tone={whole ? 'good' : 'danger'}>{t(whole ? 'screening.whole' : 'screening.broken')}</Chip>
      </p>
    </Panel>
  )
}

/** Side by side, and neither decides. */
const Result = ({ screening: { set, sheet } }: { screening: Screening }) => {
  const { t, locale, list } = useLanguage()
  const weighed = weigh(set, sheet.who, tickedOf(sheet))
  const level = set.levels.find(({ id }) => id === weighed.level)
  const signs = set.signs.filter(({ id }) => weighed.signs.includes(id)).map(({ label }) => label[locale])
  const unverified = !set.rule.source.verified || (sheet.who === 'child' && !set.childVariant.verified)
  return (
    <>
      <Facts
        items={[
          [t('screening.computed'), level?.label[locale] ?? t('screening.no-level')],
          [
            t('screening.own-certainty'),
            sheet.certainty ? t(`screening.certainty-${sheet.certainty}`) : t('screening.not-said'),
          ],
          [t('screening.signs'), signs.length > 0 ? list(signs) : t('screening.no-signs')],
        ]}
      />
      {sheet.note && <p class="prose">{sheet.note}</p>}
      {level && <p>{level.advice[locale]}</p>}
      {unverified && (
        <Notice tone="warn" title={t('screening.rule-unverified')}>
          <p>{set.rule.source.title}</p>
        </Notice>
      )}
      <WeightTable set={set} who={sheet.who} weighed={weighed} />
    </>
  )
}

interface StepListProps {
  complaintId: string
  screening: Screening
  writable: boolean
}

const StepList = ({ complaintId, screening, writable }: StepListProps) => {
  const { t, locale } = useLanguage()
  const { set, sheet, row } = screening
  const name = (step: Step) => {
    const label = set.dimensions.find(({ id }) => id === step.dimension)!.label[locale]
    return step.parts > 1 ? t('screening.part', { label, part: step.part, parts: step.parts }) : label
  }
  return (
    <ol class="dots">
      {stepsOf(set).map(step => {
        const seen = step.indicators.filter(({ id }) => sheet.items[id]?.ticked)
        const state = sheet.steps[step.id] ?? 'open'
        return (
          <li>
            {writable ? (
              <a href={`/aduan/${complaintId}/asesmen/${row.id}/bagian/${step.id}`}>{name(step)}</a>
            ) : (
              name(step)
            )}{' '}
            <span class="small quiet">{t(`screening.step-${state}`, { count: seen.length })}</span>
            {seen.map(({ id, text }) => (
              <Source text={text[locale]} item={sheet.items[id]!} />
            ))}
          </li>
        )
      })}
    </ol>
  )
}

const Source = ({ text, item }: { text: string; item: Sheet['items'][string] }) => {
  const { t } = useLanguage()
  const missing = !item.said || !item.when || !item.evidence
  return (
    <p class="small">
      <b>{text}</b>
      <br />
      {t('screening.source-line', {
        said: item.said || '–',
        when: item.when || '–',
        evidence: item.evidence || '–',
        otherwise: item.otherwise || '–',
      })}
      {missing && (
        <>
          {' '}
          <Chip tone="warn">{t('screening.source-open')}</Chip>
        </>
      )}
    </p>
  )
}
