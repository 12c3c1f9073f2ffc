-- The recruiter register as officers receive it: companies, their branches, their job orders. Everything in an entry
-- is public by law or custom (licence, address, validity); who imported which list is not.
create table register_imports (
  id int generated always as identity primary key,
  form_id uuid not null unique,
  kind text not null check (kind in ('company', 'branch', 'job-order')),
  file_name text not null,
  source text not null check (length(source) between 3 and 200),
  as_of date not null,
  sheet jsonb not null,
  columns jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'done', 'undone')),
  counts jsonb,
  -- The touched entries as they were, so that the import can be undone; null for an entry that was not there.
  before jsonb,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  decided_at timestamptz,
  undone_by text references staff,
  undone_at timestamptz,
  constraint kept_before check ((state = 'draft') = (before is null)),
  constraint undone check ((state = 'undone') = (undone_at is not null))
);

create table register_entries (
  kind text not null check (kind in ('company', 'branch', 'job-order')),
  key text not null check (length(key) between 1 and 400),
  licence text not null check (length(licence) between 1 and 120),
  fields jsonb not null,
  as_of date not null,
  -- False when a later list no longer holds it.
  listed boolean not null default true,
  sample boolean not null default false,
  primary key (kind, key)
);
create index on register_entries (licence, kind);

alter table register_entries enable row level security;
alter table register_entries force row level security;
alter table register_imports enable row level security;
alter table register_imports force row level security;

-- Whether the asker sits at an office that keeps the register.
create function keeps_register() returns boolean language sql stable
  as $$ select app_staff() is not null and exists
    (select from offices where id = app_office() and kind in ('ministry', 'bp3mi', 'province')) $$;

create policy read on register_entries for select to sinergi_web using (true);
create policy add on register_entries for insert to sinergi_web with check (keeps_register());
create policy change on register_entries for update to sinergi_web using (keeps_register()) with check (keeps_register());
create policy restore on register_entries for delete to sinergi_web using (keeps_register());
create policy work on register_entries to sinergi_jobs using (true) with check (true);
create policy read on register_imports for select to sinergi_web using (keeps_register());
create policy add on register_imports for insert to sinergi_web with check (keeps_register() and made_by = app_staff());
create policy change on register_imports for update to sinergi_web using (keeps_register()) with check (keeps_register());
grant select, insert, update, delete on register_entries to sinergi_web, sinergi_jobs;
grant select, insert, update on register_imports to sinergi_web;
