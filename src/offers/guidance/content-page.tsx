import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Panel,
} from '../../ui/index.ts'
import { ChangeList } from './change-list.tsx'
import type { Change } from './compare.ts'
import { ItemList } from './content-list.tsx'
import { isObject, type Json, newItem, type Path, writePath } from './document.ts'
import { ItemFields } from './item-fields.tsx'
import { ownFields } from './item-form.ts'
import { itemName, partName, plain } from './names.ts'
import { hasPages, isLeaf, type Shape } from './shape.ts'

export interface ContentProps {
  slug: string
  path: Path
  shape: Shape
  item: Json | undefined
  mayEdit: boolean
  form: FormState
  rows: (list: string, shape: Shape) => number
  /** Whether it stands in a row with others, and can be moved in it. */
  inList: boolean
  /** The print of the item as it was when this form was drawn. */
  seen: string
  /** What somebody changed in the meantime: theirs before, what was typed after. */
  clashes: Change[]
  query: string
  /** When each item of the lists last changed: list/name to a version. */
  lastChange: Map<string, { number: number; when: string }> | undefined
}

/** One place of a document: its questions, and the lists that have pages of their own. */
export const ContentPage = (props: ContentProps) => {
  const { slug, path, shape, item, form, clashes } = props
  const language = useLanguage()
  const { t } = language
  const atTop = path.length === 0
  const fields = ownFields(shape, atTop)
  const lists = path.at(-1) === newItem ? [] : listsOf(shape, atTop)
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {clashes.length > 0 && (
        <Notice tone="warn" title={t('guidance.clash')}>
          <p>{t('guidance.clash-text')}</p>
          <ChangeList changes={clashes} before={t('guidance.now-there')} after={t('guidance.you-typed')} />
        </Notice>
      )}
      {fields.length > 0 &&
        (props.mayEdit ? <ItemEditor {...props} /> : <ItemFacts shape={shape} item={item} atTop={atTop} />)}
      {lists.map(({ name, inside }) => (
        <ItemList
          slug={slug}
          path={[...path, name]}
          title={partName(language, name)}
          inside={inside}
          items={isObject(item) ? item[name] : undefined}
          mayEdit={props.mayEdit}
          query={props.query}
          lastChange={props.lastChange}
        />
      ))}
      {props.mayEdit && path.length > 1 && path.at(-1) !== newItem && <ItemMoves {...props} />}
    </>
  )
}

/** Its place among the others, and its end. */
const ItemMoves = ({ slug, path, item, inList }: ContentProps) => {
  const language = useLanguage()
  const { t } = language
  const place = <input type="hidden" name="di" value={writePath(path)} />
  return (
    <Panel>
      <div class="row">
        {inList && (
          <form method="post" action={`/pedoman/${slug}/pindah`} class="row" data-once>
            {place}
            <Button kind="quiet" name="by" value="-1">
              {t('guidance.up')}
            </Button>
            <Button kind="quiet" name="by" value="1">
              {t('guidance.down')}
            </Button>
          </form>
        )}
        <form method="post" action={`/pedoman/${slug}/hapus`} data-once>
          {place}
          <Button kind="danger">
            {t('guidance.retire', { name: itemName(language, item, path.at(-1)!) })}
          </Button>
        </form>
      </div>
      <p class="hint">{t('guidance.retire-hint')}</p>
    </Panel>
  )
}

const listsOf = (shape: Shape, atTop: boolean) =>
  shape.kind !== 'object'
    ? []
    : shape.fields.flatMap(({ name, shape: inside }) =>
        hasPages(inside, atTop) && (inside.kind === 'list' || inside.kind === 'map')
          ? [{ name, inside }]
          : [],
      )

const ItemEditor = ({ slug, path, shape, form, rows, seen }: ContentProps) => {
  const { t } = useLanguage()
  const isNew = path.at(-1) === newItem
  // What a thing is called by stays: history follows it by that name.
  const isNamed = !isNew && path.length > 0 && Boolean(form.values.id)
  const fields = ownFields(shape, path.length === 0)
    .filter(({ name }) => name !== 'id' || !isNamed)
    .map(field => (field.name === 'id' ? { ...field, required: false } : field))
  return (
    <form method="post" action={`/pedoman/${slug}/isi`} class="stack loose" novalidate>
      <button hidden />
      <input type="hidden" name="di" value={writePath(path)} />
      <input type="hidden" name="seen" value={seen} />
      {isNamed && <input type="hidden" name="id" value={String(form.values.id)} />}
      <ItemFields form={form} fields={fields} rows={rows} />
      <FormActions>
        <Button>{t('guidance.save')}</Button>
        <ButtonLink
          kind="quiet"
          href={`/pedoman/${slug}/isi?di=${encodeURIComponent(writePath(path.slice(0, -2)))}`}
        >
          {t('guidance.cancel')}
        </ButtonLink>
      </FormActions>
    </form>
  )
}

const ItemFacts = ({ shape, item, atTop }: { shape: Shape; item: Json | undefined; atTop: boolean }) => {
  const language = useLanguage()
  return (
    <dl class="facts">
      {ownFields(shape, atTop).map(({ name, shape: inside }) => (
        <>
          <dt>{partName(language, name)}</dt>
          <dd class={isLeaf(inside) ? undefined : 'pre'}>
            {plain(language, isObject(item) ? item[name] : undefined) || '–'}
          </dd>
        </>
      ))}
    </dl>
  )
}
