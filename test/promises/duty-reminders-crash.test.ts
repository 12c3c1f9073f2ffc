import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastingHouse } from '../lasting-house.ts'

let house: Awaited<ReturnType<typeof lastingHouse>>
beforeAll(async () => {
  house = await lastingHouse('sinergi-reminders-', {
    counts: ({ subject }) => subject?.includes('tugas tayang menunggu') === true,
    job: 'duty-reminders',
  })
})
afterAll(() => house?.end())

type Brake = 'duty_reminders' | 'digests' | 'none'

/** A brake in the database: whoever writes into the middle of this table waits there. It outlives the program, so no minute gets past it. */
const putBrake = () =>
  house.ask(`
    create table brake (on_table text not null);
    insert into brake values ('none');
    create function wait_at_brake() returns trigger language plpgsql security definer as $$
    begin
      while new.id % 5 = 3 and exists (select from public.brake where on_table = tg_table_name) loop
        perform pg_sleep(0.05);
      end loop;
      return new;
    end $$;
    create trigger brake before insert on duty_reminders for each row execute function wait_at_brake();
    create trigger brake before insert on digests for each row execute function wait_at_brake();`)

const brakeOn = (table: Brake) => house.ask('update brake set on_table = $1', [table])

interface Cut {
  day: string
  at: Brake
  /** The engine of the database dies too. */
  power: boolean
}

/** Kills the program in the middle of its work, and puts the brake for what comes next. */
const cut = async ({ day, at, power }: Cut, next: Brake) => {
  await house.wakeOn(day)
  const letterCame = at === 'none' ? house.letterUnanswered() : undefined
  await house.aMinutePasses()
  if (letterCame) await letterCame
  else await untilItWaits(at)
  await brakeOn(next)
  // A moment later it may have gone on; it is cut off wherever it is by then.
  await house.kill(power)
}

const untilItWaits = (table: Brake) =>
  expect
    .poll(
      async () =>
        (
          await house.ask(`select from pg_stat_activity where wait_event = 'PgSleep' and query like $1`, [
            `%insert into ${table}%`,
          ])
        ).length,
      { timeout: 200_000 },
    )
    .toBeGreaterThan(0)

const untilAllIsSent = async (day: string, next: Brake) => {
  await house.wakeOn(day)
  await expect
    .poll(
      async () => {
        await house.aMinutePasses()
        return house.ask(
          'select day::text, sent_at is not null as sent from digests where day = $1 group by 1, 2',
          [day],
        )
      },
      { timeout: 200_000, interval: 500 },
    )
    .toEqual([{ day, sent: true }])
  await brakeOn(next)
  await house.kill()
}

/** Every channel of every district, due on one day: 104 duties that nobody begins. */
const giveDuties = (dueAt: string) =>
  house.ask(
    `insert into duties (campaign_id, version_id, office_id, channel, round, due_at)
     select c.campaign_id, c.version_id, o.id, k, 2, $1 from campaign_materials c cross join offices o
     cross join unnest(array['whatsapp', 'instagram', 'facebook', 'tiktok', 'x', 'radio', 'print', 'notice-board']) k
     where c.version_id = (select min(version_id) from campaign_materials) and o.kind = 'district'`,
    [dueAt],
  )

const [tuesday, thursday, nextThursday] = ['2026-12-01', '2026-12-03', '2026-12-10'] as const
const days = [tuesday, thursday, nextThursday]

const steps: (Cut & { cut: boolean })[] = [
  { day: tuesday, at: 'duty_reminders', power: false, cut: true },
  { day: tuesday, at: 'digests', power: true, cut: true },
  { day: tuesday, at: 'none', power: false, cut: true },
  { day: tuesday, at: 'none', power: false, cut: false },
  { day: thursday, at: 'duty_reminders', power: true, cut: true },
  { day: thursday, at: 'none', power: true, cut: true },
  { day: thursday, at: 'none', power: false, cut: false },
  { day: nextThursday, at: 'none', power: false, cut: true },
  { day: nextThursday, at: 'none', power: false, cut: false },
]

