import type { ComponentChildren } from 'preact'
import { Mark } from './mark.tsx'

interface Props {
  words: { skip: string; otherLanguage: string }
  /** Sets the other language and comes back here. */
  otherLanguageHref: string
  /** The quick exit, on pages that someone at the reader's shoulder should not see. */
  leave?: ComponentChildren
  hero?: ComponentChildren
  foot?: ComponentChildren
  narrow?: boolean
  children: ComponentChildren
}

/** The frame of every page for the public. */
export const PublicFrame = ({ words, otherLanguageHref, leave, hero, foot, narrow, children }: Props) => (
  <>
    <a class="skip" href="#main">
      {words.skip}
    </a>
    <header class="masthead">
      <div class="wrap">
        <Mark href="/" />{' '}
        <a class="language" href={otherLanguageHref}>
          {words.otherLanguage}
        </a>{' '}
        {leave}
      </div>
    </header>
    {hero}
    <main id="main" class={narrow ? 'wrap narrow stack loose' : 'wrap stack loose'}>
      {children}
    </main>
    {foot && (
      <footer class="foot">
        <div class="wrap stack tight">{foot}</div>
      </footer>
    )}
  </>
)

/** Away from here at once, to a page that says nothing; the address left behind is not passed on. */
export const QuickExit = ({ href, label }: { href: string; label: string }) => (
  <a class="leave" href={href} rel="noreferrer">
    {label}
  </a>
)
