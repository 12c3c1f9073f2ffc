-- Programmes for returned workers, who is invited to them, their enterprises, and what became of them after 3, 6 and 12 months.
-- In the clear stand codes, days and states; what a person said or planned lies sealed as an entry of the person's record (0009).

create table returnee_programmes (
  id int generated always as identity primary key,
  owner_office_id int not null references offices,
  kind text not null check (kind in ('skills', 'enterprise', 'capital', 'cooperative', 'counselling', 'work')),
  title text not null check (length(title) between 3 and 160),
  detail text not null default '' check (length(detail) <= 2000),
  district_code text references regions,
  starts_on date not null,
  ends_on date not null,
  places int not null check (places between 1 and 100000),
  -- Kept by the invitations themselves, over all offices. Nobody gets a place that is not there, whoever asks at once.
  taken int not null default 0 check (taken >= 0),
  conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
  state text not null default 'open' check (state in ('open', 'closed')),
  made_by text references staff,
  made_at timestamptz not null default now(),
  version int not null default 1,
  sample boolean not null default false,
  constraint enough_places check (taken <= places),
  check (ends_on >= starts_on)
);
create index on returnee_programmes (starts_on desc);

create table programme_invitations (
  id uuid primary key,
  programme_id int not null references returnee_programmes,
  returnee_id uuid not null references returnees,
  office_id int not null references offices,
  state text not null default 'invited' check (state in ('invited', 'accepted', 'declined', 'attended', 'missed')),
  reasons jsonb not null default '{}',
  invited_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (programme_id, returnee_id)
);
create index on programme_invitations (returnee_id);
create index on programme_invitations (office_id, programme_id);

create table invitation_events (
  id bigint generated always as identity primary key,
  invitation_id uuid not null references programme_invitations,
  at timestamptz not null default now(),
  staff_id text references staff,
  from_state text,
  to_state text not null
);
create index on invitation_events (invitation_id, id);

-- A certificate has one number, however often it is printed.
create table programme_certificates (
  invitation_id uuid primary key references programme_invitations,
  office_id int not null references offices,
  year int not null,
  serial int not null,
  made_by text not null references staff,
  made_at timestamptz not null default now()
);

create table returnee_enterprises (
  id uuid primary key,
  returnee_id uuid not null unique references returnees,
  office_id int not null references offices,
  line text not null check (line ~ '^[a-z][a-z-]{1,39}$'),
  state text not null default 'planned' check (state in ('planned', 'running', 'stopped')),
  started_on date,
  changed_at timestamptz not null default now(),
  check (state = 'planned' or started_on is not null)
);

create table enterprise_visits (
  id uuid primary key,
  enterprise_id uuid not null references returnee_enterprises,
  on_day date not null,
  staff_id text not null references staff,
  entry_id uuid not null,
  made_at timestamptz not null default now()
);
create index on enterprise_visits (enterprise_id);

-- Every attempt to hear how it went, never changed afterwards. Silence is an attempt too.
create table returnee_contacts (
  id bigint generated always as identity primary key,
  returnee_id uuid not null references returnees,
  office_id int not null references offices,
  start_id uuid not null,
  month int not null check (month in (3, 6, 12)),
  outcome text not null check (outcome in ('active', 'stopped', 'declined', 'unreachable')),
  way text not null check (way in ('phone', 'visit', 'link')),
  turnover text check (turnover in ('none', 'under-1', '1-3', '3-10', 'over-10')),
  workers int check (workers between 0 and 1000),
  licensed boolean,
  leaving_again boolean,
  staff_id text references staff,
  entry_id uuid,
  at timestamptz not null default now(),
  check ((way = 'link') = (staff_id is null)),
  check (way <> 'link' or outcome <> 'unreachable')
);
create index on returnee_contacts (start_id, month, id);
create index on returnee_contacts (returnee_id);

-- What is asked after: a programme attended, an enterprise begun.
create view returnee_starts with (security_invoker = true) as
  select i.id, 'programme' as about, i.returnee_id, i.office_id, i.programme_id, p.starts_on
  from programme_invitations i join returnee_programmes p on p.id = i.programme_id where i.state = 'attended'
  union all
  select e.id, 'enterprise', e.returnee_id, e.office_id, null, e.started_on
  from returnee_enterprises e where e.started_on is not null;

