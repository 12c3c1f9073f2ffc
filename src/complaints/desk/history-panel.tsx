import { useLanguage } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { Panel, Steps } from '../../ui/index.ts'
import type { CaseProps } from './case-page.tsx'

const deeds = [
  'filed',
  'accept',
  'ask',
  'answer',
  'resume',
  'close',
  'withdraw',
  'contest',
  'reopen',
  'uphold',
  'merge',
  'unmerge',
  'assign',
  'note',
  'office-wrote',
  'reporter-wrote',
  'triage',
  'step-planned',
  'step-done',
  'field-check',
  'unreachable',
  'told-unresolvable',
  'trafficking-indicated',
  'clock-met',
  'route-disputed',
  'identity-opened',
  'original-opened',
  'hand-over-offered',
  'hand-over-accepted',
  'hand-over-rejected',
  'hand-over-withdrawn',
  'hand-over-expired',
  'referral-offered',
  'referral-accepted',
  'referral-rejected',
  'referral-withdrawn',
  'referral-expired',
  'request-offered',
  'request-accepted',
  'request-rejected',
  'request-withdrawn',
  'request-expired',
  'share-ended',
] as const
type DeedName = (typeof deeds)[number]

const nameOf = (deed: string): MessageKey =>
  (deeds as readonly string[]).includes(deed) ? `history.${deed as DeedName}` : 'history.other'

/** All that happened, by whom and when. */
export const HistoryPanel = ({ events, rules, offers }: CaseProps) => {
  const { t, locale, moment } = useLanguage()
  const detailOf = ({ deed, detail }: (typeof events)[number]) => {
    const { ground, step, offer, clock } = detail as Record<string, string | undefined>
    if (deed === 'close') return rules.grounds.find(({ id }) => id === ground)?.label[locale]
    if (step) return rules.steps.find(({ id }) => id === step)?.label[locale]
    if (clock) return rules.clocks.find(({ id }) => id === clock)?.label[locale]
    const found = offers.find(({ id }) => id === offer)
    return found && `${found.from} → ${found.to}`
  }
  return (
    <Panel title={t('history.title')}>
      <Steps
        items={events.map((event, place) => ({
          title: t(nameOf(event.deed)),
          detail: [
            detailOf(event),
            event.by === 'officer'
              ? [event.staff, event.office].filter(Boolean).join(', ')
              : t(`history.by-${event.by as 'reporter'}`),
            moment(event.at),
          ]
            .filter(Boolean)
            .join(' · '),
          state: place === events.length - 1 ? 'now' : 'done',
        }))}
      />
    </Panel>
  )
}
