-- Insight: signals beside coverage. Rooms are read as counts; no row of a case can be reached through these views.

-- Which districts the asking office reads by name, as patterns; nothing for nobody. The rest comes to it as one sum without a name.
create function own_areas() returns text[] language sql stable security definer set search_path = public, pg_temp
  as $$
    select case when o.kind = 'ministry' then array['%'] else
      coalesce((select array_agg(r.region_code || '%') from office_regions r where r.office_id = o.id), '{}') end
    from offices o where o.id = app_office() $$;
create function seen_areas() returns text[] language sql stable
  as $$ select case when current_user = 'sinergi_jobs' then array['%'] else own_areas() end $$;

-- How many live in a district: what makes counts comparable. Nothing where it is not known.
create table populations (
  code text primary key check (code ~ '^\d{2}\.\d{2}$'),
  people int not null check (people >= 0),
  source text not null,
  as_of date not null
);
insert into populations (code, people, source, as_of)
select code, people, 'Kemendagri, Kepmendagri 300.2.2-2138 Tahun 2025', date '2025-12-31' from (values
  ('72.01', 377804), ('72.02', 253350), ('72.03', 318613), ('72.04', 242783), ('72.05', 162273), ('72.06', 198968), ('72.07', 130008),
  ('72.08', 461576), ('72.09', 173534), ('72.10', 273460), ('72.11', 77830), ('72.12', 154004), ('72.71', 395291)) as given (code, people);

-- Placements that an office has said publicly, for the one-pager. Nothing where none is known.
create table placements (
  code text not null check (code ~ '^\d{2}(\.\d{2})?$'),
  period text not null,
  kind text not null check (kind in ('placed', 'returned-non-procedural', 'returned-or-stopped')),
  people int not null check (people >= 0),
  source text not null,
  as_of date not null,
  primary key (code, period, kind)
);
insert into placements (code, period, kind, people, source, as_of) values
  ('72', '2024', 'placed', 378, 'sultengraya.com/?p=192651', '2025-01-31'),
  ('72', '2025', 'returned-or-stopped', 62, 'kp2mi.go.id, capaian kinerja BP3MI Sulawesi Tengah 2025', '2026-01-05'),
  ('72.10', '2018–2024', 'placed', 459, 'mercusuar.web.id, Langaleso desa migran produktif', '2025-10-31'),
  ('72.10', '2022–2024', 'returned-non-procedural', 22, 'mercusuar.web.id, Langaleso desa migran produktif', '2025-10-31');

-- What the public was told, month by month, and never again otherwise: each figure is a batch of five and more that no other figure shares.
create table open_releases (
  month text primary key check (month ~ '^\d{4}-\d{2}$'),
  made_at timestamptz not null default now()
);
create table open_figures (
  subject text not null check (subject in ('complaints', 'offer-checks', 'returnees', 'publications', 'outreach')),
  cell text not null,
  -- The months that the batch counts, both included.
  first text not null check (first ~ '^\d{4}-\d{2}$'),
  last text not null references open_releases,
  count int not null check (count >= 5),
  primary key (subject, cell, last),
  check (first <= last)
);