-- Each start with its three days on which to ask, and how it stands: an answer counts before any silence, the last one first.
-- Whoever did not want to be asked is not asked again about the same start.
create view returnee_follow_ups with (security_invoker = true) as
  select s.id as start_id, s.about, s.returnee_id, s.office_id, s.programme_id, s.starts_on, m.month,
    (s.starts_on + make_interval(months => m.month))::date as due_on,
    coalesce(c.outcome, (select k.outcome from returnee_contacts k
      where k.start_id = s.id and k.month < m.month and k.outcome = 'declined' limit 1)) as outcome, c.way, c.at,
    (select count(*)::int from returnee_contacts k where k.start_id = s.id and k.month = m.month) as attempts
  from returnee_starts s cross join (values (3), (6), (12)) as m (month)
  left join lateral (select k.outcome, k.way, k.at from returnee_contacts k
    where k.start_id = s.id and k.month = m.month order by k.outcome = 'unreachable', k.id desc limit 1) c on true;

create function keep_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was int := case when tg_op <> 'INSERT' and old.state in ('accepted', 'attended') then 1 else 0 end;
  holds int := case when new.state in ('accepted', 'attended') then 1 else 0 end;
begin
  if holds <> was then
    update returnee_programmes set taken = taken + holds - was where id = new.programme_id;
  end if;
  return new;
end $$;
create trigger places after insert or update of state on programme_invitations for each row execute function keep_places();

-- How a programme's people stand at each month, over all offices: counts only, and those nobody reached among them.
create function programme_cohort(programme int, today date) returns table (
  month int, attended int, due int, active int, stopped int, declined int, unreachable int, unasked int)
  language sql stable security definer set search_path = public, pg_temp as $$
    select f.month, count(*)::int, count(*) filter (where f.due_on <= today)::int,
      count(*) filter (where f.due_on <= today and f.said = 'active')::int,
      count(*) filter (where f.due_on <= today and f.said = 'stopped')::int,
      count(*) filter (where f.due_on <= today and f.said = 'declined')::int,
      count(*) filter (where f.due_on <= today and f.said = 'unreachable')::int,
      count(*) filter (where f.due_on <= today and f.said = 'unasked')::int
    from (select u.month, u.due_on, coalesce(u.outcome, case when r.state = 'withdrawn' then 'declined' else 'unasked' end) as said
      from returnee_follow_ups u join returnees r on r.id = u.returnee_id where u.programme_id = programme) f
    group by f.month order by f.month $$;

create function programme_invited(programme int) returns table (state text, count int)
  language sql stable security definer set search_path = public, pg_temp as $$
    select i.state, count(*)::int from programme_invitations i where i.programme_id = programme group by i.state $$;

-- Counts for whoever plans; never who. Small cells are for the publisher to keep back. Unreached stands beside active, over due.
create view published_returnee_programmes as
  select left(r.origin_code, 5) as district, date_trunc('month', p.starts_on)::date as month, p.kind, count(*)::int as invited,
    count(*) filter (where i.state = 'attended')::int as attended,
    sum(f.due_3)::int as due_3, sum(f.active_3)::int as active_3, sum(f.due_6)::int as due_6, sum(f.active_6)::int as active_6,
    sum(f.due_12)::int as due_12, sum(f.active_12)::int as active_12, sum(f.unreached)::int as unreached
  from programme_invitations i join returnee_programmes p on p.id = i.programme_id join returnees r on r.id = i.returnee_id
  cross join lateral (
    select count(*) filter (where u.month = 3) as due_3, count(*) filter (where u.month = 3 and u.outcome = 'active') as active_3,
      count(*) filter (where u.month = 6) as due_6, count(*) filter (where u.month = 6 and u.outcome = 'active') as active_6,
      count(*) filter (where u.month = 12) as due_12, count(*) filter (where u.month = 12 and u.outcome = 'active') as active_12,
      -- At the last day on which the person was to be asked.
      (count(*) filter (where u.month = (select max(l.month) from returnee_follow_ups l where l.start_id = i.id
        and l.due_on <= (now() at time zone 'Asia/Makassar')::date)
        and coalesce(u.outcome, 'unreachable') = 'unreachable')) as unreached
    from returnee_follow_ups u
    where u.start_id = i.id and u.due_on <= (now() at time zone 'Asia/Makassar')::date) f
  group by 1, 2, 3;
