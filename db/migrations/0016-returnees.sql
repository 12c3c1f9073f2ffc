-- Returned workers: who is about to arrive, and who is registered. In the clear stand codes, regions, months and states only;
-- names, numbers, addresses and every word a person said are entries of the vault (0009).

create table arrivals (
  id uuid primary key,
  number int generated always as identity unique,
  owner_office_id int not null references offices,
  state text not null default 'expected' check (state in ('expected', 'met', 'handed-over', 'called-off')),
  arrives_on date not null,
  arrives_at time,
  flight text check (flight ~ '^[A-Z0-9]{2,3}[ -]?[0-9]{1,4}$'),
  coming_from text check (coming_from ~ '^[A-Z]{2}$'),
  -- Who meets: somebody of the office, or another whose name is sealed.
  meeter_id text references staff,
  other_meeter boolean not null default false,
  place_known boolean not null default false,
  onward text check (onward in ('land', 'air', 'sea', 'family', 'others')),
  made_by text references staff,
  made_at timestamptz not null default now(),
  version int not null default 1,
  sample boolean not null default false
);
create index on arrivals (owner_office_id, arrives_on);

-- A person of an arrival: who it is lies sealed, by the same place.
create table arrival_persons (
  id uuid primary key,
  arrival_id uuid not null references arrivals,
  place int not null check (place >= 0),
  origin_code text references regions,
  complaint_id uuid references complaints,
  unique (arrival_id, place)
);
create index on arrival_persons (complaint_id) where complaint_id is not null;

create table arrival_marks (
  person_id uuid not null references arrival_persons,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,30}$'),
  mark bytea not null check (length(mark) = 12),
  primary key (person_id, kind, mark)
);

-- Hand-over letters; the number is one of the office's (0013).
create table arrival_letters (
  id int generated always as identity primary key,
  arrival_id uuid not null references arrivals,
  office_id int not null references offices,
  year int not null,
  serial int not null,
  persons int not null check (persons > 0),
  entry_id uuid not null,
  made_by text not null references staff,
  made_at timestamptz not null default now()
);
create index on arrival_letters (arrival_id);

create table arrival_events (
  id bigint generated always as identity primary key,
  arrival_id uuid not null references arrivals,
  at timestamptz not null default now(),
  staff_id text not null references staff,
  deed text not null check (deed ~ '^[a-z][a-z-]{1,40}$')
);
create index on arrival_events (arrival_id, id);

create table returnees (
  id uuid primary key,
  number int generated always as identity unique,
  owner_office_id int not null references offices,
  state text not null default 'active' check (state in ('active', 'withdrawn', 'same')),
  channel text not null check (channel in ('staff', 'self', 'import', 'arrival')),
  origin_code text references regions,
  destination text check (destination ~ '^[A-Z]{2}$'),
  sector text check (sector ~ '^[a-z][a-z-]{1,39}$'),
  sex text check (sex in ('female', 'male')),
  age_band text check (age_band in ('under-18', '18-24', '25-34', '35-44', '45-54', '55-up')),
  -- The month only: a day of arrival can point at someone.
  returned_month date check (extract(day from returned_month) = 1),
  way_back text check (way_back in ('finished', 'early', 'deported', 'ill', 'rescued')),
  needs text[] not null default '{}',
  skills text[] not null default '{}',
  wishes text[] not null default '{}',
  consents text[] not null default '{}',
  arrival_person_id uuid unique references arrival_persons,
  complaint_id uuid references complaints,
  same_as uuid references returnees,
  import_id uuid,
  registered_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version int not null default 1,
  -- When the house last looked who else it may be; nothing after a change.
  compared_at timestamptz,
  sample boolean not null default false,
  check ((state = 'same') = (same_as is not null)),
  check (same_as <> id)
);
create index on returnees (owner_office_id, state, number desc);
create index on returnees using gin (needs);
create index on returnees (number) where compared_at is null;

create table returnee_receipts (
  lookup bytea primary key check (length(lookup) = 32),
  returnee_id uuid not null references returnees,
  -- Given by staff: the person changes it at the first use.
  must_change boolean not null default false,
  made_at timestamptz not null default now()
);
create index on returnee_receipts (returnee_id);

-- Blind marks, as of complaints (0010): equal ones meet, none can be read back.
create table returnee_marks (
  returnee_id uuid not null references returnees,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,30}$'),
  mark bytea not null check (length(mark) = 12),
  primary key (returnee_id, kind, mark)
);
create index on returnee_marks (kind, mark);

