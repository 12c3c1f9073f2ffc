import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Checkbox,
  Chip,
  ErrorSummary,
  type FormState,
  Panel,
  TextInput,
} from '../../ui/index.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import { FollowUpList } from '../follow-ups/follow-up-list.tsx'
import { type AgreementVersion, type Signature, stateOf } from './agreement.ts'
import { Others, Proof } from './proof-view.tsx'
import { stateTone } from './state-tone.ts'

interface Props {
  version: AgreementVersion
  others: AgreementVersion[]
  meeting: { id: number; title: string } | undefined
  followUps: FollowUp[]
  today: Temporal.PlainDate
  /** The office that the reader may sign for now; nothing otherwise. */
  signFor: string | undefined
  mayWrite: boolean
  form: FormState
}

export const AgreementPage = (props: Props) => {
  const { version, others, meeting, followUps, today, signFor, mayWrite, form } = props
  const { t, moment } = useLanguage()
  const state = stateOf(version)
  const path = `/kesepakatan/${version.agreementId}`
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <div class="beside">
        <div class="stack loose">
          <Panel title={t('agreement.text')}>
            <p class="small quiet">
              {t('agreement.version-by', {
                number: version.number,
                name: version.writer,
                moment: moment(version.writtenAt),
              })}{' '}
              <Chip tone={stateTone[state]}>{t(`agreement.state.${state}`)}</Chip>
            </p>
            <p class="pre">{version.body}</p>
            <div class="actions">
              <ButtonLink kind="quiet" href={`${path}/versi/${version.number}/pdf`}>
                {t('agreement.pdf')}
              </ButtonLink>
              {mayWrite && (
                <ButtonLink kind="quiet" href={`${path}/ubah`}>
                  {t('agreement.amend')}
                </ButtonLink>
              )}
            </div>
          </Panel>
          {(followUps.length > 0 || mayWrite) && (
            <Panel title={t('follow-up.title')}>
              {followUps.length > 0 && <FollowUpList rows={followUps} today={today} />}
              {mayWrite && (
                <p>
                  <a href={`/tindak-lanjut/baru?kesepakatan=${version.agreementId}`}>{t('follow-up.ask')}</a>
                </p>
              )}
            </Panel>
          )}
          <Others versions={others} path={path} />
        </div>
        <div class="stack loose">
          <Signatures {...version} />
          {signFor && <SignForm version={version} office={signFor} form={form} />}
          <Proof version={version} meeting={meeting} path={path} />
        </div>
      </div>
    </>
  )
}

const Signatures = ({ parties, signatures }: AgreementVersion) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('agreement.signatures')}>
      <ul class="points stack">
        {parties.map(({ officeId, name }) => (
          <li>
            <span class="small quiet">{name}</span>
            <br />
            <Signed signature={signatures.find(one => one.officeId === officeId)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Signed = ({ signature }: { signature: Signature | undefined }) => {
  const { t, longMoment } = useLanguage()
  if (!signature) return <Chip tone="warn">{t('agreement.not-signed')}</Chip>
  return (
    <>
      <b>{signature.name}</b>, {signature.position}
      <br />
      <span class="small quiet num">{longMoment(signature.signedAt)}</span>
    </>
  )
}

const SignForm = ({
  version,
  office,
  form,
}: {
  version: AgreementVersion
  office: string
  form: FormState
}) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('agreement.sign')}>
      <form
        method="post"
        action={`/kesepakatan/${version.agreementId}/tanda-tangan`}
        class="stack"
        novalidate
        data-once
      >
        <p class="quiet">{t('agreement.sign-text')}</p>
        <input type="hidden" name="hash" value={version.hash} />
        <TextInput
          form={form}
          name="position"
          label={t('agreement.position')}
          hint={t('agreement.position-hint')}
          maxlength={120}
        />
        <Checkbox form={form} name="read" label={t('agreement.read', { number: version.number, office })} />
        <Button wide>{t('agreement.sign')}</Button>
      </form>
    </Panel>
  )
}
