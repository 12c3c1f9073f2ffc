import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, ButtonLink, type Column, Panel, Table } from '../../ui/index.ts'
import { isObject, type Json, keyOf, newItem, type Path, writePath } from './document.ts'
import { choiceName, itemName, partName, plain } from './names.ts'
import { hasPages, type Shape } from './shape.ts'

interface ListProps {
  slug: string
  path: Path
  title: string
  inside: Shape & { kind: 'list' | 'map' }
  items: Json | undefined
  mayEdit: boolean
  query: string
  lastChange: Map<string, { number: number; when: string }> | undefined
}

interface Row {
  step: string
  item: Json
}

/** The items of a list, each with a way to its page. */
export const ItemList = ({ slug, path, title, inside, items, mayEdit, query, lastChange }: ListProps) => {
  const language = useLanguage()
  const { t } = language
  const all = rowsOf(items)
  const rows = all.filter(({ item }) => matches(JSON.stringify(item), query))
  const item = inside.kind === 'list' ? inside.item : inside.value
  const href = (step: string) => `/pedoman/${slug}/isi?di=${encodeURIComponent(writePath([...path, step]))}`
  const columns: Column<Row>[] = [
    { title, cell: row => <a href={href(row.step)}>{itemName(language, row.item, row.step)}</a> },
    ...columnsOf(item).map(name => ({
      title: partName(language, name),
      cell: (row: Row) => shown(isObject(row.item) ? row.item[name] : undefined),
    })),
    ...(lastChange ? [{ title: t('guidance.last-change'), cell: (row: Row) => changeOf(row) }] : []),
  ]
  const shown = (value: Json | undefined) =>
    typeof value === 'string' ? choiceName(language, value) : plain(language, value)
  const changeOf = ({ step }: Row) => {
    const last = lastChange?.get(writePath([...path, step]))
    return last ? t('guidance.changed-in', last) : t('guidance.changed-in-draft')
  }
  return (
    <Panel
      title={`${title} (${language.number(all.length)})`}
      actions={
        mayEdit && (
          <ButtonLink kind="quiet" href={href(newItem)}>
            {t('guidance.add')}
          </ButtonLink>
        )
      }
    >
      {all.length > 8 && <Search slug={slug} path={path} query={query} />}
      {rows.length === 0 ? (
        <p class="quiet">{t(query ? 'guidance.nothing-matches' : 'guidance.empty-list')}</p>
      ) : (
        <Table caption={title} columns={columns} rows={rows} />
      )}
    </Panel>
  )
}

const rowsOf = (items: Json | undefined): Row[] => {
  if (Array.isArray(items)) return items.map((item, at) => ({ step: keyOf(item) ?? String(at), item }))
  return Object.entries(isObject(items) ? items : {}).map(([step, item]) => ({ step, item }))
}

const matches = (text: string, query: string) => {
  const low = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every(word => low.includes(word))
}

/** What a list shows beside the name: what it can be told by at a glance. */
const columnsOf = (shape: Shape): string[] => {
  if (shape.kind !== 'object') return []
  const telling = shape.fields.filter(
    ({ name, shape: inside }) =>
      !hasPages(inside) &&
      !['id', 'title', 'name', 'label'].includes(name) &&
      (['number', 'choice'].includes(inside.kind) ||
        name === 'source' ||
        (inside.kind === 'text' && !inside.long)),
  )
  return telling.slice(0, 4).map(({ name }) => name)
}

const Search = ({ slug, path, query }: { slug: string; path: Path; query: string }) => {
  const { t } = useLanguage()
  const id = `q-${path.join('-')}`
  return (
    <search>
      <form action={`/pedoman/${slug}/isi`} class="row end">
        <input type="hidden" name="di" value={writePath(path.slice(0, -1))} />
        <div class="field">
          <label for={id}>{t('guidance.search')}</label>
          <input id={id} name="q" type="search" value={query} />
        </div>
        <Button kind="quiet">{t('guidance.search-do')}</Button>
      </form>
    </search>
  )
}
