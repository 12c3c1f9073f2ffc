-- Reach: counts rolled up as they are written, so that a page costs the same at fifty million clicks as at fifty.

-- New links are fetched by when they were issued: every process knows them before anybody asks, also should the database go away.
alter table links add column issued_at timestamptz not null default now();
create index on links (issued_at);

-- All hours of a link together.
create table link_totals (
  code text primary key references links,
  clicks bigint not null default 0,
  scans bigint not null default 0,
  previews bigint not null default 0
);
-- The calendar days of the house's zone: an office in a campaign, and all its offices together where no office is named.
create table reach_days (
  campaign_id int not null references campaigns,
  office_id int references offices,
  day date not null,
  clicks bigint not null default 0,
  scans bigint not null default 0,
  previews bigint not null default 0,
  unique nulls not distinct (campaign_id, office_id, day)
);

-- How many devices, as far as a sketch can say: registers without an address, an agent or a way back to either. A pass is the
-- label of a secret that lived in memory until midnight; sketches under one pass can be merged. Gone once the day is reckoned.
create table link_sketches (
  code text not null references links,
  day date not null,
  pass uuid not null,
  sketch bytea not null check (length(sketch) <= 12288),
  written_at timestamptz not null default now(),
  primary key (code, day, pass)
);
-- Between how many devices: of a campaign, of an office in it, or of an office on one channel. Days that are over have been
-- added; the open ones are reckoned anew each time.
create table reach_devices (
  campaign_id int not null references campaigns,
  office_id int references offices,
  channel text,
  low int not null default 0,
  high int not null default 0,
  open_low int not null default 0,
  open_high int not null default 0,
  reckoned_at timestamptz not null default now(),
  unique nulls not distinct (campaign_id, office_id, channel),
  check (low <= high and open_low <= open_high),
  check (channel is null or office_id is not null)
);

-- Reach that no link can count, as an office tells it: copies, listeners, people in the hall. The latest of each kind holds;
-- nothing is overwritten.
create table declared_reach (
  id int generated always as identity primary key,
  duty_id int not null references duties,
  kind text not null check (kind in ('copies', 'listeners', 'audience', 'followers')),
  people int not null check (people between 0 and 10000000),
  source text not null check (length(source) between 3 and 200),
  declared_by text not null references staff,
  declared_at timestamptz not null default now()
);
create index on declared_reach (duty_id, kind, id desc);

insert into link_totals (code, clicks, scans, previews)
select code, sum(clicks), sum(scans), sum(previews) from link_hours group by code;
insert into reach_days (campaign_id, office_id, day, clicks, scans, previews)
select d.campaign_id, d.office_id, (h.hour at time zone 'Asia/Makassar')::date, sum(h.clicks), sum(h.scans), sum(h.previews)
from link_hours h join links l using (code) join duties d on d.id = l.duty_id
group by grouping sets ((1, 2, 3), (1, 3));

do $$
declare t text;
begin
  foreach t in array array['link_totals', 'reach_days', 'link_sketches', 'reach_devices', 'declared_reach'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to sinergi_jobs', t);
  end loop;
end $$;
grant delete on link_sketches to sinergi_jobs;

create policy seen on link_totals for select to sinergi_web
  using (code in (select l.code from links l where l.duty_id = any(array(select seen_duties()))));
-- Sums over all offices are for those who own the campaign; others have their own rows.
create policy seen on reach_days for select to sinergi_web using (
  office_id = any(array(select overseen_offices())) or campaign_id = any(array(select owned_campaigns())));
create policy seen on reach_devices for select to sinergi_web using (
  office_id = any(array(select overseen_offices())) or campaign_id = any(array(select owned_campaigns())));
create policy seen on declared_reach for select to sinergi_web using (duty_id = any(array(select seen_duties())));
create policy own on declared_reach for insert to sinergi_web with check (
  declared_by = app_staff() and duty_id in (select d.id from duties d where d.office_id = app_office()));
grant select on link_totals, reach_days, reach_devices to sinergi_web;
grant select, insert on declared_reach to sinergi_web;

-- What insight and the public are told of reach, from the days and no longer from every hour.
create policy insight_sight on reach_days for select to sinergi_sight using (true);
grant select on reach_days to sinergi_sight;
grant create on schema public to sinergi_sight;
set local role sinergi_sight;
create or replace view published_reach with (security_barrier = true) as
  select case when o.district like any ((select seen_areas())::text[]) then o.district end as district,
    to_char(r.day, 'YYYY-MM') as month, sum(r.clicks + r.scans)::int as visits
  from reach_days r left join office_districts o on o.office_id = r.office_id
  where r.office_id is not null and (select seen_areas()) is not null group by 1, 2;
reset role;
revoke create on schema public from sinergi_sight;
