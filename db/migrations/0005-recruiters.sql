-- The register of recruiters as officers import it: companies (P3MI), their branches, their job orders. Rows are never deleted:
-- what a later list no longer has is not listed any more, and an import that is undone puts every row back as it was.
create table register_imports (
  id int generated always as identity primary key,
  list text not null check (list in ('companies', 'branches', 'orders')),
  state text not null default 'draft' check (state in ('draft', 'done', 'undone', 'dropped')),
  -- The day for which the list is true, as its publisher says.
  as_of date not null,
  source text not null check (length(source) between 3 and 300),
  -- What the list does not have any more is not listed any more; otherwise it only adds and changes.
  complete boolean not null default true,
  file_name text not null,
  file_key text not null,
  -- The cells as they were read from the file.
  grid_key text not null,
  -- Which row is the last of the header, and which column says what.
  layout jsonb not null,
  counts jsonb not null default '{}',
  office_id int not null references offices,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  done_by text references staff,
  done_at timestamptz,
  undone_by text references staff,
  undone_at timestamptz,
  check ((state in ('done', 'undone')) = (done_at is not null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index on register_imports (id desc) where state = 'done';

create table recruiters (
  id int generated always as identity primary key,
  licence_key text not null unique check (licence_key <> ''),
  licence text not null,
  name text not null check (length(name) between 2 and 200),
  state text not null check (state in ('valid', 'suspended', 'revoked', 'expired')),
  valid_from date,
  valid_until date,
  city text,
  -- For officers only, as is whatever the public views below do not show.
  address text,
  phone text,
  note text,
  listed boolean not null default true,
  as_of date not null,
  import_id int not null references register_imports
);

create table recruiter_branches (
  id int generated always as identity primary key,
  recruiter_id int not null references recruiters,
  branch_key text not null check (branch_key <> ''),
  city text not null,
  permit text,
  valid_until date,
  address text,
  phone text,
  listed boolean not null default true,
  as_of date not null,
  import_id int not null references register_imports,
  unique (recruiter_id, branch_key)
);

create table job_orders (
  id int generated always as identity primary key,
  recruiter_id int not null references recruiters,
  order_key text not null check (order_key <> ''),
  number text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  job text not null,
  quota int check (quota > 0),
  valid_until date,
  listed boolean not null default true,
  as_of date not null,
  import_id int not null references register_imports,
  unique (recruiter_id, order_key)
);

-- What an import did to each row, and the row as it was before; nothing for a row that had never been there.
create table register_changes (
  import_id int not null references register_imports,
  row_id int not null,
  kind text not null check (kind in ('new', 'changed', 'gone', 'unchanged')),
  before jsonb,
  primary key (import_id, row_id)
);

create function register_office() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from offices where id = app_office() and kind in ('ministry', 'bp3mi', 'province')) $$;
-- Who imported and who undid, by name: colleagues of other offices are otherwise not seen.
create function register_people() returns table (id text, name text, office text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id, s.name, o.short_name from staff s join offices o on o.id = s.office_id
    where app_staff() is not null and s.id in (
      select made_by from register_imports union select done_by from register_imports union select undone_by from register_imports) $$;

do $$
declare t text;
begin
  foreach t in array array['register_imports', 'recruiters', 'recruiter_branches', 'job_orders', 'register_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy staff_read on %I for select to sinergi_web using (app_staff() is not null)', t);
    execute format('create policy add on %I for insert to sinergi_web with check ((select register_office()))', t);
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert on %I to sinergi_web', t);
    execute format('grant select on %I to sinergi_sight', t);
    execute format('grant select, insert, update on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['register_imports', 'recruiters', 'recruiter_branches', 'job_orders'] loop
    execute format('create policy edit on %I for update to sinergi_web using ((select register_office())) with check ((select register_office()))', t);
  end loop;
end $$;
grant update on recruiters, recruiter_branches, job_orders to sinergi_web;
grant update (state, complete, layout, counts, done_by, done_at, undone_by, undone_at) on register_imports to sinergi_web;

-- A record of what was done is not done again differently: only a draft may be worked on, only what is done may be undone.
create function keep_register_record() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' or (old.state = 'done' and new.state = 'undone'
    and (new.layout, new.complete, new.counts, new.done_by, new.done_at)
      is not distinct from (old.layout, old.complete, old.counts, old.done_by, old.done_at)) then
    return new;
  end if;
  raise exception 'import % is % and stays as it is', old.id, old.state using errcode = 'check_violation';
end $$;
create trigger record_stays before update on register_imports for each row execute function keep_register_record();

-- What anybody may see: listed companies with the state of their licence, and where and for what they have job orders.
create view public_recruiters as
  select id, licence, name, state, valid_from, valid_until, city, as_of from recruiters where listed;
create view public_job_orders as
  select o.recruiter_id, o.country, o.job, o.valid_until, o.as_of
  from job_orders o join recruiters r on r.id = o.recruiter_id where o.listed and r.listed;
-- Of when the register is, list by list: who is not on it is missing as of the last list that was complete; the edition is another after every import and every undoing.
create view register_editions as
  select list,
    coalesce(max(as_of) filter (where state = 'done' and complete), max(as_of) filter (where state = 'done')) as as_of,
    extract(epoch from max(greatest(done_at, undone_at)))::text as edition
  from register_imports where state in ('done', 'undone') group by list;

grant select on public_recruiters, public_job_orders, register_editions to sinergi_web, sinergi_jobs;

grant create on schema public to sinergi_sight;
alter function register_office() owner to sinergi_sight;
alter function register_people() owner to sinergi_sight;
alter view public_recruiters owner to sinergi_sight;
alter view public_job_orders owner to sinergi_sight;
alter view register_editions owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
create policy register_sight on staff for select to sinergi_sight using (true);
grant select (id, name, office_id) on staff to sinergi_sight;
