import type { ComponentChildren } from 'preact'
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
  words: { skip: string; menu: string; signOut: string; otherLanguage: string; account: string }
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
      <details>
        <summary aria-label={props.words.menu} />
        <div>
          <Menu {...props} label={props.words.menu} />
        </div>
      </details>
    </header>
    <div class="nav side">
      <Mark href="/hari-ini" onDark />
      <Menu {...props} label={props.words.menu} />
    </div>
    <main id="main" class="main stack loose">
      {props.banner && <p class="sample">{props.banner}</p>}
      <div class="head">
        <div class="stack tight">
          {props.crumbs && <p class="small quiet">{props.crumbs}</p>}
          <h1>{props.title}</h1>
        </div>
        {props.actions && <div class="actions">{props.actions}</div>}
      </div>
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.children}
    </main>
  </div>
)

const Menu = ({ nav, person, office, words, otherLanguageHref, label }: Props & { label: string }) => (
  <nav class="nav" aria-label={label}>
    {nav.map(({ href, label, current, count }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>
        {label}
        {count ? <span class="n">{count}</span> : null}
      </a>
    ))}
    <p class="who">
      {person}
      <br />
      {office}
    </p>
    <a href="/akun">{words.account}</a>
    <a href={otherLanguageHref}>{words.otherLanguage}</a>
    <form method="post" action="/keluar">
      <button>{words.signOut}</button>
    </form>
  </nav>
)
