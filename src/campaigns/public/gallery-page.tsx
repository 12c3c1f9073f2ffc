import { useLanguage } from '../../platform/i18n/language.tsx'
import { type FormState, Select } from '../../ui/index.ts'
import { whatsAppLink } from '../duties/caption.ts'
import { type Format, formats } from '../format.ts'
import { languageName, setIn } from '../materials/language.ts'
import { downloadOf, pageOf, pictureOf } from './addresses.ts'
import type { Choices, Shown } from './queries.ts'

interface Props {
  shown: Shown[]
  choices: Choices
  wanted: { topic?: string | undefined; language?: string | undefined; format?: Format | undefined }
  next: string | undefined
  publicUrl: string
}

/** Everything that may be passed on: look, choose, download, share. */
export const GalleryPage = ({ shown, choices, wanted, next, publicUrl }: Props) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('gallery.title')}</h1>
      <p>{t('gallery.lead')}</p>
      <Filter choices={choices} wanted={wanted} />
      {shown.length === 0 && (
        <p>
          {t('gallery.none')} <a href="/k">{t('gallery.all')}</a>
        </p>
      )}
      {shown.map(item => (
        <Item item={item} format={wanted.format} publicUrl={publicUrl} />
      ))}
      {next && (
        <p>
          <a href={next}>{t('gallery.more')}</a>
        </p>
      )}
      <p class="small">
        {t('gallery.feeds')} <a href="/k/umpan.atom">Atom</a> · <a href="/k/umpan.json">JSON Feed</a>
      </p>
    </>
  )
}

const Filter = ({ choices, wanted }: Pick<Props, 'choices' | 'wanted'>) => {
  const { t } = useLanguage()
  const form: FormState = { values: {}, errors: {} }
  return (
    <form class="panel stack" action="/k">
      <Select
        form={form}
        name="topik"
        label={t('gallery.topic')}
        empty={t('gallery.any-topic')}
        options={choices.topics.map(({ slug, title }) => ({ value: slug, label: title }))}
        value={wanted.topic ?? ''}
      />
      <Select
        form={form}
        name="bahasa"
        label={t('gallery.language')}
        empty={t('gallery.any-language')}
        options={choices.languages.map(code => ({
          value: code,
          label: languageName(code, t),
        }))}
        value={wanted.language ?? ''}
      />
      <Select
        form={form}
        name="format"
        label={t('gallery.format')}
        empty={t('gallery.any-format')}
        options={formats.map(format => ({ value: format, label: t(`format.${format}`) }))}
        value={wanted.format ?? ''}
      />
      <button class="btn">{t('gallery.choose')}</button>
    </form>
  )
}

const Item = ({
  item,
  format,
  publicUrl,
}: {
  item: Shown
  format: Format | undefined
  publicUrl: string
}) => {
  const { t } = useLanguage()
  const page = pageOf(item)
  return (
    <article class="panel split">
      <img
        class="poster"
        src={pictureOf(item, 360)}
        width="360"
        height="450"
        loading="lazy"
        alt={item.altText}
        {...setIn(item.language)}
      />
      <div class="stack">
        <h2 {...setIn(item.language)}>
          <a href={page}>{item.headline}</a>
        </h2>
        <p class="small quiet">
          {item.campaign} · {item.owners[0]}
          {item.sample && ` · ${t('sample.mark')}`}
        </p>
        <Downloads spot={item} formats={format ? [format] : formats} headline={item.headline} />
        <p>
          <a
            class="btn wa wide"
            href={whatsAppLink(`${item.headline}\n${publicUrl}${page}`)}
            rel="noopener noreferrer"
          >
            {t('public.share-whatsapp')}
          </a>
        </p>
      </div>
    </article>
  )
}

interface DownloadsProps {
  spot: Parameters<typeof downloadOf>[0]
  formats: readonly Format[]
  headline: string
}

/** The same message in the forms that walls, screens and chats want. */
export const Downloads = ({ spot, formats, headline }: DownloadsProps) => {
  const { t } = useLanguage()
  return (
    <nav aria-label={t('gallery.downloads-of', { headline })}>
      <p class="small quiet">{t('gallery.downloads')}</p>
      <ul class="points">
        {formats.map(format => (
          <li>
            <a href={downloadOf(spot, format)}>{t(`format.${format}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