/** Promise R6. */
test('kill -9 while the house reminds of duties: each reminder once in the books, one letter a day and person, no letter lost', async () => {
  await house.wakeOn('2026-11-29')
  await giveDuties('2026-12-03T16:00:00+08:00')
  await putBrake()
  await brakeOn('duty_reminders')
  await house.kill()
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1]?.at ?? 'none'
    if (step.cut) await cut(step, next)
    else await untilAllIsSent(step.day, next)
  }

  await house.wakeOn(steps.at(-1)!.day)
  const told = await house.ask<{ what: string; unbound: boolean }>(
    `select r.duty_id || ' ' || kind || ' ' || email as what, digest_id is null as unbound
     from duty_reminders r join staff s on s.id = r.staff_id`,
  )
  expect(told.map(({ what }) => what).toSorted()).toEqual(await shouldBeTold())
  expect(told.filter(({ unbound }) => unbound)).toEqual([])

  // Cut off before the mark a letter came again, as the same letter: never two different ones to a person on a day.
  const digests = await house.ask<{ id: number; email: string; duties: number[] }>(
    `select g.id, s.email, array_agg(r.duty_id order by r.duty_id) as duties from digests g join staff s on s.id = g.staff_id
     join duty_reminders r on r.digest_id = g.id group by 1, 2`,
  )
  const byId = Map.groupBy(house.letters, ({ id }) => id)
  expect(byId.size).toBe(digests.length)
  // Each start of the program has a port of its own, which stands in the addresses.
  for (const copies of byId.values()) expect(new Set(copies.map(contentOf)).size).toBe(1)
  const sent = [...byId.values()].map(([letter]) => contentOf(letter!)).toSorted()
  const bound = digests.map(({ email, duties }) => `${email}: ${shownIn(duties)}`).toSorted()
  expect(sent).toEqual(bound)
  const copies = house.letters.length - byId.size
  expect(copies).toBeLessThanOrEqual(3)
  console.log(
    `6 cuts; ${told.length} reminders, each once; ${byId.size} letters on ${days.length} days, ${copies} came twice under the same Message-ID`,
  )
}, 900_000)

/** A letter lists so many at most; of a long one only how many it counts is compared. */
const shownIn = (duties: number[]) => (duties.length > 60 ? `${duties.length} tugas` : duties.join(' '))

const contentOf = ({ to, text }: { to: string; text: string }) => {
  const duties = [...text.matchAll(/\/tugas\/(\d+)/g)].map(([, id]) => Number(id)).toSorted((a, b) => a - b)
  const left = /Masih ada ([\d.]+) lagi/.exec(text)?.[1]
  return `${to}: ${left ? `${duties.length + Number(left.replace('.', ''))} tugas` : duties.join(' ')}`
}

/** Told on these days by a plain reading of the rule: day by day, duty by duty, person by person. */
const shouldBeTold = async (): Promise<string[]> => {
  const duties = await house.ask<{ id: number; office: number; parent: number | null; due: string }>(
    `select d.id, d.office_id as office, o.parent_id as parent, (d.due_at at time zone o.time_zone)::date::text as due
     from duties d join offices o on o.id = d.office_id where state in ('assigned', 'opened', 'shared', 'returned')`,
  )
  const staff = await house.ask<{ email: string; office: number; roles: string[] }>(
    'select email, office_id as office, roles from staff where active',
  )
  const off = new Set(
    (await house.ask<{ day: string }>('select day::text from holidays')).map(({ day }) => day),
  )
  const workingDays = (due: string, today: string) => {
    let count = 0
    for (
      let day = Temporal.PlainDate.from(due).add({ days: 1 });
      Temporal.PlainDate.compare(day, today) <= 0;
      day = day.add({ days: 1 })
    )
      if (day.dayOfWeek < 6 && !off.has(String(day))) count += 1
    return count
  }
  const expected = new Set<string>()
  for (const today of days)
    for (const { id, office, parent, due } of duties) {
      const left = Temporal.PlainDate.from(today).until(due).days
      const publish = staff.filter(
        s => s.office === office && s.roles.some(role => ['publicist', 'coordinator'].includes(role)),
      )
      const own = publish.length > 0 ? publish : staff.filter(s => s.office === office)
      const add = (kind: string, people: typeof staff) => {
        for (const { email } of people) expected.add(`${id} ${kind} ${email}`)
      }
      if (left > 0 && left <= 3) add('before', own)
      if (left === 0) add('on', own)
      if (left >= 0) continue
      add('after', own)
      const over = workingDays(due, today)
      if (over >= 2)
        add(
          'leader',
          staff.filter(s => s.office === office && s.roles.includes('leader')),
        )
      if (over >= 5)
        add(
          'province',
          staff.filter(
            s => s.office === parent && s.roles.some(role => ['leader', 'coordinator'].includes(role)),
          ),
        )
    }
  return [...expected].toSorted()
}
