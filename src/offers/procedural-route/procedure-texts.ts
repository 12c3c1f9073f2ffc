import type { Locale } from '../../platform/i18n/messages.ts'
import type { Procedure } from './procedure.ts'

export interface PublicText {
  path: string
  title: string
  text: string
}

/** What a search over the public pages finds of the road: a text for each step and document. */
export const procedureTexts = (procedure: Procedure, locale: Locale = 'id'): PublicText[] => [
  ...procedure.steps.map(({ id, title, what, who, wrong }) => ({
    path: `/jalur/langkah/${id}`,
    title: title[locale],
    text: [what, who, wrong].map(part => part[locale]).join(' '),
  })),
  ...procedure.documents.map(({ id, name, meaning, where, wrong }) => ({
    path: `/jalur/dokumen/${id}`,
    title: name[locale],
    text: [meaning, where, wrong].map(part => part[locale]).join(' '),
  })),
]
