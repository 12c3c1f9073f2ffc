import { createHash } from 'node:crypto'

export interface Party {
  officeId: number
  name: string
}

export interface Signature {
  officeId: number
  office: string
  name: string
  position: string
  signedAt: Date
  hash: string
}

export interface AgreementText {
  agreementId: number
  number: number
  title: string
  body: string
  parties: readonly Party[]
}

export interface AgreementVersion extends AgreementText {
  hash: string
  canonical: string
  writer: string
  writtenAt: Date
  signatures: Signature[]
}

/** How a version stands: nobody has signed, some have, all have. */
export type AgreementState = 'draft' | 'signing' | 'in-force'

export const stateOf = ({
  parties,
  signatures,
}: Pick<AgreementVersion, 'parties' | 'signatures'>): AgreementState => {
  const signed = parties.filter(party => signatures.some(({ officeId }) => officeId === party.officeId))
  if (signed.length === 0) return 'draft'
  return signed.length === parties.length ? 'in-force' : 'signing'
}

/**
 * What a signature stands for, to the byte: the same text, parties and version give the same bytes on any machine. UTF-8, lines
 * end with a line feed, parties in the order of their numbers.
 */
export const canonicalText = ({ agreementId, number, title, body, parties }: AgreementText): string =>
  [
    'sinergi/kesepakatan/1',
    `nomor ${agreementId}`,
    `versi ${number}`,
    ...parties
      .toSorted((a, b) => a.officeId - b.officeId)
      .map(({ officeId, name }) => `pihak ${officeId} ${line(name)}`),
    `judul ${line(title)}`,
    '',
    body.normalize('NFC').replace(/\r\n?/g, '\n'),
    '',
  ].join('\n')

export const hashOf = (canonical: string): string =>
  createHash('sha256').update(canonical, 'utf8').digest('hex')

/** Whether what stands on the page is what was hashed, and what was hashed is what was signed. */
export const isGenuine = (version: AgreementVersion): boolean =>
  hashOf(version.canonical) === version.hash &&
  bodyOf(version.canonical) === bodyOf(canonicalText(version)) &&
  version.signatures.every(({ hash }) => hash === version.hash)

// The name of a party may change later; the text, title and version may not.
const bodyOf = (canonical: string) => {
  const [head = '', ...body] = canonical.split('\n\n')
  return [head.replace(/^(pihak \d+) .*$/gm, '$1'), ...body].join('\n\n')
}

const line = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim()
