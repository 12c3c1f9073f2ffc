import type { ComponentChildren } from 'preact'
import type { House } from '../platform/house.ts'
import { page } from '../platform/http/page.tsx'
import type { Language } from '../platform/i18n/language.tsx'
import type { MessageKey } from '../platform/i18n/messages.ts'
import { ConsoleFrame, Document } from '../ui/index.ts'
import type { Actor } from './actor.ts'
import { may, type Permission } from './permissions.ts'

/** An entry of the console's menu. */
export interface NavItem {
  href: string
  label: MessageKey
  may: Permission
}

export interface PageParts {
  title: string
  crumbs?: ComponentChildren
  lead?: ComponentChildren
  actions?: ComponentChildren
  status?: number
  refresh?: number | undefined
}

interface Setting {
  actor: Actor
  language: Language
  path: string
}

/** A page of the console: the menu of what this person may do, and the view inside. */
export const staffPage = (
  { assets }: Pick<House, 'assets'>,
  nav: NavItem[],
  { actor, language, path }: Setting,
  view: ComponentChildren,
  { title, status, refresh, ...head }: PageParts,
): Response => {
  const { t, locale } = language
  const entries = nav
    .filter(item => may(actor, item.may))
    .map(({ href, label }) => ({
      href,
      label: t(label),
      current: path === href || path.startsWith(`${href}/`),
    }))
  return page(
    <Document
      lang={locale}
      title={`${title} · Sinergi`}
      stylesheet={assets.url('console.css')}
      script={assets.url('console.ts')}
      refresh={refresh}
    >
      <ConsoleFrame
        {...head}
        title={title}
        banner={actor.sample ? t('sample.banner') : undefined}
        nav={entries}
        person={actor.name}
        office={actor.office.shortName}
        words={{
          skip: t('frame.skip'),
          menu: t('frame.menu'),
          signOut: t('frame.sign-out'),
          otherLanguage: t('frame.other-language'),
          account: t('account.title'),
          unsent: t('kept-proof.unsent', { count: '{count}' }),
        }}
        otherLanguageHref={otherLanguage(language, path)}
      >
        {view}
      </ConsoleFrame>
    </Document>,
    language,
    status,
  )
}

/** The address that changes the language and comes back. */
export const otherLanguage = ({ locale }: Language, path: string) =>
  `/bahasa/${locale === 'id' ? 'en' : 'id'}?ke=${encodeURIComponent(path)}`
