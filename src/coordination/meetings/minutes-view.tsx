import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, type Tone } from '../../ui/index.ts'
import type { Block, BlockKind } from './meeting.ts'

/** What a part of the minutes has become since. */
export interface Grown {
  blockId: number
  kind: 'follow-up' | 'agreement'
  id: number
}

export interface Earlier {
  blockId: number
  version: number
  body: string
  writtenAt: Date
  writer: string | null
}

interface Props {
  meetingId: number
  block: Block
  earlier: Earlier[]
  grown: Grown[]
  mayWrite: boolean
}

const tones: Record<BlockKind, Tone> = { discussion: 'neutral', agreement: 'good', 'follow-up': 'info' }

/** One part of the minutes as it stands. */
export const BlockView = ({ meetingId, block, earlier, grown, mayWrite }: Props) => {
  const { t, moment } = useLanguage()
  const { id, kind, body, writer, office, writtenAt } = block
  const before = earlier.filter(({ blockId }) => blockId === id)
  return (
    <article class="panel stack tight">
      <p class="row apart">
        <Chip tone={tones[kind]}>{t(`minutes.block.${kind}`)}</Chip>
        {mayWrite && (
          <a
            href={`/rapat/${meetingId}/notulen?ubah=${id}#blok-${id}`}
            aria-label={t('minutes.edit-of', { kind: t(`minutes.block.${kind}`), start: body.slice(0, 40) })}
          >
            {t('minutes.edit')}
          </a>
        )}
      </p>
      <p class="pre">{body}</p>
      <p class="small quiet num">
        {t('minutes.written-by', { name: writer, office, moment: moment(writtenAt) })}
      </p>
      <Grow meetingId={meetingId} block={block} grown={grown} mayWrite={mayWrite} />
      {before.length > 0 && (
        <details>
          <summary>{t('minutes.earlier')}</summary>
          <ul class="stack">
            {before.map(text => (
              <li class="small">
                <span class="quiet num">
                  {text.writer} · {moment(text.writtenAt)}
                </span>
                <p class="pre">{text.body}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

/** What was agreed becomes an agreement, what has to be done a follow-up, each with one tap. */
const Grow = ({ meetingId, block, grown, mayWrite }: Omit<Props, 'earlier'>) => {
  const { t } = useLanguage()
  if (block.kind === 'discussion') return null
  const own = grown.filter(({ blockId, kind }) => blockId === block.id && kind === block.kind)
  const [first = '', ...rest] = block.body.split('\n')
  const handed = new URLSearchParams({ rapat: String(meetingId), blok: String(block.id) })
  if (block.kind === 'follow-up') {
    handed.set('judul', first.slice(0, 200))
    if (rest.length > 0 || first.length > 200) handed.set('uraian', block.body.slice(0, 1500))
  }
  const page = block.kind === 'agreement' ? '/kesepakatan' : '/tindak-lanjut'
  return (
    <p class="row small">
      {own.map(({ id }) => (
        <a href={`${page}/${id}`}>{t(`minutes.grown-${block.kind as 'agreement'}`, { id })}</a>
      ))}
      {mayWrite && own.length === 0 && (
        <ButtonLink kind="quiet" href={`${page}/baru?${handed}`}>
          {t(`minutes.grow-${block.kind as 'agreement'}`)}
        </ButtonLink>
      )}
    </p>
  )
}
