import { describe, expect, test } from 'vitest'
import { layOver, type Triage } from './triage.ts'

const seen: Triage = {
  problems: ['leaving-soon'],
  procedural: 'unknown',
  stage: 'recruitment',
  urgency: 'ordinary',
  departsOn: '',
  originCode: '72.10',
  destination: 'SA',
  sector: '',
  siskop2mi: '',
  sp4n: '',
  peduliWni: '',
}

describe('two officers write from the same findings', () => {
  test('different fields: both stay, nobody has to choose', () => {
    const now = { ...seen, destination: 'MY' }
    const { fields, merged } = layOver(seen, now, { ...seen, sector: 'fishing' })
    expect(fields).toEqual([])
    expect(merged).toEqual({ ...seen, destination: 'MY', sector: 'fishing' })
  })

  test('the same field: both are kept for the second to choose, the rest is laid together', () => {
    const now = { ...seen, destination: 'MY', urgency: 'danger' }
    const { fields, merged } = layOver(seen, now, { ...seen, destination: 'OM', problems: ['overcharged'] })
    expect(fields).toEqual(['destination'])
    expect(merged).toEqual({ ...now, destination: 'OM', problems: ['overcharged'] })
  })

  test('the same field with the same answer is no clash', () => {
    const both = { ...seen, departsOn: '2026-12-12' }
    expect(layOver(seen, both, both).fields).toEqual([])
  })
})
