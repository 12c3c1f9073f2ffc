import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, ErrorSummary, type FormState, Notice } from '../../ui/index.ts'
import type { Identity } from '../contents.ts'
import { CustodyPanel } from '../custody/custody-panel.tsx'
import { blockedBy } from './blocked.ts'
import { ClocksPanel } from './clocks-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import { KnownPanel } from './known-panel.tsx'
import type { CaseShown } from './read-case.ts'
import { StepsPanel } from './steps-panel.tsx'
import { FilesPanel, MessagesPanel, NotesPanel, StoryPanel } from './talk-panel.tsx'
import { stateTone, urgencyOf } from './words.ts'

/** What another part of the room adds to the page of a case, such as screening, letters or likenesses. */
export interface CasePanel {
  /** Beside the case, or under what was said. */
  place: 'beside' | 'below'
  view: ComponentChildren
}

export interface CaseProps extends CaseShown {
  form: FormState
  formId: string
  actor: { staffId: string; officeId: number }
  mayWork: boolean
  mayJudge: boolean
  now: Temporal.Instant
  identity: Identity | undefined
  panels: CasePanel[]
  done: string | undefined
}

export const CasePage = (props: CaseProps) => {
  const { t } = useLanguage()
  const { form, isOpen, standing, panels, done } = props
  const placed = (place: CasePanel['place']) =>
    panels.filter(panel => panel.place === place).map(({ view }) => view)
  return (
    <>
      {done && <Notice tone="good" title={done} />}
      <ErrorSummary form={form} title={t('form.summary')} />
      {form.errors.form && <Notice tone="danger" title={form.errors.form} />}
      <Chips {...props} />
      <div class="beside">
        <div class="stack loose">
          {isOpen ? (
            <>
              <StoryPanel {...props} />
              <MessagesPanel {...props} />
              <FilesPanel {...props} />
              <NotesPanel {...props} />
            </>
          ) : (
            <Sealed standing={standing} />
          )}
          {placed('below')}
          <HistoryPanel {...props} />
        </div>
        <aside class="stack loose">
          <CustodyPanel {...props} />
          <KnownPanel {...props} />
          <ClocksPanel {...props} />
          {isOpen && <IdentityPanel {...props} />}
          {standing === 'own' && <StepsPanel {...props} />}
          {placed('beside')}
        </aside>
      </div>
    </>
  )
}

const Chips = ({ complaint, offers, clocks, actor, now }: CaseProps) => {
  const language = useLanguage()
  const { t } = language
  const urgent = urgencyOf(complaint, now, language)
  const offer = offers.find(({ state }) => state === 'open')
  const due = clocks.flatMap(({ dueAt, stoppedAt }) => (dueAt && !stoppedAt ? [dueAt] : []))
  const blocked = blockedBy(
    {
      ...complaint,
      ownerId: complaint.ownerOfficeId,
      dueAt: due.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
      offer: offer ? { ...offer, answerBy: offer.answerBy.toISOString() } : null,
    },
    actor.officeId,
    new Date(now.epochMilliseconds),
    language,
  )
  return (
    <p class="row">
      {urgent && <Chip tone={urgent.tone}>{urgent.text}</Chip>}
      <Chip tone={blocked.tone}>{blocked.text}</Chip>
      <Chip tone={stateTone[complaint.state as 'received']}>
        {t(`case.state-${complaint.state as 'received'}`)}
      </Chip>
    </p>
  )
}

const Sealed = ({ standing }: Pick<CaseShown, 'standing'>) => {
  const { t } = useLanguage()
  return (
    <section class="panel stack">
      <h2>{t('case.sealed')}</h2>
      <p>{t(standing === 'offered' ? 'case.sealed-offered' : 'case.sealed-no-key')}</p>
      {standing !== 'offered' && (
        <p>
          <a href="/kunci">{t('nav.keys')}</a>
        </p>
      )}
    </section>
  )
}
