import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, ErrorSummary, FormActions, type FormState, TextInput } from '../../ui/index.ts'

interface Props {
  programmeId: number
  invitationId: string
  form: FormState
}

/** Who signs the certificate, and why the name is opened. */
export const CertificatePage = ({ programmeId, invitationId, form }: Props) => {
  const { t } = useLanguage()
  const back = `/program-purna/${programmeId}`
  const at = `${back}/undangan/${invitationId}/sertifikat`
  return (
    <form method="post" action={at} class="stack loose" novalidate>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p>{t('programmes.certificate-lead')}</p>
      <TextInput form={form} name="signer" label={t('letters.field.signer')} maxlength={120} />
      <TextInput form={form} name="signerTitle" label={t('letters.field.signerTitle')} maxlength={120} />
      <TextInput
        form={form}
        name="motive"
        label={t('case.motive')}
        hint={t('programmes.motive-hint')}
        maxlength={500}
      />
      <FormActions>
        <Button>{t('programmes.certificate-make')}</Button>
        <a href={back}>{t('programmes.back-to-one')}</a>
      </FormActions>
    </form>
  )
}
