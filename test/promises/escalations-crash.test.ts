import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../../src/platform/i18n/language.tsx'
import { lastingHouse } from '../lasting-house.ts'
import { runCommand } from '../product.ts'
import { reporter } from '../reporter.ts'

let house: Awaited<ReturnType<typeof lastingHouse>>
beforeAll(async () => {
  house = await lastingHouse('sinergi-time-', {
    counts: ({ subject }) => subject === languages.id.t('notice.mail-subject'),
    job: 'complaint-time',
  })
})
afterAll(() => house?.end())

/** A connection to the database that is about to start: before the program that starts it tells anybody anything. */
const connectFirst = async (before: number): Promise<pg.Client> => {
  for (;;) {
    await new Promise(done => setTimeout(done, 20))
    try {
      if (house.databaseId() !== before) return await house.connect()
    } catch {}
  }
}

const stillToTell = `from complaint_clocks where stopped_at is null and
  ((warn_at <= $1 and warned_at is null) or (due_at <= $1 and breached_at is null))`

/** Kills the program while it tells of the clocks: it waits in its transaction at a case that is held fast, wherever that lies. */
const cutWhileTelling = async (day: string, mine: string[], powerCut: boolean) => {
  const before = house.databaseId()
  const woken = house.wakeOn(day)
  const brake = await connectFirst(before)
  const { rows } = await brake.query<{ id: string }>(
    `select complaint_id as id from (select complaint_id ${stillToTell} order by complaint_id limit 300) due
     where complaint_id = any($2) order by random() limit 1`,
    [`${day}T10:00:00+08:00`, mine],
  )
  await brake.query('begin')
  await brake.query('select from complaints where id = $1 for update', [rows[0]!.id])
  await woken
  await house.aMinutePasses()
  const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into "notices"%'`
  await expect.poll(async () => (await house.ask(waits)).length, { timeout: 240_000 }).toBe(1)
  await house.kill(powerCut)
  await brake.end().catch(() => undefined)
}

/** Kills the program when a letter has come in, before it hears that it has. */
const cutWhileMailing = async (day: string, powerCut: boolean) => {
  await house.wakeOn(day)
  const letterCame = house.letterUnanswered()
  await house.aMinutePasses()
  await letterCame
  await house.kill(powerCut)
}

const untilAllIsTold = (day: string) =>
  expect
    .poll(
      async () => {
        await house.aMinutePasses()
        const due = await house.ask(`select ${stillToTell}`, [`${day}T10:00:00+08:00`])
        return [due.length, (await house.ask('select from notices where mailed_at is null')).length]
      },
      { timeout: 240_000, interval: 500 },
    )
    .toEqual([0, 0])

/** Promise R6. */
test('kill -9 while the house tells of limits that run out: each is told once to each, no letter is lost, none comes as two', async () => {
  const [monday, thursdayOver, nextMonday, tuesday] = ['2026-11-23', '2026-11-27', '2026-11-30', '2026-12-01']
  const product = await house.wakeOn(monday!)
  const person = reporter(product)
  const known = (await house.ask<{ id: string }>('select id from complaints')).map(({ id }) => id)
  const districts = ['72.10', '72.02', '72.71', '72.08', '72.03', '']
  for (let place = 0; place < 60; place++) {
    const sent = await person.report({
      story: `Menunggu jawaban, ${place}.`,
      district: districts[place % 6]!,
    })
    expect(sent.status).toBe(200)
  }
  await product.stop()

  // The first answer is due when Thursday is over; the information is nearly due when Friday is, and due when Monday is.
  await house.wakeOn(thursdayOver!)
  const mine = (
    await house.ask<{ id: string }>('select id from complaints where id <> all($1)', [known])
  ).map(({ id }) => id)
  expect(mine).toHaveLength(60)
  await house.kill()
  await cutWhileTelling(thursdayOver!, mine, false)
  await cutWhileTelling(thursdayOver!, mine, true)
  await cutWhileMailing(thursdayOver!, false)
  await cutWhileMailing(nextMonday!, true)
  await house.wakeOn(nextMonday!)
  await untilAllIsTold(nextMonday!)
  await house.kill()
  await cutWhileTelling(tuesday!, mine, false)
  await cutWhileTelling(tuesday!, mine, true)
  await cutWhileMailing(tuesday!, false)
  const last = await house.wakeOn(tuesday!)
  await untilAllIsTold(tuesday!)

  const told = await house.ask<{ what: string }>(
    `select n.complaint_id || ' ' || split_part(about, ' ', 1) || ' ' || kind || ' ' || email as what
     from notices n join staff s on s.id = n.staff_id where complaint_id = any($1)`,
    [mine],
  )
  expect(told.map(({ what }) => what).toSorted()).toEqual(await shouldBeTold(mine))

  // What a letter covers is marked at one moment. Cut off before the mark it came again, as the same letter.
  const [sent] = await house.ask<{ letters: number }>(
    'select count(distinct (staff_id, mailed_at))::int as letters from notices where mailed_at >= $1',
    [begun],
  )
  expect(new Set(house.letters.map(({ id }) => id)).size).toBe(sent!.letters)
  const copies = house.letters.length - sent!.letters
  expect(copies).toBeLessThanOrEqual(3)

  const expired = await house.ask<{ told: number }>(
    `select (select count(*)::int from complaint_events where deed like '%-expired' and detail->>'offer' = f.id::text) as told
     from custody_offers f where state = 'expired'`,
  )
  expect(expired.map(row => row.told)).toEqual(expired.map(() => 1))
  await last.stop()
  const verified = await runCommand(['verify'], { DATA_DIR: house.dataDir })
  expect(verified.output).toMatch(/The audit trail holds: \d+ rows/)
  console.log(
    `7 cuts; ${told.length} notices of 60 cases, each once; ${expired.length} offers expired, each once; ${sent!.letters} letters, ${copies} came twice under the same Message-ID`,
  )
}, 900_000)

const begun = new Date()

/** Whoever has to be told, by the roles of the office that holds the case: officers that it runs out, leaders too that it has. */
const shouldBeTold = async (cases: string[]) =>
  (
    await house.ask<{ what: string }>(
      `select distinct c.id || ' ' || clock || ' ' || kind || ' ' || email as what
       from complaints c join staff s on s.office_id = c.owner_office_id and s.active
       cross join (values ('first-response'), ('information')) k(clock) cross join (values ('warned'), ('breached')) b(kind)
       where c.id = any($1) and (roles && array['case-officer'] or (kind = 'breached' and roles && array['leader']))`,
      [cases],
    )
  )
    .map(({ what }) => what)
    .toSorted()