grant select on published_returnee_programmes to sinergi_web, sinergi_jobs;
grant select on returnee_starts, returnee_follow_ups to sinergi_web, sinergi_jobs, sinergi_sight;

do $$
declare t text;
begin
  foreach t in array array['returnee_programmes', 'programme_invitations', 'invitation_events', 'programme_certificates',
    'returnee_enterprises', 'enterprise_visits', 'returnee_contacts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
  -- What belongs to a person is the business of the office that holds the record, and of the person.
  foreach t in array array['programme_invitations', 'returnee_enterprises', 'returnee_contacts'] loop
    execute format('create policy own on %I for select to sinergi_web using (office_id = app_office())', t);
    execute format('create policy receipt on %I for select to sinergi_web
      using (returnee_id = any(array(select receipt_returnee())))', t);
    execute format('grant select, insert on %I to sinergi_web', t);
  end loop;
  foreach t in array array['programme_invitations', 'returnee_enterprises'] loop
    execute format('create policy make on %I for insert to sinergi_web
      with check (office_id = app_office() and holds_returnee(returnee_id))', t);
    execute format('create policy change on %I for update to sinergi_web
      using (office_id = app_office()) with check (office_id = app_office() and holds_returnee(returnee_id))', t);
  end loop;
end $$;
grant update (state, changed_at) on programme_invitations to sinergi_web;
grant update (line, state, started_on, changed_at) on returnee_enterprises to sinergi_web;

create function holds_invitation(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from programme_invitations where id = $1 and office_id = app_office()) $$;
create function holds_enterprise(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from returnee_enterprises where id = $1 and office_id = app_office()) $$;

-- Every office of staff sees what there is; its owner changes it.
create policy seen on returnee_programmes for select to sinergi_web
  using (app_office() is not null or exists (select from receipt_returnee()));
create policy make on returnee_programmes for insert to sinergi_web
  with check (owner_office_id = app_office() and made_by = app_staff() and taken = 0);
create policy change on returnee_programmes for update to sinergi_web
  using (owner_office_id = app_office()) with check (owner_office_id = app_office());
grant select, insert on returnee_programmes to sinergi_web;
grant update (kind, title, detail, district_code, starts_on, ends_on, places, conditions, state, version) on returnee_programmes
  to sinergi_web;
create policy count on returnee_programmes for update to sinergi_sight using (true) with check (true);
grant update (taken) on returnee_programmes to sinergi_sight;

create policy own on invitation_events for select to sinergi_web using (holds_invitation(invitation_id));
create policy make on invitation_events for insert to sinergi_web with check (holds_invitation(invitation_id) and staff_id = app_staff());
grant select, insert on invitation_events to sinergi_web;
create policy own on programme_certificates for select to sinergi_web using (office_id = app_office());
create policy make on programme_certificates for insert to sinergi_web
  with check (office_id = app_office() and made_by = app_staff() and holds_invitation(invitation_id));
grant select, insert on programme_certificates to sinergi_web;
create policy own on enterprise_visits for select to sinergi_web using (holds_enterprise(enterprise_id));
create policy make on enterprise_visits for insert to sinergi_web with check (holds_enterprise(enterprise_id) and staff_id = app_staff());
grant select, insert on enterprise_visits to sinergi_web;
create policy ask on returnee_contacts for insert to sinergi_web with check (
  office_id = app_office() and staff_id = app_staff() and holds_returnee(returnee_id)
  and exists (select from returnee_starts s where s.id = start_id and s.returnee_id = returnee_contacts.returnee_id));
create policy tell on returnee_contacts for insert to sinergi_web with check (
  way = 'link' and staff_id is null and returnee_id = any(array(select receipt_returnee()))
  and exists (select from returnee_starts s where s.id = start_id and s.returnee_id = returnee_contacts.returnee_id
    and s.office_id = returnee_contacts.office_id));

grant create on schema public to sinergi_sight;
alter function keep_places() owner to sinergi_sight;
alter function programme_cohort(int, date) owner to sinergi_sight;
alter function programme_invited(int) owner to sinergi_sight;
alter function holds_invitation(uuid) owner to sinergi_sight;
alter function holds_enterprise(uuid) owner to sinergi_sight;
alter view published_returnee_programmes owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
