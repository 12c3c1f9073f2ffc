import { useLanguage } from '../../platform/i18n/language.tsx'
import { Deed, Facts, Panel } from '../../ui/index.ts'
import type { Channel, ReporterRole, Stage } from '../complaint.ts'
import type { CaseProps } from './case-page.tsx'
import { outsideNumbers } from './triage.ts'

/** What stands in the clear: what routing and figures need, nobody's words. */
export const KnownPanel = ({ complaint, rules, standing, mayWork }: CaseProps) => {
  const { t, locale, shortDay, country, list } = useLanguage()
  const label = (code: string) => rules.problems.find(({ id }) => id === code)?.label[locale] ?? code
  const outside = complaint.outsideNumbers as Record<string, string>
  const shown: [string, string][] = [
    [t('triage.problems'), list(complaint.problems.map(label)) || '–'],
    [t('triage.procedural'), t(`triage.procedural-${complaint.procedural as 'yes'}`)],
    [t('triage.stage'), t(`case.stage-${complaint.stage as Stage}`)],
    [t('triage.origin'), complaint.origin ?? t('inbox.origin-unknown')],
    [t('triage.destination'), complaint.destination ? country(complaint.destination) : '–'],
    [t('triage.departs'), complaint.departsOn ? shortDay(complaint.departsOn) : '–'],
    [t('case.told-by'), t(`report.role-${complaint.reporterRole as ReporterRole}`)],
    [t('intake.channel'), t(`case.channel-${complaint.channel as Channel}`)],
    ...outsideNumbers.flatMap((name): [string, string][] =>
      outside[name] ? [[t(`triage.${name}`), outside[name]]] : [],
    ),
  ]
  return (
    <Panel
      title={t('case.known')}
      actions={
        standing === 'own' && mayWork && <a href={`/aduan/${complaint.id}/triase`}>{t('triage.title')}</a>
      }
    >
      <Facts items={shown} />
      <Route complaint={complaint} rules={rules} mayWork={mayWork && standing !== 'offered'} />
    </Panel>
  )
}

const Route = ({ complaint, rules, mayWork }: Pick<CaseProps, 'complaint' | 'rules' | 'mayWork'>) => {
  const { t, locale } = useLanguage()
  const rule = rules.routing.find(({ id }) => id === complaint.routedBy)
  if (!rule) return null
  const why = rule.why[locale].replace('{district}', complaint.origin ?? t('case.this-district'))
  return (
    <div class="stack tight">
      <p class="small quiet">{t('case.routed', { why })}</p>
      {mayWork && (
        <Deed action={`/aduan/${complaint.id}/rute-keliru`} label={t('case.wrong-route')} kind="plain" />
      )}
    </div>
  )
}
