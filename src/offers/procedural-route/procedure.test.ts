import { expect, test } from 'vitest'
import { shippedGuidance } from '../guidance/guidance.ts'
import { type Procedure, procedureSchema, stages } from './procedure.ts'
import { procedureTexts } from './procedure-texts.ts'
import { allWays, gapsIn, roadOf } from './road.ts'

const shipped = () => structuredClone(shippedGuidance('procedural-route')) as Procedure

test('what comes with the program is a whole procedure', () => {
  expect(procedureSchema.safeParse(shipped()).error).toBeUndefined()
  expect(shipped().documents.length).toBe(8)
})

test('every way leads to departure, in order, and only an agency asks for a placement agreement', () => {
  const ways = allWays(shipped())
  expect(ways.length).toBe(5 * 14)
  for (const way of ways) {
    const road = roadOf(shipped(), way)
    expect([way, gapsIn(road, stages)]).toEqual([way, []])
    const order = road.steps.map(({ stage }) => stages.indexOf(stage))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(road.steps.at(-1)?.stage).toBe('depart')
    expect(road.documents.length).toBe(way.scheme?.id === 'p-to-p' ? 8 : 7)
  }
})

test('no paper is asked for before a step has given it', () => {
  for (const way of allWays(shipped())) {
    const got = new Set<string>()
    for (const { id, needs, gives } of roadOf(shipped(), way).steps) {
      expect([id, needs.filter(paper => !got.has(paper))]).toEqual([id, []])
      for (const paper of gives) got.add(paper)
    }
  }
})

test('a procedure with a hole in one road, an unknown name or a part without source is refused', () => {
  const without = (step: string) => {
    const procedure = shipped()
    return { ...procedure, steps: procedure.steps.filter(({ id }) => id !== step) }
  }
  const complaints = (procedure: unknown) =>
    procedureSchema.safeParse(procedure).error?.issues.map(({ message }) => message) ?? []
  expect(complaints(without('buat-paspor'))).toEqual(['route.road-gap'])
  expect(complaints(without('tanda-tangan-penempatan'))).toEqual(['route.road-gap'])
  const lost = shipped()
  lost.steps[0]!.needs = ['surat-sakti']
  expect(complaints(lost)).toEqual(['route.unknown-name'])
  const bare = shipped()
  bare.documents[0]!.source.title = ''
  expect(complaints(bare).length).toBe(1)
})

test('a search finds every step and document by its page', () => {
  const texts = procedureTexts(shipped())
  expect(texts.find(({ path }) => path === '/jalur/dokumen/visa-kerja')?.text).toContain('ziarah')
  expect(texts.length).toBe(shipped().steps.length + 8)
})

test('no part calls a departure safe', () => {
  expect(JSON.stringify(shipped())).not.toMatch(/\b(aman|dijamin|safe|guaranteed)\b/i)
})
