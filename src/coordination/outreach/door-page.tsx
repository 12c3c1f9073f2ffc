import { emptyForm } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, FormActions, Notice } from '../../ui/index.ts'
import type { Activity } from '../programme/activity.ts'
import { spanWords } from '../programme/words.ts'
import { NotKept } from './attend-page.tsx'
import { EntryFields } from './entry-fields.tsx'

interface Props {
  activity: Activity
  formId: string
  /** The house's public key for envelopes. */
  house: string
  /** Whose entries these are, as a mark. */
  officer: string
  /** Nothing to seal a name to: only figures are kept. */
  unkept: boolean
}

/** The attendance form as a phone keeps it: no name of those who came, none of the officer. Without scripts it is the form of the list. */
export const DoorPage = ({ activity, formId, house, officer, unkept }: Props) => {
  const language = useLanguage()
  const { t } = language
  const at = `/program/${activity.id}/hadir`
  return (
    <take-attendance class="stack loose" data-house={house} data-to={`${at}/luring`} data-officer={officer}>
      <div class="stack tight">
        <h1>{activity.title}</h1>
        <p class="quiet">{spanWords(activity, language)}</p>
      </div>
      {unkept && <NotKept />}
      <div data-waits hidden>
        <Notice tone="info">
          <div class="stack">
            <strong data-count={t('door.waits', { count: '{count}' })} />
            <Act deed="send" label={t('door.send')} />
          </div>
        </Notice>
      </div>
      {sayings.map(([what, tone]) => (
        <div data-say={what} hidden>
          <Notice tone={tone}>
            <p>{t(`door.say-${what}`)}</p>
            {what === 'signedOut' && (
              <p>
                <a href={`/masuk?ke=${encodeURIComponent(`${at}/luring`)}`}>{t('door.sign-in')}</a>
              </p>
            )}
          </Notice>
        </div>
      ))}
      <form method="post" action={at} class="stack" novalidate>
        <input type="hidden" name="form" value={formId} />
        <EntryFields form={emptyForm} audience={activity.audience} />
        <FormActions>
          <Button>{t('session.add')}</Button>
        </FormActions>
      </form>
      <Offline />
      <p>
        <a href={at}>{t('door.list')}</a>
      </p>
    </take-attendance>
  )
}

const sayings = [
  ['noted', 'good'],
  ['noLine', 'info'],
  ['signedOut', 'warn'],
  ['notYours', 'warn'],
  ['spoilt', 'warn'],
  ['nameless', 'warn'],
  ['notKept', 'danger'],
  ['notPrepared', 'warn'],
] as const

/** On the device only by a tap, and off it by another. */
const Offline = () => {
  const { t } = useLanguage()
  return (
    <section class="panel stack">
      <h2>{t('door.offline')}</h2>
      <p>{t('door.offline-text')}</p>
      <div class="stack" data-unprepared hidden>
        <Act deed="prepare" label={t('door.prepare')} />
      </div>
      <div class="stack" data-prepared hidden>
        <p>
          <b>{t('door.prepared')}</b>
        </p>
        <Act deed="forget" label={t('door.forget')} />
      </div>
    </section>
  )
}

const Act = ({ deed, label }: { deed: string; label: string }) => (
  <div class="actions">
    <button class="btn plain" type="button" data-do={deed}>
      {label}
    </button>
  </div>
)
