import { useLanguage } from '../../platform/i18n/language.tsx'
import { Steps } from '../../ui/index.ts'
import { unpacked } from '../contents.ts'
import { isTold } from './status.ts'
import type { StatusProps } from './status-page.tsx'

type Entry = StatusProps['entries'][number]

/** What was said on both sides, the story first. */
export const Messages = ({ entries, complaint }: StatusProps) => {
  const { t, moment } = useLanguage()
  return (
    <section class="stack">
      <h2>{t('status.messages')}</h2>
      {entries.map(entry => {
        const said = saidIn(entry)
        return (
          said && (
            <article class="panel stack tight">
              <p class="small quiet">
                <b>{t(`status.from-${said.from}`, { office: complaint.owner })}</b> ·{' '}
                <span class="num">{moment(entry.at)}</span>
              </p>
              <p class="pre" dir="auto">
                {said.file === undefined ? said.text : t('status.file', { name: said.file })}
              </p>
            </article>
          )
        )
      })}
    </section>
  )
}

const saidIn = ({
  kind,
  text,
}: Entry): { from: 'reporter' | 'office'; text?: string; file?: string } | undefined => {
  if (!text) return undefined
  if (kind === 'story') return { from: 'reporter', text: unpacked('story', text).story }
  if (kind === 'message') return unpacked('message', text)
  if (kind !== 'file') return undefined
  const { from, name } = unpacked('file', text)
  return { from, file: name }
}

/** What has happened, as far as it concerns the reporter. */
export const Happened = ({ events }: StatusProps) => {
  const { t, moment } = useLanguage()
  const shown = events.flatMap(event => (isTold(event.deed) ? [{ ...event, deed: event.deed }] : []))
  return (
    <section class="stack tight">
      <h2>{t('status.happened')}</h2>
      <Steps
        items={shown.map(({ deed, at, office }, place) => ({
          title: t(`status.deed-${deed}`, { office: office ?? '' }),
          detail: moment(at),
          state: place === shown.length - 1 ? 'now' : 'done',
        }))}
      />
    </section>
  )
}
