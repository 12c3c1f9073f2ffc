-- Opening hours are a contact like the others: with a source, and a day on which somebody verified them.
alter table office_contacts drop constraint office_contacts_kind_check;
alter table office_contacts add constraint office_contacts_kind_check
  check (kind in ('phone', 'whatsapp', 'email', 'address', 'website', 'hours'));

-- A village is looked for among those of the provinces that have an office here, never among all of the country.
create index regions_by_province on regions (left(code, 2), lower(name));

-- Everything the public can find, in one place; filled anew when what it was made from has changed.
create table search_entries (
  path text not null check (path like '/%'),
  language text not null check (language in ('id', 'en')),
  title text not null,
  body text not null,
  words tsvector not null generated always as (
    setweight(to_tsvector(case language when 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.indonesian'::regconfig end, title), 'A') ||
    setweight(to_tsvector(case language when 'en' then 'pg_catalog.english'::regconfig else 'pg_catalog.indonesian'::regconfig end, body), 'B')) stored,
  primary key (path, language)
);
create index on search_entries using gin (words);

-- A page read aloud by a person. The language is a code of ISO 639: regional languages need no change here.
create table page_audio (
  id int generated always as identity primary key,
  path text not null check (path like '/%'),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  file_key text not null,
  type text not null check (type in ('audio/mpeg', 'audio/ogg', 'audio/mp4')),
  bytes int not null check (bytes between 1 and 3000000),
  office_id int not null references offices,
  given_by text not null references staff,
  given_at timestamptz not null default now(),
  unique (path, language)
);

alter table search_entries enable row level security;
alter table search_entries force row level security;
alter table page_audio enable row level security;
alter table page_audio force row level security;

create policy read on search_entries for select to sinergi_web using (true);
create policy work on search_entries to sinergi_jobs using (true) with check (true);
create policy heard on page_audio for select to sinergi_web using (true);
create policy give on page_audio for insert to sinergi_web with check (office_id = app_office() and given_by = app_staff());
create policy take_back on page_audio for delete to sinergi_web using (office_id = any(array(select overseen_offices())));
create policy work on page_audio to sinergi_jobs using (true) with check (true);

grant select on search_entries to sinergi_web;
grant select, insert, delete on page_audio to sinergi_web;
grant select, insert, update, delete on search_entries to sinergi_jobs;
grant select on page_audio to sinergi_jobs;
