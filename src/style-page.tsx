import type { House } from './platform/house.ts'
import { page } from './platform/http/page.tsx'
import { open, type Route } from './platform/http/route.ts'
import { Document, Gallery } from './ui/index.ts'

/** Every component in every state, to look at: /gaya. */
export const styleRoutes = ({ assets }: House): Route[] => [
  open('GET', '/gaya', ({ language }) =>
    page(
      <Document
        lang="id"
        title={`${language.t('style.title')} · Sinergi`}
        stylesheet={assets.url('console.css')}
        script={assets.url('console.ts')}
      >
        <Gallery />
      </Document>,
      language,
    ),
  ),
]
