import { useLanguage } from '../platform/i18n/language.tsx'
import { Chip, Deed, ErrorSummary, type FormState, Notice, Panel, Table, TextInput } from '../ui/index.ts'
import type { KeyState } from './keys/key-state.ts'

export interface SessionRow {
  id: string
  startedAt: Date
  browser: string
  current: boolean
}

interface AccountProps {
  form: FormState
  twoFactor: boolean
  sessions: SessionRow[]
  /** How one stands to the key of the office; nothing for those who never hold it. */
  officeKey: KeyState | undefined
}

export const AccountPage = ({ form, twoFactor, sessions, officeKey }: AccountProps) => {
  const { t, moment } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <Panel title={t('account.second-factor')}>
        {twoFactor ? (
          <Chip tone="good">{t('account.second-factor-on')}</Chip>
        ) : (
          <p>{t('account.second-factor-why')}</p>
        )}
        <form
          method="post"
          action={twoFactor ? '/akun/kode-pemulihan' : '/akun/langkah-kedua'}
          class="stack"
          novalidate
        >
          <TextInput
            form={form}
            name="password"
            label={t('account.own-password')}
            type="password"
            autocomplete="current-password"
          />
          <button class={twoFactor ? 'btn plain' : 'btn'}>
            {t(twoFactor ? 'account.new-codes' : 'account.second-factor-begin')}
          </button>
        </form>
      </Panel>
      <Panel title={t('account.change-password')}>
        <form method="post" action="/akun/kata-sandi" class="stack" novalidate>
          <TextInput
            form={form}
            name="currentPassword"
            label={t('account.own-password')}
            type="password"
            autocomplete="current-password"
          />
          <TextInput
            form={form}
            name="newPassword"
            label={t('invitation.password')}
            hint={t('invitation.password-hint')}
            type="password"
            autocomplete="new-password"
          />
          <button class="btn plain">{t('account.change-password')}</button>
        </form>
      </Panel>
      {officeKey && (
        <Panel title={t('keys.title')}>
          <p>
            <Chip tone={officeKey.holds ? 'good' : 'warn'}>
              {t(officeKey.holds ? 'keys.holds' : 'keys.waits')}
            </Chip>{' '}
            <a href="/kunci">{t('keys.see')}</a>
          </p>
        </Panel>
      )}
      <section class="stack">
        <h2>{t('account.sessions')}</h2>
        <Table
          caption={t('account.sessions')}
          rows={sessions}
          columns={[
            { title: t('account.browser'), cell: row => row.browser || t('account.unknown-browser') },
            { title: t('account.since'), cell: row => moment(row.startedAt) },
            {
              title: t('account.session-state'),
              cell: row =>
                row.current ? (
                  <Chip tone="good">{t('account.this-session')}</Chip>
                ) : (
                  <Deed
                    action={`/akun/sesi/${row.id}/akhiri`}
                    label={t('account.end-session')}
                    kind="plain"
                  />
                ),
            },
          ]}
        />
      </section>
    </>
  )
}

interface SecondFactorProps {
  form: FormState
  qrSvgPath: string
  qrSize: number
  secret: string
  codes: string[]
}

/** Shown once: the picture for the authenticator, and the recovery codes to keep on paper. */
export const SecondFactorPage = ({ form, qrSvgPath, qrSize, secret, codes }: SecondFactorProps) => {
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <Panel title={t('account.scan-title')}>
        <p>{t('account.scan')}</p>
        <svg
          viewBox={`-4 -4 ${qrSize + 8} ${qrSize + 8}`}
          width="240"
          height="240"
          role="img"
          aria-label={t('account.scan-title')}
        >
          <rect x="-4" y="-4" width={qrSize + 8} height={qrSize + 8} fill="#fff" />
          <path d={qrSvgPath} fill="#000" />
        </svg>
        <p class="small">
          {t('account.type-secret')} <code>{secret}</code>
        </p>
      </Panel>
      <RecoveryCodes codes={codes} />
      <Panel title={t('account.confirm-title')}>
        <form method="post" action="/akun/langkah-kedua/pastikan" class="stack" novalidate>
          <TextInput
            form={form}
            name="code"
            label={t('sign-in.code')}
            autocomplete="one-time-code"
            inputmode="numeric"
            short
          />
          <button class="btn">{t('sign-in.confirm')}</button>
        </form>
      </Panel>
    </>
  )
}

export const RecoveryCodes = ({ codes }: { codes: string[] }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('account.recovery-codes')}>
      <Notice tone="warn">{t('account.recovery-once')}</Notice>
      <ul class="num">
        {codes.map(code => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
