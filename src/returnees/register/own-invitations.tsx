import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Panel } from '../../ui/index.ts'
import type { OwnInvitation } from '../programmes/invitation-queries.ts'
import { canMove, invitationTone } from '../programmes/programme.ts'

interface Props {
  invitations: OwnInvitation[]
  digits: string
}

/** What one is invited to, with a yes and a no; both can be taken back until it begins. */
export const OwnInvitations = ({ invitations, digits }: Props) => {
  const { t, shortDay } = useLanguage()
  if (invitations.length === 0) return null
  return (
    <Panel title={t('programmes.own')}>
      {invitations.map(({ id, state, title, startsOn, endsOn }) => (
        <form method="post" action="/purna/nomor/undangan" class="stack tight">
          <p>
            <b lang="id">{title}</b>, {shortDay(startsOn)} – {shortDay(endsOn)}
            <br />
            <Chip tone={invitationTone[state]}>{t(`programmes.own-${state as 'invited'}`)}</Chip>
          </p>
          <input type="hidden" name="number" value={digits} />
          <input type="hidden" name="invitation" value={id} />
          <div class="actions">
            {(['accept', 'decline'] as const)
              .filter(answer => canMove(answer, state, false))
              .map(answer => (
                <button class={answer === 'accept' ? 'btn' : 'btn plain'} name="answer" value={answer}>
                  {t(`programmes.own-${answer}`)}
                </button>
              ))}
          </div>
        </form>
      ))}
    </Panel>
  )
}
