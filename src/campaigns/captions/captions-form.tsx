import { useLanguage } from '../../platform/i18n/language.tsx'
import { type FormState, TextArea } from '../../ui/index.ts'
import { type Captions, captioned } from './caption.ts'
import { limitOf } from './limits.ts'

interface Props {
  form: FormState
  caption: string
  captions: Captions
}

/** The general words, and below them, folded away while they are empty, those of each channel. */
export const CaptionFields = ({ form, caption, captions }: Props) => {
  const { t, number, shortDay } = useLanguage()
  return (
    <>
      <TextArea
        form={form}
        name="caption"
        label={t('material.caption')}
        hint={t('material.caption-hint')}
        value={caption}
        rows={6}
      />
      {captioned.map(channel => {
        const { max, checkedOn } = limitOf(channel)!
        const name = `caption-${channel}`
        const typed = form.values[name] ?? captions[channel] ?? ''
        return (
          <details class="panel" open={typed !== '' || form.errors[name] !== undefined}>
            <summary>{t('caption.own', { channel: t(`channel.${channel}`) })}</summary>
            <TextArea
              form={form}
              name={name}
              label={t('caption.own-field', { channel: t(`channel.${channel}`) })}
              hint={t('caption.own-hint', { max: number(max), day: shortDay(checkedOn) })}
              value={captions[channel] ?? ''}
              rows={4}
            />
          </details>
        )
      })}
    </>
  )
}
