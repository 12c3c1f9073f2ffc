import { type Paper, pdfOf } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { headOf, numberOf } from '../meetings/paper-head.ts'
import { type AgreementVersion, stateOf } from './agreement.ts'

const { t, day, longMoment } = languages.id

/** The agreement as an official paper with a place for each party's name; before all have signed it says so across the page. */
export const agreementPaper = async (
  house: House,
  tx: Tx,
  officeId: number,
  version: AgreementVersion,
): Promise<Uint8Array> => {
  const { head, short, logo } = await headOf(house, tx, officeId)
  const { agreementId, number, title, body, parties, signatures, hash, writtenAt } = version
  const heading = t('paper.agreement')
  const paper: Paper = {
    form: 'record',
    title: `${heading}: ${title}`,
    heading,
    numberLabel: t('paper.number'),
    number: numberOf(agreementId, `KSP-V${number}`, short, dayOf(writtenAt)),
    head,
    meta: [],
    placeDay: '',
    toLabel: '',
    to: '',
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('paper.subject'), title],
          ...parties.map(({ name }, index): [string, string] => [
            index === 0 ? t('agreement.parties') : '',
            name,
          ]),
          [t('meeting.day'), day(dayOf(writtenAt))],
        ],
      },
      { kind: 'text', text: t('paper.opening-agreement') },
      { kind: 'text', text: body },
      { kind: 'text', text: t('paper.closing-agreement') },
    ],
    signs: parties.map(({ officeId: party, name }) => {
      const signed = signatures.find(one => one.officeId === party)
      return {
        above: signed?.office ?? name,
        title: signed?.position ?? '',
        name: signed?.name ?? '',
        below: signed ? t('paper.signed-at', { moment: longMoment(signed.signedAt) }) : t('paper.to-sign'),
      }
    }),
    seal: t('paper.seal', { number, hash }),
    copiesLabel: '',
    copies: [],
    careful: t('paper.careful'),
    preview: stateOf(version) === 'in-force' ? '' : t('paper.draft'),
  }
  return pdfOf(paper, logo)
}
