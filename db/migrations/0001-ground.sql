-- Roles. The program connects as the owner of the database and takes one of these for all its work:
-- none of them owns a table, so row-level security binds them all.
do $$
declare name text;
begin
  foreach name in array array['sinergi_web', 'sinergi_jobs', 'sinergi_auth', 'sinergi_sight'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    execute format('grant %I to %I with inherit false, set true', name, current_user);
  end loop;
end $$;

revoke create on schema public from public;
grant usage on schema public to sinergi_web, sinergi_jobs, sinergi_sight;

-- Who is asking. Set for one transaction by the program; '' or unset means: nobody.
create function app_office() returns int language sql stable
  as $$ select nullif(current_setting('app.office', true), '')::int $$;
create function app_staff() returns text language sql stable
  as $$ select nullif(current_setting('app.staff', true), '') $$;

-- Regions by Kemendagri code: 72 province, 72.10 regency, 72.10.01 district, 72.10.01.2001 village.
create table regions (
  code text primary key check (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  parent_code text references regions deferrable initially deferred,
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  name text not null
);
create index on regions (parent_code);

create table offices (
  id int generated always as identity primary key,
  parent_id int references offices,
  kind text not null check (kind in ('ministry', 'bp3mi', 'province', 'district')),
  name text not null check (length(name) between 3 and 120),
  short_name text not null check (length(short_name) between 2 and 40),
  time_zone text not null default 'Asia/Makassar',
  logo_key text,
  tile_column smallint,
  tile_row smallint,
  sample boolean not null default false
);

-- Jurisdiction: the regions an office serves, each with all that lies below it.
create table office_regions (
  office_id int not null references offices,
  region_code text not null references regions,
  primary key (office_id, region_code)
);

-- A contact is printed only when somebody verified it: source and date stand beside it.
create table office_contacts (
  id int generated always as identity primary key,
  office_id int not null references offices,
  kind text not null check (kind in ('phone', 'whatsapp', 'email', 'address', 'website')),
  value text not null check (length(value) between 3 and 200),
  source text,
  verified_on date,
  verified_by text,
  check ((verified_on is null) = (verified_by is null)),
  check (verified_on is null or source is not null)
);
create index on office_contacts (office_id);

-- The offices below the asking one in the tree, itself included. It runs as sinergi_sight, a role that can only read,
-- because a policy that reads the table it guards would call itself.
create function overseen_offices() returns setof int language sql stable security definer
  set search_path = public, pg_temp
  as $$
    with recursive tree as (
      select id from offices where id = app_office()
      union all select o.id from offices o join tree on o.parent_id = tree.id)
    select id from tree $$;
grant select on offices to sinergi_sight;

alter table regions enable row level security;
alter table regions force row level security;
alter table offices enable row level security;
alter table offices force row level security;
alter table office_regions enable row level security;
alter table office_regions force row level security;
alter table office_contacts enable row level security;
alter table office_contacts force row level security;

-- The directory of offices and regions is public knowledge; changing it is for the office itself and those above it.
create policy read on regions for select to sinergi_web, sinergi_jobs using (true);
create policy load on regions for insert to sinergi_jobs with check (true);
create policy renew on regions for update to sinergi_jobs using (true);
create policy read on offices for select to sinergi_web, sinergi_sight using (true);
create policy edit on offices for update to sinergi_web using (id = any(array(select overseen_offices())));
create policy work on offices to sinergi_jobs using (true) with check (true);
create policy read on office_regions for select to sinergi_web using (true);
create policy work on office_regions to sinergi_jobs using (true) with check (true);
create policy read on office_contacts for select to sinergi_web using (true);
create policy edit on office_contacts to sinergi_web
  using (office_id = any(array(select overseen_offices())))
  with check (office_id = any(array(select overseen_offices())));
create policy work on office_contacts to sinergi_jobs using (true) with check (true);

grant select on regions, office_regions to sinergi_web;
grant select, update on offices to sinergi_web;
grant select, insert, update, delete on office_contacts to sinergi_web;
grant select, insert, update on regions, offices, office_regions, office_contacts to sinergi_jobs;

grant create on schema public to sinergi_sight;
alter function overseen_offices() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
