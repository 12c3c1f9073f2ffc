-- How many live in a district is corrected by the offices above it, with a source and a day; what stood there before stays to be read.
alter table populations add column version int not null default 1;
create table population_versions (
  code text not null,
  version int not null,
  people int not null,
  source text not null,
  as_of date not null,
  at timestamptz not null default now(),
  -- Nobody where the house itself wrote it.
  staff_id text references staff,
  staff_name text,
  office_id int references offices,
  primary key (code, version)
);

-- Whoever writes a figure, by whatever way: it counts on and leaves its trace.
create function keep_population() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_when = 'BEFORE' then
    new.version := coalesce((select max(v.version) from population_versions v where v.code = new.code), 0) + 1;
    return new;
  end if;
  insert into population_versions (code, version, people, source, as_of, staff_id, staff_name, office_id)
    select new.code, new.version, new.people, new.source, new.as_of, app_staff(), (select name from staff where id = app_staff()), app_office();
  return null;
end $$;
create trigger counted before insert or update on populations for each row execute function keep_population();
create trigger kept after insert or update on populations for each row execute function keep_population();

create function corrects_population(code text) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce((select kind in ('ministry', 'bp3mi', 'province') from offices where id = app_office()), false)
    and code like any (own_areas()) $$;

alter table population_versions enable row level security;
alter table population_versions force row level security;
create policy work on population_versions to sinergi_jobs using (true) with check (true);
create policy keep on population_versions to sinergi_sight using (true) with check (true);
create policy seen on population_versions for select to sinergi_web using (app_office() is not null);
create policy add on populations for insert to sinergi_web with check (corrects_population(code));
create policy correct on populations for update to sinergi_web using (corrects_population(code)) with check (corrects_population(code));
grant select on population_versions to sinergi_web;
grant select, insert on population_versions to sinergi_jobs;
grant select, insert on population_versions to sinergi_sight;
grant insert (code, people, source, as_of), update (people, source, as_of) on populations to sinergi_web;

grant create on schema public to sinergi_sight;
alter function keep_population() owner to sinergi_sight;
alter function corrects_population(text) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;

set local role sinergi_jobs;
insert into population_versions (code, version, people, source, as_of) select code, version, people, source, as_of from populations;
reset role;