-- Pairs that may be one person, found by the house; and what officers said of them.
create table returnee_candidates (
  returnee_a uuid not null references returnees,
  returnee_b uuid not null references returnees,
  score int not null,
  reasons text[] not null,
  primary key (returnee_a, returnee_b),
  check (returnee_a < returnee_b)
);
create index on returnee_candidates (returnee_b);
create table returnee_verdicts (
  returnee_a uuid not null references returnees,
  returnee_b uuid not null references returnees,
  verdict text not null check (verdict in ('same', 'not-same')),
  decided_by text not null references staff,
  office_id int not null references offices,
  decided_at timestamptz not null default now(),
  primary key (returnee_a, returnee_b),
  check (returnee_a < returnee_b)
);

-- A list read in: what was kept, and, sealed, the rows that came back.
create table returnee_imports (
  id uuid primary key,
  office_id int not null references offices,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  kept int not null check (kept >= 0),
  refused int not null check (refused >= 0)
);
alter table returnees add foreign key (import_id) references returnee_imports;
create index on returnees (import_id) where import_id is not null;

create function holds_arrival(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from arrivals where id = $1 and owner_office_id = app_office()) $$;
create function holds_arrival_person(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from arrival_persons p join arrivals a on a.id = p.arrival_id
    where p.id = $1 and a.owner_office_id = app_office()) $$;
create function holds_returnee(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from returnees where id = $1 and owner_office_id = app_office()) $$;
create function receipt_returnee() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select returnee_id from returnee_receipts where lookup = app_receipt() $$;

