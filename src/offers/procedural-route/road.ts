import type { Destination, Paper, Procedure, Scheme, Step } from './procedure.ts'

/** What somebody said about where they go and how; either may still be open. */
export interface Way {
  scheme: Scheme | undefined
  destination: Destination | undefined
}

export interface Road extends Way {
  steps: Step[]
  documents: Paper[]
}

type Content = Pick<Procedure, 'schemes' | 'destinations' | 'documents' | 'steps'>

/** The way as named in an address; what nobody knows counts as not said. */
export const wayOf = (procedure: Content, scheme?: string, destination?: string): Way => ({
  scheme: procedure.schemes.find(({ id }) => id === scheme),
  destination: procedure.destinations.find(({ id }) => id === destination),
})

/** The steps and documents of one way. Where the scheme is open, what belongs to some schemes is shown too. */
export const roadOf = (procedure: Content, way: Way): Road => {
  const belongs = ({ schemes, destinations }: Pick<Step, 'schemes' | 'destinations'>) =>
    (schemes.length === 0 || !way.scheme || schemes.includes(way.scheme.id)) &&
    (destinations.length === 0 || destinations.includes(way.destination?.id ?? ''))
  return {
    ...way,
    steps: procedure.steps.filter(belongs),
    documents: procedure.documents.filter(belongs),
  }
}

/** What keeps a road from leading to departure: stretches without a step, and documents that no step gives. */
export const gapsIn = ({ steps, documents }: Road, stages: readonly string[]): string[] => [
  ...stages.filter(stage => !steps.some(step => step.stage === stage)),
  ...documents.map(({ id }) => id).filter(id => !steps.some(({ gives }) => gives.includes(id))),
]

/** Every way there is, for those who must look at all of them. */
export const allWays = ({ schemes, destinations }: Content): Way[] =>
  schemes.flatMap(scheme => destinations.map(destination => ({ scheme, destination })))
