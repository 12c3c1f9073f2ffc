import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Deed, Panel } from '../../ui/index.ts'
import { type ComplaintState, canMove } from '../complaint.ts'
import type { CaseProps } from '../desk/case-page.tsx'
import { AskForm } from './ask-form.tsx'
import { OffersOfCase } from './offers-of-case.tsx'

/** Who has the case, and everything about passing it on. Until somebody accepts, nothing has moved. */
export const CustodyPanel = (props: CaseProps) => {
  const { complaint, standing, mayWork } = props
  const { t } = useLanguage()
  return (
    <Panel title={t('custody.title')}>
      <p>
        <b>{complaint.owner}</b>
        <br />
        <span class="small quiet">
          {complaint.assignee
            ? t('custody.assignee', { name: complaint.assignee })
            : t('custody.no-assignee')}
        </span>
      </p>
      {standing === 'own' && <Moves {...props} />}
      <OffersOfCase {...props} />
      {standing === 'own' && mayWork && <Assign {...props} />}
      {standing === 'shared' && mayWork && <AskForm {...props} />}
    </Panel>
  )
}

const Moves = ({ complaint, mayWork, mayJudge, closedBy, actor }: CaseProps) => {
  const { t } = useLanguage()
  const state = complaint.state as ComplaintState
  const base = `/aduan/${complaint.id}`
  const judges = mayJudge && (state === 'contested' || state === 'closed') && closedBy !== actor.staffId
  return (
    <div class="actions">
      {mayWork && canMove('accept', state) && <Deed action={`${base}/terima`} label={t('custody.begin')} />}
      {mayWork && canMove('resume', state) && (
        <Deed action={`${base}/lanjut`} label={t('custody.resume')} kind="plain" />
      )}
      {judges && <ButtonLink href={`${base}/putusan`}>{t('judge.title')}</ButtonLink>}
      {state === 'contested' && closedBy === actor.staffId && <p class="quiet">{t('case.own-closure')}</p>}
      {mayWork && state !== 'merged' && (
        <ButtonLink kind="quiet" href={`${base}/serahkan`}>
          {t('custody.pass-on')}
        </ButtonLink>
      )}
      {mayWork && canMove('close', state) && (
        <ButtonLink kind="quiet" href={`${base}/tutup`}>
          {t('close.title')}
        </ButtonLink>
      )}
    </div>
  )
}

const Assign = ({ complaint, officers }: CaseProps) => {
  const { t } = useLanguage()
  return (
    <details>
      <summary>{t('custody.assign')}</summary>
      <form method="post" action={`/aduan/${complaint.id}/penanggung`} class="row end">
        <div class="field">
          <label for="assignee">{t('custody.officer')}</label>
          <select id="assignee" name="assignee">
            {officers.map(({ id, name }) => (
              <option value={id} selected={id === complaint.assigneeId}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button class="btn plain">{t('custody.assign-do')}</button>
      </form>
    </details>
  )
}
