import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../../src/platform/i18n/language.tsx'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { filledFolder } from '../filled-folder.ts'
import { type Product, runCommand, startProduct } from '../product.ts'
import { reporter } from '../reporter.ts'

const dataDir = filledFolder('sinergi-time-')
const subject = `Subject: ${languages.id.t('notice.mail-subject')}`
const letters: { to: string; id: string }[] = []
let post: SMTPServer
let product: Product
/** Set while a letter is to be the last: called when it has come in, instead of saying so to the program. */
let cutAfter: { letters: number; cut: () => void } | undefined

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', piece => (text += piece))
      stream.on('end', () => {
        // Other rooms write letters too, such as of what was agreed at a meeting.
        if (!text.includes(subject)) return done()
        const id = /^message-id: (.+)$/im.exec(text)![1]!.trim()
        letters.push({ to: session.envelope.rcptTo[0]!.address, id })
        if (cutAfter && --cutAfter.letters === 0) cutAfter.cut()
        else done()
      })
    },
  })
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
})
afterAll(async () => {
  await product?.stop()
  await new Promise<void>(done => post?.close(done))
  rmSync(dataDir, { recursive: true, force: true })
})

/** The program, on this day at ten in the morning of Central Sulawesi, with a mail server. */
const wakeOn = async (day: string) => {
  const { port } = post.server.address() as AddressInfo
  product = await startProduct({
    dataDir,
    env: {
      NODE_OPTIONS: `--import=${join(import.meta.dirname, '../moved-clock.ts')}`,
      TEST_NOW: `${day}T10:00:00+08:00`,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    },
  })
}

const url = (user: string) =>
  `postgresql://${user}@/sinergi?host=${encodeURIComponent(join(dataDir, 'run'))}&port=5432&sslmode=disable`
