import type { ComponentChildren } from 'preact'
import { Mark } from './mark.tsx'

interface Props {
  words: { skip: string; otherLanguage: string }
  /** Sets the other language and comes back here. */
  otherLanguageHref: string
  hero?: ComponentChildren
  foot?: ComponentChildren
  narrow?: boolean
  children: ComponentChildren
}

/** The frame of every page for the public. */
export const PublicFrame = ({ words, otherLanguageHref, hero, foot, narrow, children }: Props) => (
  <>
    <a class="skip" href="#main">
      {words.skip}
    </a>
    <header class="masthead">
      <div class="wrap">
        <Mark href="/" />
        <a class="small" href={otherLanguageHref}>
          {words.otherLanguage}
        </a>
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
