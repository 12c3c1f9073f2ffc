import { useLanguage } from '../../platform/i18n/language.tsx'
import { type FormState, type Spoken, TextArea } from '../../ui/index.ts'
import { type Captions, captioned, captionField } from './caption.ts'
import { limitOf } from './limits.ts'

interface Props {
  form: FormState
  caption: string
  captions: Captions
  spoken: Spoken | undefined
}

/** The general words, and below them, folded away while there are none, those of each channel. */
export const CaptionFields = ({ form, caption, captions, spoken }: Props) => {
  const { t, number, shortDay } = useLanguage()
  const isOpen = captioned.some(channel => {
    const field = captionField(channel)
    return form.errors[field] !== undefined || (form.values[field] ?? captions[channel] ?? '') !== ''
  })
  return (
    <>
      <TextArea
        form={form}
        name="caption"
        spoken={spoken}
        label={t('material.caption')}
        hint={t('material.caption-hint')}
        value={caption}
        rows={6}
      />
      <details class="panel" open={isOpen}>
        <summary>{t('caption.own-all')}</summary>
        <div class="stack loose">
          {captioned.map(channel => {
            const { max, checkedOn } = limitOf(channel)!
            return (
              <TextArea
                form={form}
                name={captionField(channel)}
                spoken={spoken}
                label={t('caption.own-field', { channel: t(`channel.${channel}`) })}
                hint={t('caption.own-hint', { max: number(max), day: shortDay(checkedOn) })}
                value={captions[channel] ?? ''}
                rows={4}
              />
            )
          })}
        </div>
      </details>
    </>
  )
}