const connect = async () => {
  const client = new pg.Client({ connectionString: url('postgres') })
  // The server dies under it: that is what this test is about.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => {
  const client = await connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** What the program hands in to itself every minute, now. */
const aMinutePasses = async () => {
  const jobs = await startJobs(url('sinergi'), () => undefined)
  await jobs.send('complaint-time', {})
  await jobs.stop()
}

const serverId = () => Number.parseInt(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10)
const killDatabase = () => process.kill(serverId(), 'SIGKILL')

/** A connection to the database that is about to start: before the program that starts it tells anybody anything. */
const connectFirst = async (before: number): Promise<pg.Client> => {
  for (;;) {
    await new Promise(done => setTimeout(done, 20))
    try {
      if (serverId() !== before) return await connect()
    } catch {}
  }
}

const stillToTell = `from complaint_clocks where stopped_at is null and
  ((warn_at <= $1 and warned_at is null) or (due_at <= $1 and breached_at is null))`

/** Kills the program while it tells of the clocks: it waits in its transaction at a case that is held fast, wherever that lies. */
const cutWhileTelling = async (day: string, mine: string[], powerCut: boolean) => {
  const before = serverId()
  const woken = wakeOn(day)
  const brake = await connectFirst(before)
  const { rows } = await brake.query<{ id: string }>(
    `select complaint_id as id from (select complaint_id ${stillToTell} order by complaint_id limit 300) due
     where complaint_id = any($2) order by random() limit 1`,
    [`${day}T10:00:00+08:00`, mine],
  )
  await brake.query('begin')
  await brake.query('select from complaints where id = $1 for update', [rows[0]!.id])
  await woken
  await aMinutePasses()
  const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into "notices"%'`
  await expect.poll(async () => (await ask(waits)).length, { timeout: 240_000 }).toBe(1)
  await product.kill()
  if (powerCut) killDatabase()
  await brake.end().catch(() => undefined)
}

/** Kills the program when a letter has come in, before it hears that it has. */
const cutWhileMailing = async (day: string, powerCut: boolean) => {
  await wakeOn(day)
  const { promise, resolve: cut } = Promise.withResolvers<void>()
  cutAfter = { letters: 1 + Math.floor(Math.random() * 4), cut }
  await aMinutePasses()
  await promise
  await product.kill()
  if (powerCut) killDatabase()
  cutAfter = undefined
}

const untilAllIsTold = (day: string) =>
  expect
    .poll(
      async () => {
        await aMinutePasses()
        const due = await ask(`select ${stillToTell}`, [`${day}T10:00:00+08:00`])
        return [due.length, (await ask('select from notices where mailed_at is null')).length]
      },
      { timeout: 240_000, interval: 500 },
    )
    .toEqual([0, 0])

/** Promise R6. */
test('kill -9 while the house tells of limits that run out: each is told once to each, no letter is lost, none comes as two', async () => {
  const [monday, thursdayOver, nextMonday, tuesday] = ['2026-11-23', '2026-11-27', '2026-11-30', '2026-12-01']
  await wakeOn(monday!)
  const person = reporter(product)
  const known = (await ask<{ id: string }>('select id from complaints')).map(({ id }) => id)
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
  await wakeOn(thursdayOver!)
  const mine = (await ask<{ id: string }>('select id from complaints where id <> all($1)', [known])).map(
    ({ id }) => id,
  )
  expect(mine).toHaveLength(60)
  await product.kill()
  await cutWhileTelling(thursdayOver!, mine, false)
  await cutWhileTelling(thursdayOver!, mine, true)
  await cutWhileMailing(thursdayOver!, false)
  await cutWhileMailing(nextMonday!, true)
  await wakeOn(nextMonday!)
  await untilAllIsTold(nextMonday!)
  await product.kill()
  await cutWhileTelling(tuesday!, mine, false)
  await cutWhileTelling(tuesday!, mine, true)
  await cutWhileMailing(tuesday!, false)
  await wakeOn(tuesday!)
  await untilAllIsTold(tuesday!)

  const told = await ask<{ what: string }>(
    `select n.complaint_id || ' ' || split_part(about, ' ', 1) || ' ' || kind || ' ' || email as what
     from notices n join staff s on s.id = n.staff_id where complaint_id = any($1)`,
    [mine],
  )
  expect(told.map(({ what }) => what).toSorted()).toEqual(await shouldBeTold(mine))

  // What a letter covers is marked at one moment. Cut off before the mark it came again, as the same letter.
  const [sent] = await ask<{ letters: number }>(
    'select count(distinct (staff_id, mailed_at))::int as letters from notices where mailed_at >= $1',
    [begun],
  )
  expect(new Set(letters.map(({ id }) => id)).size).toBe(sent!.letters)
  const copies = letters.length - sent!.letters
  expect(copies).toBeLessThanOrEqual(3)

  const expired = await ask<{ told: number }>(
    `select (select count(*)::int from complaint_events where deed like '%-expired' and detail->>'offer' = f.id::text) as told
     from custody_offers f where state = 'expired'`,
  )
  expect(expired.map(row => row.told)).toEqual(expired.map(() => 1))
  await product.stop()
  const verified = await runCommand(['verify'], { DATA_DIR: dataDir })
  expect(verified.output).toMatch(/The audit trail holds: \d+ rows/)
  console.log(
    `7 cuts; ${told.length} notices of 60 cases, each once; ${expired.length} offers expired, each once; ${sent!.letters} letters, ${copies} came twice under the same Message-ID`,
  )
}, 900_000)

const begun = new Date()

/** Whoever has to be told, by the roles of the office that holds the case: officers that it runs out, leaders too that it has. */
const shouldBeTold = async (cases: string[]) =>
  (
    await ask<{ what: string }>(
      `select distinct c.id || ' ' || clock || ' ' || kind || ' ' || email as what
       from complaints c join staff s on s.office_id = c.owner_office_id and s.active
       cross join (values ('first-response'), ('information')) k(clock) cross join (values ('warned'), ('breached')) b(kind)
       where c.id = any($1) and (roles && array['case-officer'] or (kind = 'breached' and roles && array['leader']))`,
      [cases],
    )
  )
    .map(({ what }) => what)
    .toSorted()
