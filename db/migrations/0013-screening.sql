-- Screenings and letters: who may write and sign them, and the numbers of letters.

drop policy edit on complaint_screenings;
drop policy write on complaint_screenings;
create policy write on complaint_screenings for insert to sinergi_web with check (
  made_by = app_staff() and office_id = app_office() and signed_at is null
  and complaint_id = any(array(select held_complaints())));
-- A signed one never changes: it is outside `using`. Whoever signs signs in the own name.
create policy edit on complaint_screenings for update to sinergi_web
  using (complaint_id = any(array(select held_complaints())) and signed_at is null)
  with check (complaint_id = any(array(select held_complaints())) and (signed_by is null or signed_by = app_staff()));

drop policy write on complaint_letters;
create policy write on complaint_letters for insert to sinergi_web with check (
  made_by = app_staff() and office_id = app_office() and complaint_id = any(array(select read_complaints())));
-- Versions of a letter are versions of one entry.
alter table complaint_letters add unique (entry_id, version);

-- The last number that an office gave in a year. The row is the lock: two letters at once never share a number.
create table letter_serials (
  office_id int not null references offices,
  year int not null check (year between 2020 and 2200),
  last int not null check (last > 0),
  primary key (office_id, year)
);
alter table letter_serials enable row level security;
alter table letter_serials force row level security;
create policy work on letter_serials to sinergi_jobs using (true) with check (true);
create policy own on letter_serials to sinergi_web using (office_id = app_office()) with check (office_id = app_office());
grant select, insert, update, delete on letter_serials to sinergi_jobs;
grant select, insert, update on letter_serials to sinergi_web;
