import type { Translate } from '../../platform/i18n/messages.ts'
import type { Version } from './guidance.ts'
import type { VersionHead } from './kind-pages.tsx'
import type { Author } from './queries.ts'

/** Versions with the names of who wrote and who decided; the first one came with the program. */
export const headsOf = (versions: Version[], people: Author[], t: Translate): VersionHead[] => {
  const nameOf = (id: string | null) => {
    const person = people.find(one => one.id === id)
    return person ? `${person.name} (${person.office})` : t('guidance.shipped')
  }
  return versions.map(version => ({
    ...version,
    changeNote: version.authorId ? version.changeNote : t('guidance.shipped-note'),
    author: nameOf(version.authorId),
    decider: nameOf(version.decidedBy),
  }))
}
