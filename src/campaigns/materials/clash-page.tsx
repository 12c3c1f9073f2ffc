import type { VNode } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, FormActions, Notice } from '../../ui/index.ts'
import { fieldName, isSpoken } from './field-names.ts'
import { setIn } from './language.ts'
import type { Version } from './material.ts'
import { differences } from './said.ts'
import { wordDiff } from './word-diff.ts'

interface ClashProps {
  materialId: number
  now: Version
  formId: string
  /** By field: what was typed here, and what the colleague has saved. */
  mine: Record<string, string>
  theirs: Record<string, string>
}

/** Two wrote at once: where they differ both stand beside each other, and the second chooses. Nothing of either is lost. */
export const ClashPage = ({ materialId, now, formId, mine, theirs }: ClashProps) => {
  const { t } = useLanguage()
  const closed = now.state === 'submitted'
  const differing = differences(mine, theirs)
  const same = Object.keys(mine).filter(name => !differing.includes(name) && name !== 'artwork')
  const hidden = { form: formId, seen: now.number, edition: now.edition, language: now.language }
  return (
    <form
      method="post"
      action={`/materi/${materialId}/ubah?bahasa=${now.language}`}
      enctype="multipart/form-data"
      class="stack loose"
      novalidate
      data-once
    >
      <Notice tone="warn" title={t('material.clash')}>
        <p>{t(closed ? 'material.clash-closed' : 'material.clash-text')}</p>
      </Notice>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {same.map(name => (
        <input type="hidden" name={name} value={mine[name]} />
      ))}
      {!differing.includes('artwork') && mine.artwork && (
        <input type="hidden" name="artworkKept" value={mine.artwork} />
      )}
      {differing.map(field => (
        <Both field={field} mine={mine[field]!} theirs={theirs[field] ?? ''} now={now} closed={closed} />
      ))}
      <FormActions>
        {!closed && <Button>{t('material.save')}</Button>}
        <a href={`/materi/${materialId}?bahasa=${now.language}`}>{t('material.clash-leave')}</a>
      </FormActions>
    </form>
  )
}

interface BothProps {
  field: string
  mine: string
  theirs: string
  now: Version
  closed: boolean
}

const Both = ({ field, mine, theirs, now, closed }: BothProps) => {
  const { t } = useLanguage()
  const name = field === 'artwork' ? 'artworkKept' : field
  const sides = [
    { value: mine, label: t('material.mine'), checked: true },
    { value: theirs, label: t('material.theirs'), checked: false },
  ]
  return (
    <fieldset class="group" id={field}>
      <legend>
        <h2>{fieldName(field, t)}</h2>
      </legend>
      <div class="pair">
        {sides.map(({ value, label, checked }) => (
          <Side
            choice={closed ? undefined : { name, value, checked }}
            label={label}
            said={
              <Said field={field} value={value} other={checked ? theirs : mine} now={now} mine={checked} />
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

interface SideProps {
  choice: { name: string; value: string; checked: boolean } | undefined
  label: string
  said: VNode
}

/** One of two texts: to be chosen, or only to be read where nothing can be saved any more. */
const Side = ({ choice, label, said }: SideProps) => {
  const text = (
    <span>
      {label}
      <small class="pre">{said}</small>
    </span>
  )
  if (!choice) return <div class="panel">{text}</div>
  return (
    <label class="choice">
      <input type="radio" {...choice} />
      {text}
    </label>
  )
}

interface SaidProps {
  field: string
  value: string
  other: string
  now: Version
  mine: boolean
}

const Said = ({ field, value, other, now, mine }: SaidProps) => {
  const { t } = useLanguage()
  if (field === 'artwork') {
    if (mine) return <>{t(value ? 'material.picture-mine' : 'material.picture-none')}</>
    return (
      <img
        class="poster"
        src={`/materi/${now.materialId}/${now.number}/portrait`}
        alt={now.altText}
        {...setIn(now.language)}
      />
    )
  }
  if (value === '') return <>{t('material.left-empty')}</>
  return (
    <span {...(isSpoken(field) && setIn(now.language))}>
      {wordDiff(other, value).map(({ words, is }) =>
        is === 'same' ? words : is === 'new' ? <mark>{words}</mark> : '',
      )}
    </span>
  )
}
