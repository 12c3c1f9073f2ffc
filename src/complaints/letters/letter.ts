export interface FieldRule {
  kind: 'line' | 'lines' | 'day' | 'choice'
  required?: boolean
  choices?: readonly string[]
}

const line = { kind: 'line' } as const
const lines = { kind: 'lines' } as const
const must = { required: true } as const

/** Who hands over by which way: over land, by air, or to somebody else who comes for the person. */
export const ways = ['land', 'air', 'others'] as const

// On every letter: where, when, and who signs.
const signed = {
  place: { ...line, ...must },
  day: { kind: 'day', ...must },
  signer: { ...line, ...must },
  signerTitle: { ...line, ...must },
} as const

/** The parts of an identity that a paper may name. */
export type IdentityPart = 'workerName' | 'reporterName' | 'bornOn' | 'nik' | 'passport'

export interface LetterRule {
  /** As it stands in the number: 012/BAST/BP3MI-SULTENG/XI/2026. */
  code: string
  /** Whoever it is addressed to stands above, or both sides sign below. */
  form: 'letter' | 'record'
  /** What of the identity this paper needs, once it has been opened with a motive. */
  identity: readonly IdentityPart[]
  fields: Readonly<Record<string, FieldRule>>
}

/** Each letter with only the fields it needs. */
export const letterRules = {
  screening: {
    code: 'LAA',
    form: 'record',
    identity: ['workerName', 'bornOn', 'passport'],
    fields: { subject: { ...line, ...must }, ...signed, copies: lines },
  },
  'hand-over': {
    code: 'BAST',
    form: 'record',
    identity: ['workerName', 'bornOn', 'passport'],
    fields: {
      subject: { ...line, ...must },
      way: { kind: 'choice', choices: ways, ...must },
      from: { ...line, ...must },
      destination: { ...line, ...must },
      receiver: { ...line, ...must },
      receiverTitle: line,
      receiverOffice: { ...line, ...must },
      condition: lines,
      goods: lines,
      ...signed,
      witnesses: lines,
    },
  },
  referral: {
    code: 'RUJ',
    form: 'letter',
    identity: ['workerName', 'bornOn', 'nik', 'passport'],
    fields: {
      to: { ...lines, ...must },
      subject: { ...line, ...must },
      matter: { ...lines, ...must },
      needs: { ...lines, ...must },
      consent: { ...line, ...must },
      attachments: line,
      ...signed,
      copies: lines,
    },
  },
  'clarification-first': {
    code: 'BAK-I',
    form: 'record',
    identity: ['workerName', 'passport'],
    fields: {
      subject: { ...line, ...must },
      opponent: { ...line, ...must },
      present: { ...lines, ...must },
      matter: { ...lines, ...must },
      saidByWorker: { ...lines, ...must },
      saidByOpponent: { ...lines, ...must },
      outcome: { ...lines, ...must },
      ...signed,
    },
  },
  'clarification-second': {
    code: 'BAK-II',
    form: 'record',
    identity: ['workerName', 'passport'],
    fields: {
      subject: { ...line, ...must },
      opponent: { ...line, ...must },
      present: { ...lines, ...must },
      saidByWorker: { ...lines, ...must },
      saidByOpponent: { ...lines, ...must },
      commitment: { ...lines, ...must },
      commitmentBy: { kind: 'day', ...must },
      ...signed,
    },
  },
  answer: {
    code: 'JWB',
    form: 'letter',
    identity: ['reporterName'],
    fields: {
      to: { ...lines, ...must },
      done: { ...lines, ...must },
      next: { ...lines, ...must },
      attachments: line,
      ...signed,
      copies: lines,
    },
  },
} as const satisfies Record<string, LetterRule>

export type LetterKind = keyof typeof letterRules
export const letterKinds = Object.keys(letterRules) as LetterKind[]
export const ruleOf = (kind: LetterKind): LetterRule => letterRules[kind]
export const isLetterKind = (word: string | undefined): word is LetterKind =>
  letterKinds.some(kind => kind === word)

export type Fields = Record<string, string>