-- Who else a registered person may be: of another office's record only its number, who holds it and why; nothing of its content.
create function same_returnees(returnee uuid) returns table (
  other uuid, number int, year int, owner text, own boolean, state text, same_as uuid, score int, reasons text[], verdict text,
  decided_at timestamptz, decided_office text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select r.id, r.number, extract(year from r.registered_at at time zone 'Asia/Makassar')::int, o.name, r.owner_office_id = app_office(),
      case when r.owner_office_id = app_office() then r.state end, case when r.owner_office_id = app_office() then r.same_as end,
      c.score, c.reasons, v.verdict, v.decided_at, w.name
    from (
      select case when returnee_a = returnee then returnee_b else returnee_a end as other, k.score, k.reasons
      from returnee_candidates k where returnee in (k.returnee_a, k.returnee_b)) c
    join returnees r on r.id = c.other
    join offices o on o.id = r.owner_office_id
    left join returnee_verdicts v on v.returnee_a = least(returnee, r.id) and v.returnee_b = greatest(returnee, r.id)
    left join offices w on w.id = v.office_id
    where holds_returnee(returnee) and r.state <> 'withdrawn'
    order by c.score desc, r.number $$;

-- Records of the asking office beside which another stands that nobody has judged yet.
create function unjudged_returnees() returns table (id uuid, likes int)
  language sql stable security definer set search_path = public, pg_temp as $$
    select own.id, count(*)::int from returnee_candidates c
    join returnees own on own.id in (c.returnee_a, c.returnee_b) and own.owner_office_id = app_office() and own.state = 'active'
    join returnees r on r.id in (c.returnee_a, c.returnee_b) and r.id <> own.id and r.state = 'active'
    where not exists (select from returnee_verdicts v where v.returnee_a = c.returnee_a and v.returnee_b = c.returnee_b)
    group by own.id $$;

-- What a person who arrives has in common with cases, mark by mark, for the office that expects the person.
create function cases_like_arrival(person uuid) returns table (
  other uuid, number int, year int, owner text, visible boolean, kind text, whose text, equal int, spread int,
  region text, destination text, counts jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
    with equals as materialized (
      select o.complaint_id as other, o.kind, o.whose, o.mark, (count(*) over (partition by o.kind, o.mark))::int as spread
      from arrival_marks m join complaint_marks o on o.kind = m.kind and o.mark = m.mark and o.whose in ('worker', 'reporter')
      where m.person_id = person and holds_arrival_person(person))
    select c.id, c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, w.name, c.id in (select read_complaints()),
      e.kind, e.whose, count(*)::int, min(e.spread), left(c.origin_code, 5), c.destination,
      (select jsonb_object_agg(g.kind || ' ' || g.whose, g.n) from (
        select k.kind, k.whose, count(*)::int as n from complaint_marks k where k.complaint_id = c.id group by k.kind, k.whose) g)
    from equals e join complaints c on c.id = e.other join offices w on w.id = c.owner_office_id
    where c.state <> 'merged' and e.other in (select x.other from equals x where x.spread <= 300)
    group by c.id, w.name, e.kind, e.whose $$;

-- How many are registered, for whoever plans; never who. Small cells are for the publisher to keep back.
create view published_returnees as
  with counted as (
    select left(origin_code, 5) as district, date_trunc('month', registered_at at time zone 'Asia/Makassar')::date as month, destination, needs
    from returnees where state = 'active')
  select district, month, 'all' as about, null as code, count(*)::int as returnees from counted group by 1, 2
  union all select district, month, 'destination', destination, count(*)::int from counted group by 1, 2, 4
  union all select district, month, 'need', need, count(*)::int from counted, unnest(needs) as need group by 1, 2, 4;
grant select on published_returnees to sinergi_web, sinergi_jobs;

do $$
declare t text;
begin
  foreach t in array array['arrivals', 'arrival_persons', 'arrival_marks', 'arrival_letters', 'arrival_events', 'returnees',
    'returnee_receipts', 'returnee_marks', 'returnee_candidates', 'returnee_verdicts', 'returnee_imports'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
  -- What belongs to an arrival is its holder's.
  foreach t in array array['arrival_persons', 'arrival_letters', 'arrival_events'] loop
    execute format('create policy seen on %I for select to sinergi_web using (holds_arrival(arrival_id))', t);
    execute format('create policy write on %I for insert to sinergi_web with check (holds_arrival(arrival_id))', t);
    execute format('grant select, insert on %I to sinergi_web', t);
  end loop;
end $$;

create policy own on arrivals for select to sinergi_web using (owner_office_id = app_office());
create policy make on arrivals for insert to sinergi_web with check (owner_office_id = app_office() and made_by = app_staff());
create policy change on arrivals for update to sinergi_web
  using (owner_office_id = app_office()) with check (owner_office_id = app_office());
grant select, insert on arrivals to sinergi_web;
grant update (state, arrives_on, arrives_at, flight, meeter_id, other_meeter, place_known, onward, version) on arrivals to sinergi_web;
create policy change on arrival_persons for update to sinergi_web using (holds_arrival(arrival_id));
grant update (complaint_id) on arrival_persons to sinergi_web;
create policy own on arrival_marks to sinergi_web
  using (holds_arrival_person(person_id)) with check (holds_arrival_person(person_id));
grant select, insert on arrival_marks to sinergi_web;

create policy own on returnees for select to sinergi_web using (owner_office_id = app_office());
create policy receipt on returnees for select to sinergi_web using (id = any(array(select receipt_returnee())));
create policy register on returnees for insert to sinergi_web
  with check (state = 'active' and (app_office() is null and channel = 'self' or owner_office_id = app_office()));
create policy change on returnees for update to sinergi_web
  using (owner_office_id = app_office()) with check (owner_office_id = app_office());
create policy receipt_changes on returnees for update to sinergi_web
  using (id = any(array(select receipt_returnee()))) with check (id = any(array(select receipt_returnee())));
grant select, insert on returnees to sinergi_web;
grant update (state, origin_code, destination, sector, sex, age_band, returned_month, way_back, needs, skills, wishes, consents,
  complaint_id, same_as, changed_at, version, compared_at) on returnees to sinergi_web;

create policy own on returnee_receipts to sinergi_web
  using (lookup = app_receipt() or returnee_id = any(array(select receipt_returnee())))
  with check (lookup = app_receipt() or returnee_id = any(array(select receipt_returnee())));
create policy given on returnee_receipts for insert to sinergi_web with check (holds_returnee(returnee_id));
grant select, insert, delete on returnee_receipts to sinergi_web;

create policy own on returnee_marks to sinergi_web
  using (holds_returnee(returnee_id) or returnee_id = any(array(select receipt_returnee())))
  with check (holds_returnee(returnee_id) or returnee_id = any(array(select receipt_returnee())));
grant select, insert, delete on returnee_marks to sinergi_web;

create policy seen on returnee_verdicts for select to sinergi_web using (holds_returnee(returnee_a) or holds_returnee(returnee_b));
create policy decide on returnee_verdicts for insert to sinergi_web with check (
  decided_by = app_staff() and office_id = app_office() and (holds_returnee(returnee_a) or holds_returnee(returnee_b)));
create policy revise on returnee_verdicts for update to sinergi_web
  using (holds_returnee(returnee_a) or holds_returnee(returnee_b)) with check (decided_by = app_staff() and office_id = app_office());
grant select, insert on returnee_verdicts to sinergi_web;
grant update (verdict, decided_by, office_id, decided_at) on returnee_verdicts to sinergi_web;

create policy own on returnee_imports for select to sinergi_web using (office_id = app_office());
create policy make on returnee_imports for insert to sinergi_web with check (office_id = app_office() and made_by = app_staff());
grant select, insert on returnee_imports to sinergi_web;

grant create on schema public to sinergi_sight;
alter function holds_arrival(uuid) owner to sinergi_sight;
alter function holds_arrival_person(uuid) owner to sinergi_sight;
alter function holds_returnee(uuid) owner to sinergi_sight;
alter function receipt_returnee() owner to sinergi_sight;
alter function same_returnees(uuid) owner to sinergi_sight;
alter function unjudged_returnees() owner to sinergi_sight;
alter function cases_like_arrival(uuid) owner to sinergi_sight;
alter view published_returnees owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
