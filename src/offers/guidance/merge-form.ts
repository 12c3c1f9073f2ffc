import type { Body } from '../../platform/http/forms.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import type { Clash } from './compare.ts'
import { type Path, writePath } from './document.ts'

/** The name of the question about one place that two people changed. */
export const clashField = (path: Path) => `clash:${writePath(path)}`

export const chosenSide = (body: Body) => {
  const side = (clash: Clash) => body[clashField(clash.path)]
  return {
    choose: (clash: Clash): 'mine' | 'theirs' => (side(clash) === 'mine' ? 'mine' : 'theirs'),
    /** A message for each place about which nothing was said. */
    unanswered: (clashes: Clash[], t: Translate): Record<string, string> =>
      Object.fromEntries(
        clashes
          .filter(clash => side(clash) !== 'mine' && side(clash) !== 'theirs')
          .map(clash => [clashField(clash.path), t('form.choose')]),
      ),
  }
}
