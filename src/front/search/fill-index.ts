import { createHash } from 'node:crypto'
import { campaignTexts } from '../../campaigns/index.ts'
import { published } from '../../news/index.ts'
import { currentProcedure, procedureTexts, ruleTexts } from '../../offers/index.ts'
import { allOffices, contactsOf } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import type { Locale } from '../../platform/i18n/messages.ts'
import { safetyNow } from '../safety/read-safety.ts'
import { inLanguage, type Safety, type Said } from '../safety/safety.ts'
import { type Entry, replaceEntries } from './queries.ts'

const renewal = 60_000

/** Fills the index now, and again whenever what it is made from has changed; looks once a minute. @returns the way to stop */
export const keepIndex = async (house: House): Promise<() => void> => {
  let filled = ''
  const renew = async () => {
    filled = await fillIndex(house, filled)
  }
  await renew()
  const timer = setInterval(
    () => void renew().catch(error => house.log.error({ err: error }, 'search index')),
    renewal,
  )
  timer.unref()
  return () => clearInterval(timer)
}

/** @param filled the fingerprint of what the index holds. @returns that of what it holds now */
export const fillIndex = ({ db }: Pick<House, 'db'>, filled = ''): Promise<string> =>
  db.asPublic(entriesNow).then(async entries => {
    const now = createHash('sha256').update(JSON.stringify(entries)).digest('hex')
    if (now !== filled) await db.asJob(tx => replaceEntries(tx, entries))
    return now
  })

/** Everything that the public may find, as it stands now. */
const entriesNow = async (tx: Tx): Promise<Entry[]> => {
  const safety = await safetyNow(tx)
  const offices = await allOffices(tx)
  const contacts = await contactsOf(
    tx,
    offices.map(({ id }) => id),
  )
  const campaigns = await campaignTexts(tx)
  const articles = await published(tx)
  const { procedure } = await currentProcedure(tx)
  const rules = await ruleTexts(tx)
  return (['id', 'en'] as const).flatMap(language => [
    ...pagesOf(safety, language),
    {
      path: '/kantor-terdekat',
      language,
      title: languages[language].t('finder.title'),
      body: offices
        .map(({ id, name }) =>
          [name, ...contacts.filter(c => c.officeId === id && c.verifiedOn).map(c => c.value)].join(' '),
        )
        .join('. '),
    },
    ...procedureTexts(procedure, language).map(({ text, ...page }) => ({ ...page, language, body: text })),
    ...rules.map(rule => ({
      path: `/cek#${rule.id}`,
      language,
      title: rule.title[language],
      body: rule.text[language],
    })),
    ...articles.map(({ slug, title, body }) => ({ path: `/berita/${slug}`, language, title, body })),
    ...campaigns.map(({ slug, title, text }) => ({ path: `/k/${slug}`, language, title, body: text })),
  ])
}

const pagesOf = (safety: Safety, language: Locale): Entry[] => {
  const { t } = languages[language]
  const say = (texts: Said[]) => texts.map(text => inLanguage(text, language)).join(' ')
  return [
    {
      path: '/',
      language,
      title: t('public.start-title'),
      body: [
        t('public.start-lead'),
        t('public.before-title'),
        t('public.before-1'),
        t('public.before-2'),
        t('public.before-3'),
        t('public.before-4'),
      ].join(' '),
    },
    {
      path: '/bantuan',
      language,
      title: t('help.title'),
      body: say([...safety.danger, ...safety.hotlines.flatMap(({ name, purpose }) => [name, purpose])]),
    },
    {
      path: '/aman',
      language,
      title: t('safe.title'),
      body: [
        t('safe.leave-text'),
        say([...safety.clearTraces, ...safety.sharedPhone]),
        t('safe.copy-text'),
      ].join(' '),
    },
  ]
}
