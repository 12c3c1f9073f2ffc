-- Who reads what, narrowed: a withdrawn article is nobody's to read, and counts of a district belong to that district.

grant create on schema public to sinergi_sight;
-- What belongs to a role is changed as that role; the owner of the house may become it.
set local role sinergi_sight;

-- A withdrawn article leaves the public with its address, its office, the day and the reason: not its title, which may be what was wrong.
create or replace function public_articles() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select v.article_id from article_versions v join articles a on a.id = v.article_id
    where v.state = 'released' and a.withdrawn_at is null $$;
create function withdrawn_notice(address text) returns table (office text, at timestamptz, why text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select o.name, a.withdrawn_at, a.withdrawn_why from articles a join offices o on o.id = a.office_id
    where a.slug = address and a.withdrawn_at is not null
      and exists (select from article_versions v where v.article_id = a.id and v.state = 'released') $$;
-- As in the views of insight: an office finds its own districts by name, the rest as one sum, and nobody finds nothing.
create or replace view published_returnees with (security_barrier = true) as
  with counted as (
    select case when left(origin_code, 5) like any ((select seen_areas())::text[]) then left(origin_code, 5) end as district,
      date_trunc('month', registered_at at time zone 'Asia/Makassar')::date as month, destination, needs
    from returnees where state = 'active' and (select seen_areas()) is not null)
  select district, month, 'all' as about, null as code, count(*)::int as returnees from counted group by 1, 2
  union all select district, month, 'destination', destination, count(*)::int from counted group by 1, 2, 4
  union all select district, month, 'need', need, count(*)::int from counted, unnest(needs) as need group by 1, 2, 4;

create or replace view published_returnee_programmes with (security_barrier = true) as
  select case when left(r.origin_code, 5) like any ((select seen_areas())::text[]) then left(r.origin_code, 5) end as district,
    date_trunc('month', p.starts_on)::date as month, p.kind, count(*)::int as invited,
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
  where (select seen_areas()) is not null
  group by 1, 2, 3;

create or replace view published_follow_ups with (security_barrier = true) as
  select office_id, state, to_char(due_on, 'YYYY-MM') as month, count(*)::int as count,
    (count(*) filter (where state = 'open' and due_on < (now() at time zone 'Asia/Makassar')::date))::int as overdue
  from follow_ups where (select seen_areas()) is not null group by 1, 2, 3;

reset role;
revoke create on schema public from sinergi_sight;

drop policy published on article_versions;
create policy published on article_versions for select to sinergi_web
  using (state = 'released' and article_id = any(array(select public_articles())));
-- Reads of an article that is no longer there tell nobody anything.
drop policy counted on article_hours;
create policy counted on article_hours for select to sinergi_web
  using (article_id = any(array(select public_articles())) or article_id = any(array(select desk_articles())));

-- The dashboard costs the same with a hundred cases and a hundred thousand: every change of a case, a returnee or a check leaves its difference
-- here, a row of its own, so that none waits for another; what has gathered is added up by the house (the tallies of insight).
create table signal_tallies (
  kind text not null check (kind in ('complaint', 'returnee', 'check')),
  district text,
  -- For checks: the district office chosen by the person, when one was.
  office_id int,
  month text not null,
  stage text,
  urgency text,
  state text not null,
  ground text,
  count int not null
);
alter table signal_tallies enable row level security;
alter table signal_tallies force row level security;
create policy tally on signal_tallies to sinergi_sight using (true) with check (true);
create policy work on signal_tallies to sinergi_jobs using (true) with check (true);
grant select, insert on signal_tallies to sinergi_sight;
grant select, insert, delete on signal_tallies to sinergi_jobs;

grant create on schema public to sinergi_sight;
set local role sinergi_sight;

-- What stands in rows of a table, as tallies.
create function tallied(of_table text, pictures text) returns text language sql immutable as $$
  select format(case of_table
    when 'complaints' then $told$select 'complaint', left(origin_code, 5), null::int, to_char(received_at at time zone 'Asia/Makassar', 'YYYY-MM'),
      stage, urgency, state, ground, sum(n)::int as count from (%s) as p group by 1, 2, 3, 4, 5, 6, 7, 8$told$
    when 'returnees' then $told$select 'returnee', left(origin_code, 5), null::int, to_char(registered_at at time zone 'Asia/Makassar', 'YYYY-MM'),
      null::text, null::text, state, null::text, sum(n)::int as count from (%s) as p group by 1, 2, 3, 4, 5, 6, 7, 8$told$
    else $told$select 'check', null::text, office_id, to_char(day, 'YYYY-MM'), null::text, null::text, level, null::text, sum(n * p.count)::int as count
      from (%s) as p group by 1, 2, 3, 4, 5, 6, 7, 8$told$ end, pictures) $$;

-- What changed between two pictures of a table, told as differences.
create function tally_signals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  pictures text := case tg_op when 'INSERT' then 'select *, 1 as n from now_so' when 'DELETE' then 'select *, -1 as n from once_so'
    else 'select *, 1 as n from now_so union all select *, -1 as n from once_so' end;
begin
  execute format('insert into signal_tallies select * from (%s) as changed where count <> 0', tallied(tg_table_name, pictures));
  return null;
end $$;

create or replace view published_offer_checks with (security_barrier = true) as
  select case when d.district like any ((select seen_areas())::text[]) then d.district end as district, s.month, s.state as level,
    sum(s.count)::int as checks
  from (select office_id, month, state, sum(count) as count from signal_tallies where kind = 'check' group by 1, 2, 3) s
  left join office_districts d on d.office_id = s.office_id
  where (select seen_areas()) is not null group by 1, 2, 3 having sum(s.count) <> 0;

create or replace view published_complaints with (security_barrier = true) as
  select case when district like any ((select seen_areas())::text[]) then district end as district,
    month, stage, urgency, state, ground, sum(count)::int as complaints
  from signal_tallies where kind = 'complaint' and state <> 'merged' and (select seen_areas()) is not null
  group by 1, 2, 3, 4, 5, 6 having sum(count) <> 0;

create or replace view published_returnee_months with (security_barrier = true) as
  select case when district like any ((select seen_areas())::text[]) then district end as district, month, sum(count)::int as returnees
  from signal_tallies where kind = 'returnee' and state = 'active' and (select seen_areas()) is not null
  group by 1, 2 having sum(count) <> 0;

create or replace function signal_spread(since text) returns table (kind text, events int, people int, spread float)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with wide as (select p.code, p.people from populations p
        where p.people > 0 and exists (select from unnest(own_areas()) a where p.code like left(a, 2) || '%' or a = '%')),
      counted as (
        select case t.kind when 'complaint' then 'reports' else 'returnees' end as kind, t.district as code, sum(t.count) as n
          from signal_tallies t where t.month >= since and (t.kind = 'complaint' and t.state <> 'merged' or t.state = 'active' and t.kind = 'returnee')
          group by 1, 2
        union all select 'checks', d.district, sum(s.count) from signal_tallies s join office_districts d using (office_id)
          where s.kind = 'check' and s.state in ('danger', 'warnings') and s.month >= since group by 2)
    select k.kind, coalesce(sum(c.n), 0)::int, sum(w.people)::int, coalesce(sum(c.n::float * c.n / w.people), 0)
    from (values ('reports'), ('checks'), ('returnees')) as k (kind) cross join wide w
    left join counted c on c.kind = k.kind and c.code = w.code group by 1 $$;

reset role;
revoke create on schema public from sinergi_sight;

do $$
declare t text;
begin
  foreach t in array array['complaints', 'returnees', 'offer_signals'] loop
    execute format('create trigger tallied after insert on %I referencing new table as now_so
      for each statement execute function tally_signals()', t);
    execute format('create trigger tallied_again after update on %I referencing new table as now_so old table as once_so
      for each statement execute function tally_signals()', t);
    execute format('create trigger tallied_off after delete on %I referencing old table as once_so
      for each statement execute function tally_signals()', t);
  end loop;
end $$;

-- What stands already, counted once.
set local role sinergi_sight;
do $$
declare t text;
begin
  foreach t in array array['complaints', 'returnees', 'offer_signals'] loop
    execute 'insert into signal_tallies ' || tallied(t, format('select *, 1 as n from %I', t));
  end loop;
end $$;
reset role;

-- A returnee's record offered to another office. It moves only when that office accepts; until then the giver keeps it with every
-- duty, and the other side reads nothing of it.
create table returnee_offers (
  id uuid primary key,
  returnee_id uuid not null references returnees,
  -- The number under which both speak of it.
  record text not null check (record ~ '^P-\d{4}-\d{4,}$'),
  from_office_id int not null references offices,
  to_office_id int not null references offices,
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'withdrawn')),
  reason text not null check (reason in ('moved', 'their-area', 'their-programme', 'asked')),
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  answered_by text references staff,
  answered_at timestamptz,
  check (from_office_id <> to_office_id),
  check ((state = 'open') = (answered_at is null))
);
create unique index one_open_returnee_offer on returnee_offers (returnee_id) where state = 'open';
create index on returnee_offers (to_office_id) where state = 'open';
alter table returnee_offers enable row level security;
alter table returnee_offers force row level security;
create policy work on returnee_offers to sinergi_jobs using (true) with check (true);
create policy sight on returnee_offers to sinergi_sight using (true) with check (true);
create policy seen on returnee_offers for select to sinergi_web using (app_office() in (from_office_id, to_office_id));
create policy make on returnee_offers for insert to sinergi_web with check (
  state = 'open' and from_office_id = app_office() and made_by = app_staff() and holds_returnee(returnee_id));
create policy close on returnee_offers for update to sinergi_web using (state = 'open' and app_office() in (from_office_id, to_office_id))
  with check (answered_by = app_staff() and (state = 'withdrawn' and from_office_id = app_office() or state = 'rejected' and to_office_id = app_office()));
grant select, insert, update, delete on returnee_offers to sinergi_jobs;
grant select, insert on returnee_offers to sinergi_web;
grant update (state, answered_by, answered_at) on returnee_offers to sinergi_web;

grant select, update (state, answered_by, answered_at) on returnee_offers to sinergi_sight;
grant update (owner_office_id, changed_at, version) on returnees to sinergi_sight;
create policy hand_over on returnees for update to sinergi_sight using (true) with check (true);
do $$
declare t text;
begin
  foreach t in array array['programme_invitations', 'returnee_enterprises', 'returnee_contacts'] loop
    execute format('grant update (office_id) on %I to sinergi_sight', t);
    execute format('create policy hand_over on %I for update to sinergi_sight using (true) with check (true)', t);
  end loop;
end $$;

-- The only way in which a record changes its office: the one it was offered to takes it, with what goes on for that person.
create function take_returnee(offer uuid) returns table (returnee uuid, former int)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare taken returnee_offers;
begin
  update returnee_offers o set state = 'accepted', answered_by = app_staff(), answered_at = now()
    where o.id = offer and o.state = 'open' and o.to_office_id = app_office() returning o.* into taken;
  update returnees r set owner_office_id = taken.to_office_id, changed_at = now(), version = r.version + 1
    where r.id = taken.returnee_id and r.owner_office_id = taken.from_office_id and r.state = 'active';
  if not found then return; end if;
  update programme_invitations i set office_id = taken.to_office_id where i.returnee_id = taken.returnee_id;
  update returnee_enterprises e set office_id = taken.to_office_id where e.returnee_id = taken.returnee_id;
  update returnee_contacts c set office_id = taken.to_office_id where c.returnee_id = taken.returnee_id;
  return query select taken.returnee_id, taken.from_office_id;
end $$;
grant create on schema public to sinergi_sight;
alter function take_returnee(uuid) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;

-- Whoever is invited answers alone, with the number: yes or no, and nothing else.
create policy answer on programme_invitations for update to sinergi_web
  using (returnee_id = any(array(select receipt_returnee())) and state in ('invited', 'accepted', 'declined'))
  with check (returnee_id = any(array(select receipt_returnee())) and state in ('accepted', 'declined'));
create policy tell on invitation_events for insert to sinergi_web with check (
  staff_id is null and to_state in ('accepted', 'declined')
  and invitation_id in (select i.id from programme_invitations i where i.returnee_id = any(array(select receipt_returnee()))));
