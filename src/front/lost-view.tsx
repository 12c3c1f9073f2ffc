import { ThreeDoors } from './home/pages.tsx'
import { SearchForm } from './search/search-page.tsx'

/** Ways on from an address that does not exist. */
export const WaysOn = () => (
  <>
    <SearchForm />
    <ThreeDoors reporting={false} />
  </>
)
