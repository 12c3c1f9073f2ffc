import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, FormActions, type FormState, Notice, Progress, TextInput } from '../../ui/index.ts'
import { type ItemText, itemTexts, textName, tickName } from './form.ts'
import type { Dimension, Indicator } from './indicators.ts'
import { emptyItem, type Item, type Sheet, type Step } from './sheet.ts'
import { DangerLink } from './start-page.tsx'

export interface StepPageProps {
  complaintId: string
  screeningId: number
  version: number
  sheet: Sheet
  dimension: Dimension
  step: Step
  /** Its place among all pages. */
  place: { at: number; of: number }
  form: FormState
  /** What a colleague saved here meanwhile. */
  stored?: Sheet | undefined
}

/** A few indicators, each with what it rests on; all of it may be left out. */
export const StepPage = (props: StepPageProps) => {
  const { t, locale } = useLanguage()
  const { complaintId, screeningId, version, dimension, step, place, form, stored } = props
  const base = `/aduan/${complaintId}/asesmen/${screeningId}`
  return (
    <>
      <DangerLink complaintId={complaintId} />
      <Progress done={place.at} total={place.of} label={t('screening.page-of', place)} />
      <ErrorSummary form={form} title={t('form.summary')} />
      {stored && (
        <Notice tone="warn" title={t('screening.both')}>
          <p>{t('screening.both-text')}</p>
        </Notice>
      )}
      <p class="quiet">
        {t(`screening.phase-${dimension.phase}`)} · {t(`screening.element-${dimension.element}`)}
      </p>
      <form method="post" action={`${base}/bagian/${step.id}`} class="stack loose" autocomplete="off">
        <input type="hidden" name="version" value={version} />
        <fieldset class="group">
          <legend>
            <h2>{dimension.label[locale]}</h2>
          </legend>
          <p class="hint">{t('screening.tick-hint')}</p>
          {step.indicators.map(indicator => (
            <IndicatorFields {...props} indicator={indicator} />
          ))}
        </fieldset>
        <FormActions>
          <button class="btn">{t('screening.save-next')}</button>
          <button class="btn plain" name="skip" value="yes">
            {t('screening.skip')}
          </button>
          <a href={base}>{t('screening.to-overview')}</a>
        </FormActions>
      </form>
    </>
  )
}

type FieldsProps = StepPageProps & { indicator: Indicator }

/** The texts come into sight with the tick; without styles they are simply there. */
const IndicatorFields = ({ form, sheet, stored, indicator }: FieldsProps) => {
  const { t, locale } = useLanguage()
  const { id } = indicator
  const item = sheet.items[id] ?? emptyItem
  const typedHere = Object.keys(form.values).length > 0
  const ticked = typedHere ? form.values[tickName(id)] === 'yes' : item.ticked
  const theirs = stored && (stored.items[id] ?? emptyItem)
  return (
    <div class="indicator">
      <input type="checkbox" id={tickName(id)} name={tickName(id)} value="yes" checked={ticked} />
      <label for={tickName(id)}>{indicator.text[locale]}</label>
      {theirs && theirs.ticked !== ticked && (
        <p class="err">{t(theirs.ticked ? 'screening.theirs-ticked' : 'screening.theirs-not')}</p>
      )}
      <div class="sources">
        {(Object.keys(itemTexts) as ItemText[]).map(text => (
          <TextInput
            form={form}
            name={textName(text, id)}
            label={t(`screening.item-${text}`)}
            hint={theirHint(theirs, text, shown(form, text, id, item), words =>
              t('screening.theirs', { words }),
            )}
            optional={text === 'otherwise' ? t('screening.may-skip') : undefined}
            value={item[text]}
            maxlength={300}
            autocomplete="off"
          />
        ))}
      </div>
    </div>
  )
}

const shown = (form: FormState, text: ItemText, id: string, item: Item) =>
  String(form.values[textName(text, id)] ?? item[text])

const theirHint = (
  theirs: Item | undefined,
  text: ItemText,
  mine: string,
  say: (words: string) => string,
): string | undefined => (theirs && theirs[text] !== mine ? say(theirs[text] || '–') : undefined)
