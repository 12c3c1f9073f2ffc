-- Rounds of a campaign: once, or week by week until a day. Each has its own duties, due at its own moment.
create table campaign_rounds (
  campaign_id int not null references campaigns,
  number int not null check (number between 1 and 60),
  due_at timestamptz not null,
  primary key (campaign_id, number)
);
insert into campaign_rounds select campaign_id, 1, min(due_at) from duties group by 1;
alter table duties add column round int not null default 1 check (round between 1 and 60);
alter table duties drop constraint duties_campaign_id_version_id_office_id_channel_key;
alter table duties add constraint one_duty_a_round unique (campaign_id, version_id, office_id, channel, round);
create index on duties (due_at);

-- Excused: by the owner of the campaign, with a reason. It counts apart and is never silent.
alter table duties drop constraint duties_state_check;
alter table duties add constraint duties_state_check check (state in
  ('assigned', 'opened', 'shared', 'declared', 'attached', 'accepted', 'returned', 'excused'));
-- The office does its duty; when it is due, and whether it is, is for the owner of the campaign to say.
create function keep_due_dates() returns trigger language plpgsql as $$
begin
  if app_office() is not null and not (old.campaign_id = any(array(select owned_campaigns())))
    and (new.due_at <> old.due_at or (new.state = 'excused') <> (old.state = 'excused')) then
    raise exception 'only an owner of the campaign moves the due date or excuses' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger due_dates_are_the_owners before update on duties for each row execute function keep_due_dates();
grant update (due_at) on duties to sinergi_web;

-- What an office asks of the owner: more time, or to be let off.
create table duty_requests (
  id int generated always as identity primary key,
  duty_id int not null references duties,
  kind text not null check (kind in ('postpone', 'excuse')),
  wanted_on date,
  reason text not null check (length(reason) between 5 and 500),
  office_id int not null references offices,
  asked_by text not null references staff,
  asked_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'granted', 'refused')),
  answer text not null default '' check (length(answer) <= 500),
  decided_by text references staff,
  decided_at timestamptz,
  check ((kind = 'postpone') = (wanted_on is not null)),
  check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create index on duty_requests (duty_id);
create unique index one_open_duty_request on duty_requests (duty_id) where state = 'open';

-- What somebody is reminded of, each exactly once for one due moment.
create table digests (
  id bigint generated always as identity primary key,
  staff_id text not null references staff,
  day date not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  unique (staff_id, day)
);
create index on digests (id) where sent_at is null;
create table duty_reminders (
  id bigint generated always as identity primary key,
  duty_id int not null references duties,
  staff_id text not null references staff,
  kind text not null check (kind in ('before', 'on', 'after', 'leader', 'province')),
  due_at timestamptz not null,
  at timestamptz not null,
  seen_at timestamptz,
  digest_id bigint references digests,
  unique (duty_id, staff_id, kind, due_at)
);
create index on duty_reminders (staff_id) where seen_at is null;
create index on duty_reminders (staff_id) where digest_id is null;
create index on duty_reminders (digest_id);
create table reminder_settings (
  staff_id text primary key references staff,
  mail boolean not null default true,
  digest_hour int not null default 8 check (digest_hour between 8 and 15)
);

