import type { Translate } from '../../platform/i18n/messages.ts'
import type { Recap } from './recap.ts'

export interface Figure {
  figure: string
  label: string
}

/** The three figures that matter: the same on the page, on the paper and in the mail. */
export const threeFigures = (
  { accepted, duties, silent, visits }: Pick<Recap, 'accepted' | 'duties' | 'silent' | 'visits'>,
  t: Translate,
  number: (figure: number) => string,
): Figure[] => [
  { figure: `${number(accepted)}/${number(duties)}`, label: t('coverage.duties-accepted') },
  { figure: number(silent), label: t('recap.silent-offices') },
  { figure: number(visits), label: t('coverage.visits-label') },
]