do $$
declare t text;
begin
  foreach t in array array['populations', 'placements', 'open_releases', 'open_figures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('create policy published on %I for select to sinergi_web, sinergi_sight using (true)', t);
    execute format('grant select, insert on %I to sinergi_jobs', t);
    execute format('grant select on %I to sinergi_web, sinergi_sight', t);
  end loop;
  foreach t in array array['offer_signals', 'links', 'link_hours', 'office_regions'] loop
    execute format('create policy insight_sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
end $$;
-- Populations and placements are corrected by whoever keeps the house's records; what was released is not.
grant update, delete on populations, placements to sinergi_jobs;

-- The regency that a district office stands for.
create view office_districts as
  select office_id, min(region_code) as district from office_regions where region_code like '__.__' group by 1;

create view published_complaints with (security_barrier = true) as
  select case when left(origin_code, 5) like any ((select seen_areas())::text[]) then left(origin_code, 5) end as district,
    to_char(received_at at time zone 'Asia/Makassar', 'YYYY-MM') as month, stage, urgency, state, ground, count(*)::int as complaints
  from complaints where state <> 'merged' and (select seen_areas()) is not null group by 1, 2, 3, 4, 5, 6;

create view published_offer_checks with (security_barrier = true) as
  select case when d.district like any ((select seen_areas())::text[]) then d.district end as district,
    to_char(s.day, 'YYYY-MM') as month, s.level, sum(s.count)::int as checks
  from offer_signals s left join office_districts d on d.office_id = s.office_id
  where (select seen_areas()) is not null group by 1, 2, 3;

create view published_returnee_months with (security_barrier = true) as
  select case when district like any ((select seen_areas())::text[]) then district end as district,
    to_char(month, 'YYYY-MM') as month, sum(returnees)::int as returnees
  from published_returnees where about = 'all' and (select seen_areas()) is not null group by 1, 2;

-- Said to be published, and proven so, by the month in which it was due.
create view published_duties with (security_barrier = true) as
  select case when o.district like any ((select seen_areas())::text[]) then o.district end as district,
    to_char(d.due_at at time zone 'Asia/Makassar', 'YYYY-MM') as month, count(*)::int as due,
    (count(*) filter (where d.state in ('declared', 'attached', 'accepted')))::int as told,
    (count(*) filter (where d.state = 'accepted'))::int as proven
  from duties d left join office_districts o on o.office_id = d.office_id
  where (select seen_areas()) is not null group by 1, 2;

create view published_reach with (security_barrier = true) as
  select case when o.district like any ((select seen_areas())::text[]) then o.district end as district,
    to_char(h.hour at time zone 'Asia/Makassar', 'YYYY-MM') as month, sum(h.clicks + h.scans)::int as visits
  from link_hours h join links l on l.code = h.code join duties d on d.id = l.duty_id
  left join office_districts o on o.office_id = d.office_id
  where (select seen_areas()) is not null group by 1, 2;

-- What a district needs to know of its province to read its own rate: sums over all districts, from which none can be told.
create function signal_spread(since text) returns table (kind text, events int, people int, spread float)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with wide as (select p.code, p.people from populations p
        where p.people > 0 and exists (select from unnest(own_areas()) a where p.code like left(a, 2) || '%' or a = '%')),
      counted as (
        select 'reports' as kind, left(origin_code, 5) as code, count(*) as n from complaints
          where state <> 'merged' and to_char(received_at at time zone 'Asia/Makassar', 'YYYY-MM') >= since group by 2
        union all select 'checks', d.district, sum(s.count) from offer_signals s join office_districts d using (office_id)
          where s.level in ('danger', 'warnings') and to_char(s.day, 'YYYY-MM') >= since group by 2
        union all select 'returnees', left(origin_code, 5), count(*) from returnees
          where state = 'active' and to_char(registered_at at time zone 'Asia/Makassar', 'YYYY-MM') >= since group by 2)
    select k.kind, coalesce(sum(c.n), 0)::int, sum(w.people)::int, coalesce(sum(c.n::float * c.n / w.people), 0)
    from (values ('reports'), ('checks'), ('returnees')) as k (kind) cross join wide w
    left join counted c on c.kind = k.kind and c.code = w.code group by 1 $$;

grant select on published_complaints, published_offer_checks, published_returnee_months, published_duties, published_reach
  to sinergi_web, sinergi_jobs;
revoke execute on function signal_spread(text) from public;
grant execute on function signal_spread(text) to sinergi_web;

grant create on schema public to sinergi_sight;
alter function own_areas() owner to sinergi_sight;
alter function signal_spread(text) owner to sinergi_sight;
alter view office_districts owner to sinergi_sight;
alter view published_complaints owner to sinergi_sight;
alter view published_offer_checks owner to sinergi_sight;
alter view published_returnee_months owner to sinergi_sight;
alter view published_duties owner to sinergi_sight;
alter view published_reach owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
