import type { Bearing, Procedure } from './procedure.ts'

type Question = Procedure['questions'][number]
export interface Answered {
  question: Question
  /** Nothing where the question was left out. */
  answer: Question['answers'][number] | undefined
}

/** What was answered, question by question; words that are no answer count as none. */
export const answersOf = ({ questions }: Procedure, sent: Record<string, unknown>): Answered[] =>
  questions.map(question => ({
    question,
    answer: question.answers.find(({ id }) => id === sent[question.id]),
  }))

/** The gravest thing said. There is no outcome that promises anything. */
export const outcomeOf = (answered: Answered[]): Bearing => {
  if (answered.some(({ answer }) => answer?.bearing === 'stop')) return 'stop'
  return answered.every(({ answer }) => answer?.bearing === 'in-place') ? 'in-place' : 'missing'
}
