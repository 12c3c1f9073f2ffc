import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, ButtonLink, Chip, Panel, TextInput } from '../../ui/index.ts'
import { returneeNumber } from '../words.ts'
import type { Invitation } from './invitation-queries.ts'
import { canMove, invitationMoveNames, invitationTone } from './programme.ts'
import type { ProgrammeProps } from './programme-page.tsx'
import { reasonsSaid } from './words.ts'

type Props = ProgrammeProps & { invitations: Invitation[] }

/** The invited of the own office, each with the steps that are open. */
export const InvitedPanel = (props: Props) => {
  const { t } = useLanguage()
  const { programme, invitations, mayWork } = props
  return (
    <Panel
      title={t('programmes.invited')}
      actions={
        programme.state === 'open' && (
          <ButtonLink kind="quiet" href={`/program-purna/${programme.id}/cocok`}>
            {t('programmes.who-fits')}
          </ButtonLink>
        )
      }
    >
      {invitations.length === 0 && <p class="quiet">{t('programmes.nobody-invited')}</p>}
      <ul class="list">
        {invitations.map(one => (
          <li class="stack tight">
            <Invited one={one} />
            {mayWork && <Steps {...props} one={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Invited = ({ one }: { one: Invitation }) => {
  const language = useLanguage()
  return (
    <p class="row">
      <a class="num" href={`/purna/${one.returneeId}`}>
        {returneeNumber(one)}
      </a>
      <Chip tone={invitationTone[one.state]}>{language.t(`programmes.invitation-${one.state}`)}</Chip>
      <span class="small quiet">
        {[one.district, ...reasonsSaid(one.reasons, language)].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}

const Steps = ({ one, programme, begun }: Props & { one: Invitation }) => {
  const { t } = useLanguage()
  const open = invitationMoveNames.filter(move => canMove(move, one.state, begun))
  const at = `/program-purna/${programme.id}/undangan/${one.id}`
  return (
    <>
      {open.length > 0 && (
        <form method="post" action={at} class="row">
          <input type="hidden" name="was" value={one.state} />
          {open.map(move => (
            <button class="btn plain" name="move" value={move}>
              {t(`programmes.move-${move}`)} <span class="hidden">{returneeNumber(one)}</span>
            </button>
          ))}
        </form>
      )}
      {one.state === 'attended' && (
        <p class="row small">
          <a href={`${at}/sertifikat`}>{t('programmes.certificate')}</a>
          <a href={`/usaha/${one.returneeId}`}>{t('enterprise.title')}</a>
        </p>
      )}
    </>
  )
}

/** Papers carry names: they open with a motive that is recorded. */
export const PapersPanel = ({ programme, invitations, form }: Props) => {
  const { t } = useLanguage()
  if (!invitations.some(({ state }) => state === 'accepted' || state === 'attended')) return null
  return (
    <Panel title={t('programmes.attendance')}>
      <form
        method="post"
        action={`/program-purna/${programme.id}/daftar-hadir`}
        class="stack tight"
        novalidate
      >
        <TextInput
          form={form}
          name="motive"
          label={t('case.motive')}
          hint={t('programmes.motive-hint')}
          maxlength={500}
        />
        <div class="actions">
          <Button kind="quiet">{t('programmes.attendance-make')}</Button>
        </div>
      </form>
    </Panel>
  )
}
