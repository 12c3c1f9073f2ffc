-- The joint programme: what the offices plan together, so that it neither overlaps nor leaves a district out.

create table activities (
  id int generated always as identity primary key,
  -- What calendars know the activity by, whatever changes.
  uid uuid not null default gen_random_uuid() unique,
  kind text not null check (kind in ('outreach', 'training', 'broadcast', 'campaign', 'meeting', 'returnee-programme')),
  title text not null check (length(title) between 3 and 120),
  place_code text not null references regions,
  venue text not null default '' check (length(venue) <= 200),
  audience text not null check (audience in
    ('prospective-workers', 'families', 'students', 'village-officials', 'returnees', 'community-leaders', 'officers', 'public')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  expected int check (expected between 0 and 1000000),
  reached int check (reached between 0 and 10000000),
  state text not null default 'planned' check (state in ('planned', 'under-way', 'held', 'postponed', 'called-off')),
  -- Rises with every change: who saves from an older one is asked to choose. Calendars read it as the sequence.
  version int not null default 1,
  joined_into int references activities,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  sample boolean not null default false,
  check (ends_at > starts_at)
);
create index on activities (starts_at);
create index on activities (place_code text_pattern_ops);

create table activity_owners (
  activity_id int not null references activities,
  office_id int not null references offices,
  primary key (activity_id, office_id)
);
create index on activity_owners (office_id);

-- Who stands before the people. The name is kept as it was: a colleague of another office cannot be looked up.
create table activity_people (
  activity_id int not null references activities,
  staff_id text not null references staff,
  name text not null,
  primary key (activity_id, staff_id)
);
create index on activity_people (staff_id);

create table activity_events (
  id bigint generated always as identity primary key,
  activity_id int not null references activities,
  at timestamptz not null default now(),
  staff_id text not null references staff,
  staff_name text not null,
  office_id int not null references offices,
  move text not null,
  to_state text not null,
  note text not null default '' check (length(note) <= 500)
);
create index on activity_events (activity_id);

-- Outreach: who came, one row for one entry of a phone. The number of the form makes two phones, and two sendings, add up to one list.
create table activity_attendance (
  form_id uuid primary key,
  activity_id int not null references activities,
  name text not null check (length(name) between 1 and 80),
  origin text not null default '' check (length(origin) <= 120),
  sex text not null check (sex in ('f', 'm', 'unsaid')),
  audience text not null check (audience in
    ('prospective-workers', 'families', 'students', 'village-officials', 'returnees', 'community-leaders', 'officers', 'public')),
  written_by text not null references staff,
  written_at timestamptz not null default now()
);
create index on activity_attendance (activity_id);

create table session_reports (
  activity_id int primary key references activities,
  covered text not null check (length(covered) <= 4000),
  questions text[] not null default '{}',
  version int not null default 1,
  written_by text not null references staff,
  written_at timestamptz not null default now()
);

-- A calendar's secret address. Only its hash is kept: the address is said once.
create table activity_feeds (
  id int generated always as identity primary key,
  office_id int not null references offices,
  secret_hash bytea not null unique,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  revoked_at timestamptz
);
create unique index one_feed_an_office on activity_feeds (office_id) where revoked_at is null;

create table activity_imports (
  id int generated always as identity primary key,
  office_id int not null references offices,
  asked_by text not null references staff,
  at timestamptz not null default now(),
  file_name text not null,
  taken int not null,
  left_out jsonb not null
);

-- A finding put aside, with the reason. It stays aside while what it was found from is the same (the print).
create table finding_dismissals (
  id int generated always as identity primary key,
  finding text not null,
  print text not null,
  reason text not null check (length(reason) between 3 and 500),
  office_id int not null references offices,
  staff_id text not null references staff,
  at timestamptz not null default now(),
  unique (finding, print)
);

-- The joint programme is led by the national office's service and the province.
create function leads_programme() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce((select kind in ('bp3mi', 'province') from offices where id = app_office()), false) $$;
create function own_activities() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select activity_id from activity_owners where office_id = app_office() $$;
create function changes_activity(id int) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select leads_programme() or exists (
    select from activity_owners o where o.activity_id = $1 and o.office_id = app_office()) $$;

-- Reports of a year by the regency they come from: a figure, never a report. One to four are said as one: few.
create function reported_regencies(since timestamptz) returns table (regency text, reports int)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select left(origin_code, 5), case when count(*) < 5 then 1 else count(*)::int end
    from complaints where origin_code is not null and received_at >= since and state <> 'merged'
    and app_office() is not null
    group by 1 $$;

-- Figures of who came are for everybody at work; their names are not.
create function attendance_counts(activity int) returns table (sex text, audience text, count int)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.sex, a.audience, count(*)::int from activity_attendance a
    where a.activity_id = $1 and app_office() is not null group by 1, 2 $$;

do $$
declare t text;
begin
  foreach t in array array['activities', 'activity_owners', 'activity_people', 'activity_events', 'activity_attendance',
    'session_reports', 'activity_feeds', 'activity_imports', 'finding_dismissals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
  end loop;
  -- Everybody signed in, at any office, reads the programme.
  foreach t in array array['activities', 'activity_owners', 'activity_people', 'activity_events', 'session_reports', 'finding_dismissals'] loop
    execute format('create policy seen on %I for select to sinergi_web using (app_office() is not null)', t);
    execute format('grant select, insert on %I to sinergi_web', t);
  end loop;
end $$;
create policy sight on activity_owners for select to sinergi_sight using (true);
create policy sight on activity_attendance for select to sinergi_sight using (true);
grant select on activity_owners, activity_attendance to sinergi_sight;

create policy plan on activities for insert to sinergi_web with check (made_by = app_staff());
create policy change on activities for update to sinergi_web
  using (leads_programme() or id = any(array(select own_activities())));
create policy plan on activity_owners for insert to sinergi_web with check (
  changes_activity(activity_id)
  or office_id = app_office() and activity_id in (select a.id from activities a where a.made_by = app_staff()));
create policy leave on activity_owners for delete to sinergi_web using (changes_activity(activity_id));
create policy change on activity_people for insert to sinergi_web with check (changes_activity(activity_id));
create policy leave on activity_people for delete to sinergi_web using (changes_activity(activity_id));
create policy own on activity_events for insert to sinergi_web
  with check (office_id = app_office() and staff_id = app_staff() and changes_activity(activity_id));
-- Names of people who came are for the offices that met them.
create policy own on activity_attendance for select to sinergi_web using (activity_id = any(array(select own_activities())));
create policy note on activity_attendance for insert to sinergi_web
  with check (written_by = app_staff() and activity_id = any(array(select own_activities())));
create policy strike on activity_attendance for delete to sinergi_web using (activity_id = any(array(select own_activities())));
create policy write on session_reports for insert to sinergi_web with check (written_by = app_staff() and changes_activity(activity_id));
create policy rewrite on session_reports for update to sinergi_web using (changes_activity(activity_id));
create policy own on activity_feeds to sinergi_web using (office_id = app_office()) with check (office_id = app_office());
create policy own on activity_imports to sinergi_web using (office_id = app_office()) with check (office_id = app_office());
create policy dismiss on finding_dismissals for insert to sinergi_web with check (office_id = app_office() and staff_id = app_staff());

grant update (kind, title, place_code, venue, audience, starts_at, ends_at, time_zone, expected, reached, state, version, joined_into,
  changed_at) on activities to sinergi_web;
grant delete on activity_owners, activity_people to sinergi_web;
grant select, insert, delete on activity_attendance to sinergi_web;
grant update (covered, questions, version, written_by, written_at) on session_reports to sinergi_web;
grant select, insert on activity_feeds, activity_imports to sinergi_web;
grant update (revoked_at) on activity_feeds to sinergi_web;

grant create on schema public to sinergi_sight;
alter function leads_programme() owner to sinergi_sight;
alter function own_activities() owner to sinergi_sight;
alter function changes_activity(int) owner to sinergi_sight;
alter function reported_regencies(timestamptz) owner to sinergi_sight;
alter function attendance_counts(int) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
revoke execute on function reported_regencies(timestamptz) from public;
grant execute on function reported_regencies(timestamptz) to sinergi_web, sinergi_jobs;

-- What the room tells the others, in counts: a month is that of the place.
create view published_activities with (security_invoker = true) as
  select left(place_code, 5) as district, to_char(starts_at at time zone time_zone, 'YYYY-MM') as month, kind, audience, state,
    count(*)::int as activities, coalesce(sum(expected), 0)::int as expected, coalesce(sum(reached), 0)::int as reached
  from activities group by 1, 2, 3, 4, 5;
grant select on published_activities to sinergi_web, sinergi_jobs;
