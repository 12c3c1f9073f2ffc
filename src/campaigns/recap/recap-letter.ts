import { typeset } from '../../platform/documents/typeset.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { threeFigures } from './figures.ts'
import type { Recap, RecapProof } from './recap.ts'

const wordKeys = {
  heading: 'recap.heading',
  number: 'recap.number',
  attachment: 'recap.attachment',
  to: 'recap.to',
  subject: 'recap.subject',
  opening: 'recap.opening',
  period: 'recap.span',
  accepted: 'coverage.duties-accepted',
  done: 'recap.accepted',
  visits: 'coverage.visits',
  excused: 'recap.excused',
  office: 'office.one',
  material: 'campaign.materials',
  channel: 'recap.channel',
  due: 'schedule.due',
  standing: 'recap.standing',
  offices: 'recap.offices',
  method: 'recap.method',
  methodTitle: 'recap.method-title',
  closing: 'recap.closing',
  asOf: 'recap.as-of',
  fingerprint: 'recap.fingerprint',
  signature: 'recap.signature',
  signer: 'recap.signer',
  copies: 'recap.copies',
  annex: 'recap.annex',
  addresses: 'recap.addresses',
  given: 'recap.given',
} as const satisfies Record<string, MessageKey>

/**
 * The recap as a letter to superiors, A4, tagged: head, number, subject, annexes and copies as offices write them, a page for every
 * office and an annex of what proves it.
 * @param pictures small photographs by the key of their file, and the office's logo
 */
export const recapLetter = (
  recap: Recap,
  hash: string,
  { t, locale, number }: Language,
  pictures: Record<string, Uint8Array>,
): Uint8Array => {
  const words = Object.fromEntries(Object.entries(wordKeys).map(([name, key]) => [name, t(key)]))
  const offices = recap.offices.map(office => ({
    ...office,
    figure: `${number(office.accepted)}/${number(office.duties)}`,
    visits: number(office.visits),
    excused: number(office.excused),
    proofs: office.proofs.filter(shownIn(pictures)),
  }))
  const proven = offices.filter(({ proofs }) => proofs.length > 0)
  const data = {
    ...recap,
    offices,
    words,
    figures: threeFigures(recap, t, number),
    subject: t('recap.subject-text', { title: recap.title, span: recap.span }),
    attachments: t('recap.attachments', { offices: offices.length, annex: proven.length > 0 ? 1 : 0 }),
    editionLine: t('recap.edition', { number: recap.number }),
    logoWord: t('paper.logo', { office: recap.head.name }),
    lang: locale,
    hash: hash.slice(0, 16),
  }
  return typeset({ template: 'src/campaigns/recap/recap.typ', data, files: pictures }).pdf({
    standard: 'ua-1',
  })
}

const shownIn =
  (pictures: Record<string, Uint8Array>) =>
  ({ url, fileKey }: RecapProof) =>
    url !== null || (fileKey !== null && fileKey in pictures)
