import { typeset } from '../../platform/documents/typeset.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { fingerprint, type Recap } from './recap.ts'

const wordKeys = {
  heading: 'recap.heading',
  to: 'recap.to',
  subject: 'recap.subject',
  opening: 'recap.opening',
  period: 'campaign.period',
  owners: 'campaign.owners',
  accepted: 'coverage.duties-accepted',
  visits: 'coverage.visits',
  office: 'office.one',
  material: 'campaign.materials',
  channel: 'recap.channel',
  standing: 'recap.standing',
  offices: 'recap.offices',
  method: 'recap.method',
  methodTitle: 'recap.method-title',
  closing: 'recap.closing',
  asOf: 'recap.as-of',
  fingerprint: 'recap.fingerprint',
  signature: 'recap.signature',
  signer: 'recap.signer',
} as const satisfies Record<string, MessageKey>

/** The recap as a letter to superiors, A4, tagged, with a page for every office. */
export const recapLetter = (recap: Recap, { t, locale, number }: Language): Uint8Array => {
  const words = Object.fromEntries(Object.entries(wordKeys).map(([name, key]) => [name, t(key)]))
  const figures = {
    accepted: `${number(recap.accepted)}/${number(recap.duties)}`,
    visits: number(recap.visits),
  }
  const offices = recap.offices.map(office => ({
    ...office,
    figure: `${number(office.accepted)}/${number(office.duties)}`,
    visits: number(office.visits),
  }))
  const data = { ...recap, offices, figures, words, lang: locale, hash: fingerprint(recap).slice(0, 16) }
  return typeset({ template: 'src/campaigns/recap/recap.typ', data }).pdf({ standard: 'ua-1' })
}
