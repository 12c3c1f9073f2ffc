import { expect, test } from 'vitest'
import { nameParts } from '../../complaints/duplicates/name-sounds.ts'
import { readStories } from '../load-complaints.ts'

const stories = readStories()

/** Per cent of all, near what the province is said to look like. */
const share = (count: number, of = stories.length) => (100 * count) / of
const near = (count: number, target: number, tolerance = 3.5) => {
  expect(share(count)).toBeGreaterThan(target - tolerance)
  expect(share(count)).toBeLessThan(target + tolerance)
}

test('it is a year of cases with the profile of the province', () => {
  expect(stories.length).toBeGreaterThanOrEqual(90)
  const main = (...codes: string[]) => stories.filter(({ problems }) => codes.includes(problems[0]!)).length
  near(main('want-home'), 34)
  near(main('wages-unpaid', 'documents-held'), 14)
  near(main('ill', 'ill-from-work', 'mental-health', 'accident'), 12)
  near(main('deported', 'overstay'), 9)
  near(main('failed-departure'), 8)
  near(main('died'), 7)
  near(main('job-fraud'), 5)
  near(main('trafficking'), 5)
  near(main('lost-contact'), 4)
  const where = (...codes: string[]) => stories.filter(({ to }) => to !== null && codes.includes(to)).length
  near(where('SA'), 38)
  near(where('MY'), 24)
  near(where('OM', 'AE', 'BH', 'QA'), 16)
  near(where('KH', 'MM'), 6)
  near(where('HK', 'TW', 'SG'), 10)
  const from = (code: string) => stories.filter(({ origin }) => origin.startsWith(code)).length
  for (const [code, target] of [
    ['72.10', 24],
    ['72.02', 16],
    ['72.71', 15],
    ['72.08', 13],
    ['72.03', 12],
    ['72.01', 6],
  ] as const)
    near(from(code), target)
  const by = (...channels: string[]) => stories.filter(({ channel }) => channels.includes(channel)).length
  // A family that writes on the web would have sent a WhatsApp message before there was one.
  near(by('whatsapp', 'web'), 40, 8)
  near(by('walk-in'), 25)
  near(by('letter', 'cable'), 20)
  near(by('phone'), 8)
  const told = (...roles: string[]) => stories.filter(({ role }) => roles.includes(role)).length
  near(told('family', 'neighbour', 'village-officer'), 57, 8)
  near(told('self'), 22, 5)
  near(told('agency'), 20)
  near(stories.filter(({ procedural }) => procedural === 'no').length, 80, 5)
  near(stories.filter(({ sex }) => sex === 'F').length, 80, 5)
})

test('stories are all different, some of the same matter under another spelling, and recruiters come back', () => {
  expect(new Set(stories.map(({ story }) => story)).size).toBe(stories.length)
  const shared = (values: (string | undefined)[]) =>
    [...Map.groupBy(values.filter(Boolean), value => value).values()]
      .map(({ length }) => length)
      .filter(count => count > 1)
  const recruiters = shared(
    stories.map(({ who }) => (who?.recruiterPhone ?? '').replace(/\D/g, '').replace(/^(?:62|0)/, '')),
  )
  expect(recruiters.length).toBeGreaterThanOrEqual(3)
  expect(Math.max(...recruiters)).toBeGreaterThanOrEqual(6)
  const sounds = stories.map(({ who }) =>
    nameParts(who?.workerName ?? '')
      .map(({ sound }) => sound)
      .sort()
      .join(' '),
  )
  expect(shared(sounds).length).toBeGreaterThanOrEqual(2)
})
