import { useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState, Notice } from '../../ui/index.ts'
import { whatsAppLink } from '../duties/caption.ts'
import type { Duty } from '../duties/duty.ts'
import { setIn } from '../materials/language.ts'
import { type Sender, SendProof, ShrinkChoice } from './send-proof-view.tsx'

export interface KitDuty extends Duty {
  title: string
  material: string
  altText: string
  language: string
  caption: string
}

/** Days for which a kit may be shared from without a look at whether it still holds. */
const daysTrusted = 3

interface Props extends Sender {
  office: string
  duties: KitDuty[]
  more: number
  now: Date
}

/** The open duties of an office as a phone keeps them: no name of the officer, nothing that is not made to be published. */
export const KitPage = ({ office, duties, more, now, ...sender }: Props) => {
  const { t, longMoment } = useLanguage()
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>{t('kit.title')}</h1>
        <p>{t('kit.lead')}</p>
        <p class="quiet">
          {office} · {t('kit.as-of', { moment: longMoment(now) })}
        </p>
      </div>
      <Keep />
      <kit-age class="stack" data-as-of={now.getTime()} data-most={daysTrusted * 86_400_000}>
        <div data-old hidden>
          <Notice tone="warn" title={t('kit.too-old', { days: daysTrusted })}>
            {t('kit.too-old-text')}
          </Notice>
        </div>
        <SendProof {...sender} at="/tugas/luring" always>
          {duties.length === 0 && <EmptyState title={t('kit.nothing')} text={t('kit.nothing-text')} />}
          {duties.map(duty => (
            <One duty={duty} />
          ))}
        </SendProof>
      </kit-age>
      {more > 0 && <p class="quiet">{t('kit.more', { count: more })}</p>}
      <p>
        <a href="/hari-ini">{t('kit.today')}</a>
      </p>
    </div>
  )
}

const Keep = () => {
  const { t } = useLanguage()
  return (
    <keep-kit class="stack">
      <div class="actions" data-unkept hidden>
        <button class="btn" type="button" data-do="keep">
          {t('kit.keep')}
        </button>
      </div>
      <p data-busy role="status" hidden>
        {t('kit.busy')}
      </p>
      <p data-failed role="alert" hidden>
        {t('kit.failed')}
      </p>
      <div class="stack" data-kept hidden>
        <p>
          <b>{t('kit.kept')}</b>
        </p>
        <div class="actions">
          <button class="btn plain" type="button" data-do="forget">
            {t('kit.forget')}
          </button>
        </div>
      </div>
    </keep-kit>
  )
}

const One = ({ duty }: { duty: KitDuty }) => {
  const { t, longMoment } = useLanguage()
  const { id, caption } = duty
  const picture = `/tugas/luring/${id}/gambar`
  return (
    <section class="panel stack">
      <h2>{duty.material}</h2>
      <p class="quiet">
        {duty.title} · {t(`channel.${duty.channel}`)} · {t('duty.due', { moment: longMoment(duty.dueAt) })}
      </p>
      <div class="stack" data-young>
        <img
          class="poster"
          src={picture}
          alt={duty.altText}
          width="1080"
          height="1080"
          data-kit
          {...setIn(duty.language)}
        />
        <share-file
          class="stack"
          data-url={picture}
          data-name={`${t('duty.file-name')}-${id}.jpg`}
          data-text={caption}
        >
          <button class="btn wa wide" type="button" data-share hidden>
            {t('duty.share')}
          </button>
          <a class="btn plain wide" href={picture} download={`${t('duty.file-name')}-${id}.jpg`}>
            {t('kit.picture')}
          </a>
          <a class="btn plain wide" href={whatsAppLink(caption)} target="_blank" rel="noopener noreferrer">
            {t('duty.whatsapp-text')}
          </a>
        </share-file>
        <copy-text class="field stack tight" data-done={t('duty.copied')}>
          <label for={`caption-${id}`}>{t('material.caption')}</label>
          <textarea id={`caption-${id}`} rows={5} readonly {...setIn(duty.language)}>
            {caption}
          </textarea>
          <button class="btn plain wide" type="button" hidden>
            {t('duty.copy')}
          </button>
        </copy-text>
      </div>
      <Give id={id} />
      <p>
        <a href={`/tugas/${id}`}>{t('kit.open')}</a>
      </p>
    </section>
  )
}

const Give = ({ id }: { id: number }) => {
  const { t } = useLanguage()
  return (
    <form
      method="post"
      action={`/tugas/${id}/bukti`}
      enctype="multipart/form-data"
      class="stack"
      data-duty={id}
      novalidate
    >
      <h3>{t('proof.title')}</h3>
      <div class="field stack tight">
        <label for={`url-${id}`}>{t('proof.url')}</label>
        <input id={`url-${id}`} name="url" type="url" inputmode="url" />
      </div>
      <div class="field stack tight">
        <label for={`photo-${id}`}>{t('proof.photo')}</label>
        <input id={`photo-${id}`} name="photo" type="file" accept="image/jpeg,image/png,image/webp" />
      </div>
      <ShrinkChoice id={`shrink-${id}`} />
      <button class="btn wide">{t('proof.send')}</button>
    </form>
  )
}
