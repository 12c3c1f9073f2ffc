import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Deed, type FormState, Panel, Select, TextArea } from '../../ui/index.ts'
import type { ComplaintState } from '../complaint.ts'
import { consents } from '../custody/offer.ts'
import type { Likenesses } from './read-likenesses.ts'

export interface LikenessProps extends Likenesses {
  complaint: { id: string; state: string; ownerOfficeId: number }
  officeId: number
  mayWork: boolean
  form: FormState
}
type Pair = Likenesses['pairs'][number]

/** What may be the same matter, and what officers said about it; across offices without anybody's content. */
export const LikenessPanel = (props: LikenessProps) => {
  const { t } = useLanguage()
  const { pairs, recruiter, merged, requests, isCompared, complaint } = props
  const isEmpty = pairs.length + recruiter.length + merged.length + requests.length === 0
  if (isEmpty && isCompared && complaint.state !== 'merged') return null
  return (
    <Panel title={t('likeness.title')}>
      {!isCompared && <p class="quiet">{t('likeness.comparing')}</p>}
      {complaint.state === 'merged' && <Undo {...props} />}
      {requests.map(request => (
        <Asked key={request.id} request={request} {...props} />
      ))}
      {pairs.map(pair => (
        <OnePair key={pair.other} pair={pair} {...props} />
      ))}
      {merged.length > 0 && <Merged {...props} />}
      {recruiter.length > 0 && <SameRecruiter {...props} />}
    </Panel>
  )
}

const numberOf = ({ number, year }: { number: number; year: number }) =>
  `${year}-${String(number).padStart(4, '0')}`

const Other = ({ one }: { one: { other: string; number: number; year: number; visible: boolean } }) =>
  one.visible ? (
    <a class="num" href={`/aduan/${one.other}`}>
      {numberOf(one)}
    </a>
  ) : (
    <span class="num">{numberOf(one)}</span>
  )

const OnePair = (props: LikenessProps & { pair: Pair }) => {
  const { t, moment } = useLanguage()
  const { pair, mayWork, complaint, officeId } = props
  const holds = complaint.ownerOfficeId === officeId && complaint.state !== 'merged'
  return (
    <article class="stack tight">
      <p>
        <b>
          <Other one={pair} />
        </b>{' '}
        · {pair.owner}
      </p>
      <ul class="small">
        {pair.reasons.map(reason => (
          <li key={reason}>{t(`likeness.reason-${reason}`)}</li>
        ))}
      </ul>
      {pair.verdict && (
        <p class="row">
          <Chip tone={pair.verdict === 'duplicate' ? 'warn' : 'neutral'}>
            {t(`likeness.${pair.verdict}`)}
          </Chip>
          <span class="small quiet">
            {pair.decidedOffice} · {pair.decidedAt && moment(pair.decidedAt)}
          </span>
        </p>
      )}
      {mayWork && holds && <Deeds {...props} />}
    </article>
  )
}

const Deeds = ({ pair, complaint, officeId }: LikenessProps & { pair: Pair }) => {
  const { t } = useLanguage()
  const base = `/aduan/${complaint.id}/serupa/${pair.other}`
  const own = pair.ownerOfficeId === officeId
  const state = complaint.state as ComplaintState
  const mergeable =
    own && pair.verdict !== 'not-duplicate' && !pair.mergedInto && state !== 'closed' && state !== 'contested'
  const judging = (verdict: 'duplicate' | 'not-duplicate') => (
    <Deed
      action={`${base}/putusan`}
      label={t(`likeness.say-${verdict}`)}
      kind="plain"
      fields={{ verdict, was: pair.verdict ?? '' }}
    />
  )
  return (
    <div class="actions">
      {pair.verdict !== 'duplicate' && judging('duplicate')}
      {pair.verdict !== 'not-duplicate' && judging('not-duplicate')}
      {mergeable && <Deed action={`${base}/gabung`} label={t('likeness.merge')} kind="plain" />}
      {!pair.visible && pair.verdict !== 'not-duplicate' && <AskToShare base={base} asked={pair.asked} />}
    </div>
  )
}

const AskToShare = ({ base, asked }: { base: string; asked: Pair['asked'] }) => {
  const { t } = useLanguage()
  if (asked === 'open') return <p class="small quiet">{t('likeness.asked')}</p>
  return (
    <>
      {asked && <p class="small quiet">{t(`likeness.answer-${asked}`)}</p>}
      {asked !== 'shared' && <Deed action={`${base}/minta-berbagi`} label={t('likeness.ask')} kind="plain" />}
    </>
  )
}

/** Another office asks; the holder shares by a referral, or says no. */
const Asked = ({
  request,
  complaint,
  mayWork,
  form,
}: LikenessProps & { request: Likenesses['requests'][number] }) => {
  const { t } = useLanguage()
  const base = `/aduan/${complaint.id}/permintaan/${request.id}`
  return (
    <article class="stack tight">
      <p>{t('likeness.request', { office: request.office, number: numberOf(request) })}</p>
      {mayWork && (
        <>
          <form method="post" action={`${base}/berbagi`} class="stack tight" novalidate data-once>
            <Select
              form={form}
              name="consent"
              label={t('custody.consent')}
              hint={t('custody.consent-hint')}
              empty={t('custody.choose')}
              options={consents.map(value => ({ value, label: t(`custody.consent-${value}`) }))}
            />
            <div class="actions">
              <button class="btn plain">{t('likeness.share')}</button>
            </div>
          </form>
          <Deed action={`${base}/tolak`} label={t('likeness.decline')} kind="plain" />
        </>
      )}
    </article>
  )
}

const Undo = ({ complaint, into, mayWork, officeId, form }: LikenessProps) => {
  const { t } = useLanguage()
  return (
    <>
      {into && (
        <p>
          {t('likeness.merged-into')} <a href={`/aduan/${into.id}`}>{numberOf(into)}</a>
        </p>
      )}
      {mayWork && complaint.ownerOfficeId === officeId && (
        <details open={Boolean(form.errors.why)}>
          <summary>{t('likeness.undo')}</summary>
          <form
            method="post"
            action={`/aduan/${complaint.id}/pisah`}
            class="stack tight"
            novalidate
            data-once
          >
            <TextArea form={form} name="why" label={t('likeness.why')} hint={t('likeness.why-hint')} />
            <div class="actions">
              <button class="btn plain">{t('likeness.undo-do')}</button>
            </div>
          </form>
        </details>
      )}
    </>
  )
}

const Merged = ({ merged }: LikenessProps) => {
  const { t } = useLanguage()
  return (
    <p>
      {t('likeness.merged-here')}{' '}
      {merged.map(one => (
        <a key={one.id} class="num" href={`/aduan/${one.id}`}>
          {numberOf(one)}{' '}
        </a>
      ))}
    </p>
  )
}

const SameRecruiter = ({ recruiter }: LikenessProps) => {
  const { t } = useLanguage()
  return (
    <details>
      <summary>{t('likeness.recruiter', { count: recruiter.length })}</summary>
      <p class="small quiet">{t('likeness.recruiter-hint')}</p>
      <ul>
        {recruiter.map(one => (
          <li key={one.other}>
            <Other one={one} /> · {one.owner}
          </li>
        ))}
      </ul>
    </details>
  )
}
