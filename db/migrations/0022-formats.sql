-- A design is data: which there are is known when the program starts, not here. What is read aloud on the radio is written
-- with the poster.
alter table material_versions drop constraint if exists material_versions_language_check;
alter table material_versions add constraint material_versions_language_check check (language ~ '^[a-z]{2,3}$');
alter table material_versions add column radio_30 text not null default '' check (length(radio_30) <= 700);
alter table material_versions add column radio_60 text not null default '' check (length(radio_60) <= 1400);

-- What an office fills into the named places of a design. It is printed on posters, so everybody may read it; only the office
-- itself writes it, and nothing here can reach the message.
create table office_slots (
  office_id int not null references offices,
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
  value text not null check (length(value) between 1 and 200),
  source text check (length(source) between 1 and 120),
  as_of date,
  written_by text not null references staff,
  written_at timestamptz not null default now(),
  primary key (office_id, name),
  check ((source is null) = (as_of is null))
);

alter table office_slots enable row level security;
alter table office_slots force row level security;
create policy work on office_slots to sinergi_jobs using (true) with check (true);
create policy printed on office_slots for select to sinergi_web using (true);
create policy fill on office_slots for insert to sinergi_web with check (office_id = app_office() and written_by = app_staff());
create policy refill on office_slots for update to sinergi_web
  using (office_id = app_office()) with check (office_id = app_office() and written_by = app_staff());
create policy empty on office_slots for delete to sinergi_web using (office_id = app_office());
grant select, insert, update, delete on office_slots to sinergi_web;
grant select, insert, update on office_slots to sinergi_jobs;

-- Whether one office's variant has room for its words, by the key of the variant: what has been looked at once is known.
create table variant_fits (
  key text primary key,
  misfits jsonb not null,
  looked_at timestamptz not null default now()
);
alter table variant_fits enable row level security;
alter table variant_fits force row level security;
create policy work on variant_fits to sinergi_jobs using (true) with check (true);
grant select, insert on variant_fits to sinergi_jobs;
