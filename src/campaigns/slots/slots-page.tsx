import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, DateInput, ErrorSummary, type FormState, Panel, TextInput } from '../../ui/index.ts'
import type { Design } from '../designs/design.ts'
import type { Slot, SlotValues } from '../designs/slot.ts'

interface SlotsProps {
  slots: Slot[]
  designs: Design[]
  /** What is kept, or what was typed when the form came back. */
  filled: SlotValues
  form: FormState
  shown: Design
}

/** The office's own places in the designs: its form beside the sheet as it will be. */
export const SlotsPage = ({ slots, designs, filled, form, shown }: SlotsProps) => {
  const { t, locale } = useLanguage()
  return (
    <form method="post" action="/isian" class="halves" novalidate>
      <div class="stack loose">
        <ErrorSummary form={form} title={t('form.summary')} />
        <p class="quiet">{t('slot.explained')}</p>
        {slots.map(slot => (
          <SlotFields
            key={slot.name}
            slot={slot}
            value={filled[slot.name]}
            form={form}
            usedBy={designs.filter(design => design.slots.some(({ name }) => name === slot.name))}
          />
        ))}
        <div class="actions">
          <button class="btn">{t('slot.save')}</button>
        </div>
      </div>
      <div class="stack">
        <Choices
          form={form}
          name="design"
          label={t('slot.shown-on')}
          kind="radio"
          grid
          value={shown.key}
          options={designs.map(({ key, name }) => ({ value: key, label: name[locale] }))}
        />
        <button class="btn plain wide" name="deed" value="look" formaction="/isian">
          {t('slot.look')}
        </button>
        <slot-preview data-path="/isian/gambar">
          <img
            class="poster"
            src={pictureOf(shown, filled)}
            alt={t('slot.preview', { design: shown.name[locale] })}
            width="1080"
            height="1080"
          />
        </slot-preview>
        <p class="small quiet">{t('slot.locked')}</p>
      </div>
    </form>
  )
}

const SlotFields = ({
  slot,
  value,
  form,
  usedBy,
}: {
  slot: Slot
  value: SlotValues[string] | undefined
  form: FormState
  usedBy: Design[]
}) => {
  const { t, locale, list } = useLanguage()
  const where = list([...usedBy.map(({ name }) => name[locale]), t('slot.talk-sheet')])
  return (
    <Panel>
      <TextInput
        form={form}
        name={slot.name}
        label={slot.label[locale]}
        hint={`${slot.hint[locale]} ${t('slot.used-by', { where })}`}
        value={value?.value}
        maxlength={slot.most}
        short={slot.kind === 'figure'}
      />
      {slot.kind === 'figure' && (
        <>
          <TextInput
            form={form}
            name={`${slot.name}-source`}
            label={t('slot.source')}
            value={value?.source}
            maxlength={60}
          />
          <DateInput form={form} name={`${slot.name}-date`} label={t('slot.as-of')} value={value?.asOf} />
        </>
      )}
    </Panel>
  )
}

/** The address of the preview: what is typed goes along and is kept nowhere. */
export const pictureOf = (design: Design, filled: SlotValues) => {
  const typed = Object.entries(filled).flatMap(([name, { value, source = '', asOf = '' }]) => [
    [name, value],
    [`${name}-source`, source],
    [`${name}-date`, asOf],
  ])
  return `/isian/gambar/${design.key}?${new URLSearchParams(typed.filter(([, value]) => value) as [string, string][])}`
}
