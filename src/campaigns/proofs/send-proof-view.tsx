import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Notice } from '../../ui/index.ts'

export interface Sender {
  /** The house's public key for envelopes. */
  house: string
  /** Whose proofs these are, as a mark. */
  officer: string
}

interface Props extends Sender {
  /** Where a new sign-in leads back to. */
  at: string
  /** On a page that is kept on the device, every proof goes the way that survives. */
  always?: boolean
  /** The page shows what arrived only when it is asked for again. */
  reload?: boolean
  children?: ComponentChildren
}

/** Around forms for proofs: what waits on this device, and what became of it. Nothing of it shows without scripts. */
export const SendProof = ({ house, officer, at, always, reload, children }: Props) => {
  const { t } = useLanguage()
  return (
    <send-proof
      class="stack"
      data-house={house}
      data-officer={officer}
      data-to="/tugas/luring"
      data-always={always ? 'yes' : undefined}
      data-after={reload ? at : undefined}
      data-sure={t('kept-proof.sure')}
    >
      <div data-waits hidden>
        <Notice tone="info">
          <div class="stack">
            <strong data-count={t('kept-proof.waits', { count: '{count}' })} />
            <progress max={1} value={0} aria-label={t('kept-proof.progress')} hidden />
            <div class="actions">
              <Act deed="send" label={t('kept-proof.send')} />
              <Act deed="drop" label={t('kept-proof.drop')} />
            </div>
          </div>
        </Notice>
      </div>
      {sayings.map(([what, tone]) => (
        <div data-say={what} hidden>
          <Notice tone={tone}>
            <p>
              {t(`kept-proof.say-${what}`)} {what === 'refused' && <b data-why />}
            </p>
            {what === 'signedOut' && (
              <p>
                <a href={`/masuk?ke=${encodeURIComponent(at)}`}>{t('kept-proof.sign-in')}</a>
              </p>
            )}
          </Notice>
        </div>
      ))}
      {children}
    </send-proof>
  )
}

const sayings = [
  ['noted', 'good'],
  ['arrived', 'good'],
  ['noLine', 'info'],
  ['signedOut', 'warn'],
  ['refused', 'warn'],
  ['notKept', 'warn'],
  ['nothing', 'warn'],
  ['badAddress', 'warn'],
  ['empty', 'warn'],
  ['tooLarge', 'warn'],
  ['heic', 'warn'],
  ['other', 'warn'],
] as const

const Act = ({ deed, label }: { deed: string; label: string }) => (
  <button class="btn plain" type="button" data-do={deed}>
    {label}
  </button>
)

/** The photo may be made smaller before it is sent, when the officer wants that. */
export const ShrinkChoice = ({ id }: { id: string }) => {
  const { t } = useLanguage()
  return (
    <label class="choice" data-shrink hidden>
      <input id={id} type="checkbox" name="shrink" value="yes" />
      <span>{t('kept-proof.shrink')}</span>
    </label>
  )
}
