import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'

export interface NavEntry {
  href: string
  label: string
  current?: boolean
  count?: number | undefined
}

interface Props {
  nav: NavEntry[]
  person: string
  office: string
  words: {
    skip: string
    menu: string
    signOut: string
    otherLanguage: string
    account: string
    unsent?: string
  }
  otherLanguageHref: string
  crumbs?: ComponentChildren
  title: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  banner?: string | undefined
  children: ComponentChildren
}

/** The frame of every page for staff: a menu at the side, on a phone behind one button at the top. */
export const ConsoleFrame = (props: Props) => (
  <div class="shell">
    <a class="skip" href="#main">
      {props.words.skip}
    </a>
    <header class="topbar">
      <Mark href="/hari-ini" onDark />
      <span class="office">{props.office}</span>
      <details>
        <summary>
          <Icon name="menu" />
          {props.words.menu}
        </summary>
        <Menu {...props} />
      </details>
    </header>
    <div class="rail">
      <Mark href="/hari-ini" onDark />
      <Menu {...props} beside />
    </div>
    <main id="main" class="main stack loose">
      {props.banner && <p class="sample">{props.banner}</p>}
      <Head {...props} />
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.children}
    </main>
  </div>
)

const Head = ({ crumbs, title, actions }: Props) => (
  <div class="head">
    <div>
      {crumbs && <p class="crumbs">{crumbs}</p>}
      <h1>{title}</h1>
    </div>
    {actions && <div class="actions">{actions}</div>}
  </div>
)

const Menu = ({ nav, person, office, words, otherLanguageHref, beside }: Props & { beside?: boolean }) => (
  <nav class={beside ? 'nav side' : 'nav'} aria-label={words.menu}>
    {nav.map(({ href, label, current, count }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>
        {label}
        {count ? <span class="n num">{count}</span> : null}
      </a>
    ))}
    <p class="who">
      <b>{person}</b>
      {office}
    </p>
    <a href="/akun">{words.account}</a>
    <a href={otherLanguageHref}>{words.otherLanguage}</a>
    <form method="post" action="/keluar" data-unsent={words.unsent}>
      <button>{words.signOut}</button>
    </form>
  </nav>
)
