import { useLanguage } from '../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, Notice, TextInput } from '../ui/index.ts'

export const SignInPage = ({
  form,
  next,
  said,
}: {
  form: FormState
  next: string
  said?: string | undefined
}) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('sign-in.title')}</h1>
      {said && <Notice tone="good">{said}</Notice>}
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action={`/masuk?ke=${encodeURIComponent(next)}`} class="stack" novalidate>
        <TextInput form={form} name="email" label={t('sign-in.email')} type="email" autocomplete="username" />
        <TextInput
          form={form}
          name="password"
          label={t('sign-in.password')}
          type="password"
          autocomplete="current-password"
        />
        <button class="btn wide">{t('sign-in.do')}</button>
      </form>
      <p class="small quiet">{t('sign-in.no-account')}</p>
    </>
  )
}

export const CodePage = ({ form, next }: { form: FormState; next: string }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('sign-in.code-title')}</h1>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action={`/masuk/kode?ke=${encodeURIComponent(next)}`} class="stack" novalidate>
        <TextInput
          form={form}
          name="code"
          label={t('sign-in.code')}
          hint={t('sign-in.code-hint')}
          autocomplete="one-time-code"
          short
        />
        <button class="btn wide">{t('sign-in.confirm')}</button>
      </form>
    </>
  )
}

interface WelcomeProps {
  form: FormState
  token: string
  office: string
  email: string
  name: string
}

export const WelcomePage = ({ form, token, office, email, name }: WelcomeProps) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('invitation.title')}</h1>
      <p>{t('invitation.lead', { office, email })}</p>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action={`/undangan/${token}`} class="stack" novalidate data-once>
        <TextInput form={form} name="name" label={t('staff.name')} value={name} autocomplete="name" />
        <TextInput
          form={form}
          name="password"
          label={t('invitation.password')}
          hint={t('invitation.password-hint')}
          type="password"
          autocomplete="new-password"
        />
        <button class="btn wide">{t('invitation.do')}</button>
      </form>
    </>
  )
}

export const ComeInAgainPage = ({ form, token, name }: { form: FormState; token: string; name: string }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('restore.title')}</h1>
      <p>{t('restore.lead', { name })}</p>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action={`/pulih/${token}`} class="stack" novalidate data-once>
        <TextInput
          form={form}
          name="password"
          label={t('invitation.password')}
          hint={t('invitation.password-hint')}
          type="password"
          autocomplete="new-password"
        />
        <button class="btn wide">{t('restore.do')}</button>
      </form>
    </>
  )
}
