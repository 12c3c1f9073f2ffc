import { useLanguage } from '../../platform/i18n/language.tsx'
import { formats, isImage } from '../format.ts'
import { setIn } from '../materials/language.ts'
import { whatsAppLink } from './caption.ts'
import type { DutyProps } from './duty-props.ts'

/** Taking the picture and its caption out into the world; each way works without the others. */
export const SharePanel = ({ duty, version, caption, format }: DutyProps) => {
  const { t } = useLanguage()
  const picture = `/tugas/${duty.id}/${format}`
  return (
    <share-file
      class="stack"
      data-url={picture}
      data-name={`${t('duty.file-name')}-${duty.id}.${isImage(format) ? 'png' : 'pdf'}`}
      data-text={caption}
      data-done={`/tugas/${duty.id}/bagikan`}
    >
      <button class="btn wa wide" type="button" data-share hidden>
        {t('duty.share')}
      </button>
      <a class="btn plain wide" href={`${picture}?unduh`} download>
        {t('duty.download', { format: t(`format.${format}`) })}
      </a>
      <a class="btn plain wide" href={whatsAppLink(caption)} target="_blank" rel="noopener noreferrer">
        {t('duty.whatsapp-text')}
      </a>
      <copy-text class="field stack tight" data-done={t('duty.copied')}>
        <label for="caption">{t('material.caption')}</label>
        <textarea id="caption" rows={6} readonly {...setIn(version.language)}>
          {caption}
        </textarea>
        <button class="btn plain wide" type="button" hidden>
          {t('duty.copy')}
        </button>
      </copy-text>
      <a class="btn plain wide" href={`/tugas/${duty.id}/paket/unduh`} download>
        {t('kit.take')}
      </a>
      <p class="row small">
        {t('duty.other-formats')}
        {formats.map(other => (
          <a href={`/tugas/${duty.id}/${other}?unduh`}>{t(`format.${other}`)}</a>
        ))}
      </p>
    </share-file>
  )
}