-- A recap that was made stays as it was: what it says is one text, and its hash is proven here and not believed.
create table recap_editions (
  id int generated always as identity primary key,
  campaign_id int not null references campaigns,
  number int not null check (number > 0),
  period text not null check (period in ('week', 'month', 'quarter', 'whole')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  as_of timestamptz not null,
  letter_number text not null,
  office_id int not null references offices,
  content text not null,
  hash text not null,
  pdf_key text not null,
  xlsx_key text not null,
  csv_key text not null,
  -- Nobody: the house made it by the calendar.
  made_by text references staff,
  -- The errand that made it: taken up again after a crash, it makes no second one.
  errand_id uuid unique references errands,
  unique (campaign_id, number),
  constraint true_hash check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
create unique index recap_once_by_the_calendar on recap_editions (campaign_id, period, starts_on) where made_by is null;
create function keep_recap_editions() returns trigger language plpgsql as $$
begin
  raise exception 'recap edition % is kept and never changes; make the next one', old.id using errcode = 'check_violation';
end $$;
create trigger an_edition_is_final before update or delete on recap_editions
  for each row execute function keep_recap_editions();

-- By the calendar, until taken back.
create table recap_plans (
  campaign_id int not null references campaigns,
  period text not null check (period in ('week', 'month', 'quarter', 'whole')),
  primary key (campaign_id, period)
);
create table recap_readers (
  campaign_id int not null references campaigns,
  staff_id text not null references staff,
  primary key (campaign_id, staff_id)
);
create table recap_letters (
  edition_id int not null references recap_editions,
  staff_id text not null references staff,
  mailed_at timestamptz,
  primary key (edition_id, staff_id)
);
create index on recap_letters (edition_id) where mailed_at is null;

-- Leaders to whom a recap of this campaign can go: of its owners, of those above them, of the offices that publish.
create function campaign_leaders(campaign int) returns table (id text, name text, office_id int)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with recursive above as (
      select o.id, o.parent_id from offices o join campaign_owners c on c.office_id = o.id and c.campaign_id = campaign
      union select o.id, o.parent_id from offices o join above on o.id = above.parent_id)
    select s.id, s.name, s.office_id from staff s
    where s.active and s.roles @> array['leader'] and campaign in (select owned_campaigns())
      and (s.office_id in (select above.id from above)
        or s.office_id in (select d.office_id from duties d where d.campaign_id = campaign))
    order by s.office_id, s.name $$;

do $$
declare t text;
begin
  foreach t in array array['campaign_rounds', 'duty_requests', 'digests', 'duty_reminders', 'reminder_settings',
    'recap_editions', 'recap_plans', 'recap_readers', 'recap_letters'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to sinergi_jobs', t);
  end loop;
end $$;
grant select (roles) on staff to sinergi_sight;
grant delete on duty_reminders, digests to sinergi_jobs;

create policy published on campaign_rounds for select to sinergi_web using (true);
create policy start on campaign_rounds for insert to sinergi_web with check (campaign_id = any(array(select owned_campaigns())));
grant select, insert on campaign_rounds to sinergi_web;

create policy seen on duty_requests for select to sinergi_web using (duty_id = any(array(select seen_duties())));
create policy ask on duty_requests for insert to sinergi_web with check (
  state = 'open' and office_id = app_office() and asked_by = app_staff()
  and duty_id in (select d.id from duties d where d.office_id = app_office()));
create policy decide on duty_requests for update to sinergi_web
  using (state = 'open' and duty_id in (select d.id from duties d where d.campaign_id = any(array(select owned_campaigns()))))
  with check (decided_by = app_staff());
grant select, insert on duty_requests to sinergi_web;
grant update (state, answer, decided_by, decided_at) on duty_requests to sinergi_web;

create policy own on duty_reminders for select to sinergi_web using (staff_id = app_staff());
create policy put_away on duty_reminders for update to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
grant select on duty_reminders to sinergi_web;
grant update (seen_at) on duty_reminders to sinergi_web;
create policy own on reminder_settings to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
grant select, insert, update on reminder_settings to sinergi_web;

-- An edition speaks of every office of the campaign: it is for its owners, those above them, and whoever it was sent to.
create policy own on recap_letters for select to sinergi_web using (
  staff_id = app_staff() or edition_id in (
    select e.id from recap_editions e where e.campaign_id = any(array(select owned_campaigns()))));
create function sent_editions() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select edition_id from recap_letters where staff_id = app_staff() $$;
create policy sight on recap_letters for select to sinergi_sight using (true);
grant select on recap_letters to sinergi_sight;
create policy seen on recap_editions for select to sinergi_web using (
  campaign_id in (select o.campaign_id from campaign_owners o where o.office_id = any(array(select overseen_offices())))
  or id = any(array(select sent_editions())));
create policy own on recap_plans to sinergi_web using (campaign_id = any(array(select owned_campaigns())))
  with check (campaign_id = any(array(select owned_campaigns())));
create policy own on recap_readers to sinergi_web using (campaign_id = any(array(select owned_campaigns())))
  with check (campaign_id = any(array(select owned_campaigns())) and staff_id in (select l.id from campaign_leaders(campaign_id) l));
grant select on recap_editions, recap_letters to sinergi_web;
grant select, insert, delete on recap_plans, recap_readers to sinergi_web;

grant create on schema public to sinergi_sight;

-- Who is excused, or whose material was stopped, had nothing due.
set local role sinergi_sight;
create or replace view published_duties with (security_barrier = true) as
  select case when o.district like any ((select seen_areas())::text[]) then o.district end as district,
    to_char(d.due_at at time zone 'Asia/Makassar', 'YYYY-MM') as month,
    (count(*) filter (where d.state <> 'excused' and d.stopped_at is null))::int as due,
    (count(*) filter (where d.state in ('declared', 'attached', 'accepted')))::int as told,
    (count(*) filter (where d.state = 'accepted'))::int as proven
  from duties d left join office_districts o on o.office_id = d.office_id
  where (select seen_areas()) is not null group by 1, 2;
reset role;

alter function campaign_leaders(int) owner to sinergi_sight;
alter function sent_editions() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
