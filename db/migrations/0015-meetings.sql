-- Meetings with agenda and minutes, agreements with parties and signatures, follow-ups that come back until they are closed.

create table meetings (
  id int generated always as identity primary key,
  -- The office that plans it owns it.
  office_id int not null references offices,
  title text not null check (length(title) between 3 and 160),
  starts_at timestamptz not null,
  ends_at timestamptz,
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  place text not null default '' check (length(place) <= 200),
  link text check (link ~ '^https?://'),
  chair text not null check (length(chair) between 2 and 120),
  state text not null default 'planned' check (state in ('planned', 'held', 'closed', 'cancelled')),
  version int not null default 1,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  sample boolean not null default false,
  check (ends_at is null or ends_at > starts_at),
  check (place <> '' or link is not null)
);
create index on meetings (starts_at);
create table meeting_offices (
  meeting_id int not null references meetings,
  office_id int not null references offices,
  primary key (meeting_id, office_id)
);
create index on meeting_offices (office_id);

-- What became of a meeting: each move of its state, and each time it was moved to another day.
create table meeting_events (
  id bigint generated always as identity primary key,
  meeting_id int not null references meetings,
  at timestamptz not null default now(),
  staff_id text not null references staff,
  office_id int not null references offices,
  move text not null,
  from_state text not null,
  to_state text not null,
  from_start timestamptz,
  to_start timestamptz,
  note text
);
create index on meeting_events (meeting_id);

create table minutes_blocks (
  id int generated always as identity primary key,
  meeting_id int not null references meetings,
  kind text not null check (kind in ('discussion', 'agreement', 'follow-up')),
  body text not null check (length(body) between 1 and 8000),
  version int not null default 1,
  staff_id text not null references staff,
  office_id int not null references offices,
  written_at timestamptz not null default now(),
  removed boolean not null default false
);
create index on minutes_blocks (meeting_id);
-- Every text a block ever had: what was typed is never lost, whoever wrote over it.
create table minutes_texts (
  block_id int not null references minutes_blocks,
  version int not null,
  kind text not null,
  body text not null,
  removed boolean not null default false,
  staff_id text not null references staff,
  office_id int not null references offices,
  written_at timestamptz not null default now(),
  primary key (block_id, version)
);

create table meeting_attendance (
  id int generated always as identity primary key,
  meeting_id int not null references meetings,
  name text not null check (length(name) between 2 and 120),
  -- One of the offices invited, or the name of where a guest comes from.
  office_id int references offices,
  organisation text check (length(organisation) between 2 and 160),
  position text not null default '' check (length(position) <= 120),
  added_by text not null references staff,
  added_at timestamptz not null default now(),
  check ((office_id is null) <> (organisation is null))
);
create unique index on meeting_attendance (meeting_id, lower(name), coalesce(office_id, 0), lower(coalesce(organisation, '')));

create table agreements (
  id int generated always as identity primary key,
  office_id int not null references offices,
  meeting_id int references meetings,
  block_id int references minutes_blocks,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  sample boolean not null default false
);
create index on agreements (meeting_id);
create table agreement_parties (
  agreement_id int not null references agreements,
  office_id int not null references offices,
  primary key (agreement_id, office_id)
);
create index on agreement_parties (office_id);
-- A version never changes. What is signed is the canonical text, and its hash is proven here and not believed.
create table agreement_versions (
  agreement_id int not null references agreements,
  number int not null check (number > 0),
  title text not null check (length(title) between 3 and 160),
  body text not null check (length(body) between 10 and 20000),
  canonical text not null,
  hash text not null,
  written_by text not null references staff,
  office_id int not null references offices,
  written_at timestamptz not null default now(),
  primary key (agreement_id, number),
  unique (agreement_id, number, hash),
  constraint true_hash check (hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
create table agreement_signatures (
  agreement_id int not null,
  number int not null,
  office_id int not null references offices,
  office_name text not null,
  staff_id text not null references staff,
  name text not null,
  position text not null check (length(position) between 2 and 120),
  signed_at timestamptz not null,
  hash text not null,
  primary key (agreement_id, number, office_id),
  foreign key (agreement_id, number, hash) references agreement_versions (agreement_id, number, hash),
  foreign key (agreement_id, office_id) references agreement_parties
);

create table follow_ups (
  id int generated always as identity primary key,
  title text not null check (length(title) between 3 and 200),
  detail text not null default '' check (length(detail) <= 2000),
  -- Who has to do it, and who asked for it and says when it is done.
  office_id int not null references offices,
  person_id text references staff,
  asked_office_id int not null references offices,
  asked_by text not null references staff,
  meeting_id int references meetings,
  block_id int references minutes_blocks,
  agreement_id int references agreements,
  -- Where it comes from when neither from a meeting nor an agreement: a finding, a figure.
  origin text not null default '' check (length(origin) <= 300),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'confirmed', 'cancelled')),
  changed_at timestamptz not null default now(),
  made_at timestamptz not null default now(),
  sample boolean not null default false
);
create index on follow_ups (office_id, due_on) where state in ('open', 'done');
create index on follow_ups (meeting_id);
create index on follow_ups (agreement_id);
create table follow_up_events (
  id bigint generated always as identity primary key,
  follow_up_id int not null references follow_ups,
  at timestamptz not null default now(),
  staff_id text not null references staff,
  office_id int not null references offices,
  move text not null,
  from_state text not null,
  to_state text not null,
  note text
);
create index on follow_up_events (follow_up_id);
create table follow_up_evidence (
  id int generated always as identity primary key,
  follow_up_id int not null references follow_ups,
  note text not null default '' check (length(note) <= 2000),
  url text check (url ~ '^https?://'),
  file_key text,
  file_type text,
  given_by text not null references staff,
  given_at timestamptz not null default now(),
  check (note <> '' or url is not null or file_key is not null),
  check ((file_key is null) = (file_type is null))
);
create index on follow_up_evidence (follow_up_id);
-- What somebody is reminded of, each exactly once for one due date.
create table follow_up_reminders (
  id bigint generated always as identity primary key,
  follow_up_id int not null references follow_ups,
  staff_id text not null references staff,
  office_id int not null references offices,
  kind text not null check (kind in ('before', 'on', 'after')),
  due_on date not null,
  at timestamptz not null,
  seen_at timestamptz,
  mailed_at timestamptz,
  unique (follow_up_id, staff_id, kind, due_on)
);
create index on follow_up_reminders (staff_id) where seen_at is null;
create index on follow_up_reminders (id) where mailed_at is null;

create table agenda_items (
  id int generated always as identity primary key,
  meeting_id int not null references meetings,
  place int not null,
  title text not null check (length(title) between 3 and 200),
  note text not null default '' check (length(note) <= 1000),
  source text not null check (source in ('own', 'follow-up', 'finding')),
  follow_up_id int references follow_ups,
  -- Which finding it was, so that it is taken once.
  finding text,
  added_by text not null references staff,
  unique (meeting_id, follow_up_id),
  unique (meeting_id, finding),
  check ((source = 'follow-up') = (follow_up_id is not null)),
  check ((source = 'finding') = (finding is not null))
);

-- Meetings the asking office plans or is invited to, and those of them whose minutes are still written.
create function seen_meetings() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select id from meetings where office_id = app_office()
    union select meeting_id from meeting_offices where office_id = app_office() $$;
create function open_meetings() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select id from meetings where state in ('planned', 'held') and id in (select seen_meetings()) $$;
create function party_agreements() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select id from agreements where office_id = app_office()
    union select agreement_id from agreement_parties where office_id = app_office() $$;
create function last_version(int) returns int language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(max(number), 0) from agreement_versions where agreement_id = $1 $$;
-- In force: each party has signed this very version.
create function in_force(agreement int, version int) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from agreement_parties where agreement_id = agreement) and not exists (
      select from agreement_parties p where p.agreement_id = agreement and not exists (
        select from agreement_signatures s
        where s.agreement_id = agreement and s.number = version and s.office_id = p.office_id)) $$;
create function agreements_in_force() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select agreement_id from agreement_versions where in_force(agreement_id, number) $$;
-- Offices one works with: those below, those in one's own region, those at the same meeting or agreement.
create function partner_offices() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select overseen_offices()
    union select r.office_id from office_regions r join office_regions own on own.office_id = app_office()
      and (r.region_code = own.region_code or r.region_code like own.region_code || '.%')
    union select office_id from meeting_offices where meeting_id in (select seen_meetings())
    union select office_id from meetings where id in (select seen_meetings())
    union select office_id from agreement_parties where agreement_id in (select party_agreements()) $$;
-- Their people by name, to be named as present or as whoever does it.
create function partner_people() returns table (id text, name text, office_id int)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id, s.name, s.office_id from staff s
    where s.active and app_staff() is not null and s.office_id in (select partner_offices()) order by s.name $$;
-- Names beside what somebody wrote, for who may read what they wrote.
create function name_of_staff(text) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select name from staff where id = $1 and app_staff() is not null $$;
create function seen_follow_ups() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select id from follow_ups where app_office() in (office_id, asked_office_id)
      or meeting_id in (select seen_meetings()) or agreement_id in (select party_agreements()) $$;

do $$
declare t text;
begin
  foreach t in array array['meetings', 'meeting_offices', 'meeting_events', 'agenda_items', 'minutes_blocks', 'minutes_texts',
    'meeting_attendance', 'agreements', 'agreement_parties', 'agreement_versions', 'agreement_signatures', 'follow_ups',
    'follow_up_events', 'follow_up_evidence', 'follow_up_reminders'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['meetings', 'meeting_offices', 'agreements', 'agreement_parties', 'agreement_versions',
    'agreement_signatures', 'follow_ups', 'office_regions'] loop
    execute format('create policy meeting_sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
  -- What belongs to a meeting is read by whoever reads the meeting.
  foreach t in array array['meeting_offices', 'meeting_events', 'agenda_items', 'minutes_blocks', 'meeting_attendance'] loop
    execute format('create policy seen on %I for select to sinergi_web using (meeting_id = any(array(select seen_meetings())))', t);
    execute format('grant select, insert on %I to sinergi_web', t);
  end loop;
end $$;
create policy meeting_sight on staff for select to sinergi_sight using (true);
grant select (id, name, office_id, active) on staff to sinergi_sight;

create policy seen on meetings for select to sinergi_web using (office_id = app_office() or id = any(array(select seen_meetings())));
create policy plan on meetings for insert to sinergi_web
  with check (office_id = app_office() and made_by = app_staff() and state = 'planned');
create policy own on meetings for update to sinergi_web using (office_id = app_office()) with check (office_id = app_office());
create policy own on meeting_offices for insert to sinergi_web
  with check (meeting_id in (select m.id from meetings m where m.office_id = app_office()));
create policy renew on meeting_offices for delete to sinergi_web
  using (meeting_id in (select m.id from meetings m where m.office_id = app_office()));
create policy own on meeting_events for insert to sinergi_web with check (
  staff_id = app_staff() and office_id = app_office()
  and meeting_id in (select m.id from meetings m where m.office_id = app_office()));
create policy write on agenda_items for insert to sinergi_web
  with check (added_by = app_staff() and meeting_id = any(array(select open_meetings())));
create policy move on agenda_items for update to sinergi_web using (meeting_id = any(array(select open_meetings())));
create policy drop_point on agenda_items for delete to sinergi_web using (meeting_id = any(array(select open_meetings())));
create policy write on minutes_blocks for insert to sinergi_web with check (
  staff_id = app_staff() and office_id = app_office() and meeting_id = any(array(select open_meetings())));
create policy edit on minutes_blocks for update to sinergi_web using (meeting_id = any(array(select open_meetings())))
  with check (staff_id = app_staff() and office_id = app_office());
create policy seen on minutes_texts for select to sinergi_web
  using (block_id in (select b.id from minutes_blocks b));
create policy write on minutes_texts for insert to sinergi_web with check (
  staff_id = app_staff() and office_id = app_office() and block_id in (
    select b.id from minutes_blocks b where b.meeting_id = any(array(select open_meetings()))));
create policy write on meeting_attendance for insert to sinergi_web
  with check (added_by = app_staff() and meeting_id = any(array(select open_meetings())));
create policy drop_name on meeting_attendance for delete to sinergi_web using (meeting_id = any(array(select open_meetings())));
grant select, insert on meetings, minutes_texts to sinergi_web;
grant update (title, starts_at, ends_at, time_zone, place, link, chair, state, version) on meetings to sinergi_web;
grant delete on meeting_offices, agenda_items, meeting_attendance to sinergi_web;
grant update (place) on agenda_items to sinergi_web;
grant update (kind, body, version, staff_id, office_id, written_at, removed) on minutes_blocks to sinergi_web;

create policy seen on agreements for select to sinergi_web using (
  office_id = app_office() or id = any(array(select party_agreements())) or id = any(array(select agreements_in_force())));
create policy draft on agreements for insert to sinergi_web with check (office_id = app_office() and made_by = app_staff());
create policy seen on agreement_parties for select to sinergi_web using (agreement_id in (select a.id from agreements a));
-- The parties stand before the first text does: later a party could neither be slipped in nor left out.
create policy draft on agreement_parties for insert to sinergi_web with check (
  last_version(agreement_id) = 0 and agreement_id in (select a.id from agreements a where a.made_by = app_staff()));
create policy seen on agreement_versions for select to sinergi_web
  using (agreement_id = any(array(select party_agreements())) or in_force(agreement_id, number));
create policy draft on agreement_versions for insert to sinergi_web with check (
  written_by = app_staff() and office_id = app_office() and number = last_version(agreement_id) + 1
  and agreement_id in (select p.agreement_id from agreement_parties p where p.office_id = app_office()));
create policy seen on agreement_signatures for select to sinergi_web
  using (agreement_id = any(array(select party_agreements())) or in_force(agreement_id, number));
-- A leader signs, in the own name, for the own office, the newest text and no other.
create policy sign on agreement_signatures for insert to sinergi_web with check (
  office_id = app_office() and staff_id = app_staff() and number = last_version(agreement_id)
  and exists (select from staff s where s.id = app_staff() and s.office_id = app_office() and s.active
    and s.name = agreement_signatures.name and s.roles @> array['leader'])
  and exists (select from offices o where o.id = app_office() and o.name = office_name));
grant select, insert on agreements, agreement_parties, agreement_versions, agreement_signatures to sinergi_web;

create policy seen on follow_ups for select to sinergi_web using (
  app_office() in (office_id, asked_office_id) or meeting_id = any(array(select seen_meetings()))
  or agreement_id = any(array(select party_agreements())));
create policy ask on follow_ups for insert to sinergi_web with check (
  asked_by = app_staff() and asked_office_id = app_office() and state = 'open' and office_id = any(array(select partner_offices()))
  and (meeting_id is null or meeting_id = any(array(select seen_meetings())))
  and (agreement_id is null or agreement_id = any(array(select party_agreements()))));
-- Whoever does it says that it is done; whoever asked for it closes it.
create policy move on follow_ups for update to sinergi_web using (app_office() in (office_id, asked_office_id))
  with check (asked_office_id = app_office() or office_id = app_office() and state in ('open', 'done'));
create policy seen on follow_up_events for select to sinergi_web using (follow_up_id = any(array(select seen_follow_ups())));
create policy own on follow_up_events for insert to sinergi_web with check (
  staff_id = app_staff() and office_id = app_office() and follow_up_id in (
    select f.id from follow_ups f where app_office() in (f.office_id, f.asked_office_id)));
create policy seen on follow_up_evidence for select to sinergi_web using (follow_up_id = any(array(select seen_follow_ups())));
create policy give on follow_up_evidence for insert to sinergi_web with check (
  given_by = app_staff() and follow_up_id in (select f.id from follow_ups f where f.office_id = app_office()));
create policy own on follow_up_reminders for select to sinergi_web using (staff_id = app_staff());
create policy put_away on follow_up_reminders for update to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
grant select, insert on follow_ups, follow_up_events, follow_up_evidence to sinergi_web;
grant update (state, changed_at, person_id) on follow_ups to sinergi_web;
grant select on follow_up_reminders to sinergi_web;
grant update (seen_at) on follow_up_reminders to sinergi_web;

-- For insight: counts only, by office, state and the month it was due in.
create view published_follow_ups as
  select office_id, state, to_char(due_on, 'YYYY-MM') as month, count(*)::int as count,
    (count(*) filter (where state = 'open' and due_on < (now() at time zone 'Asia/Makassar')::date))::int as overdue
  from follow_ups group by 1, 2, 3;
grant select on published_follow_ups to sinergi_web, sinergi_jobs;

grant create on schema public to sinergi_sight;
alter view published_follow_ups owner to sinergi_sight;
alter function seen_meetings() owner to sinergi_sight;
alter function open_meetings() owner to sinergi_sight;
alter function party_agreements() owner to sinergi_sight;
alter function last_version(int) owner to sinergi_sight;
alter function in_force(int, int) owner to sinergi_sight;
alter function agreements_in_force() owner to sinergi_sight;
alter function partner_offices() owner to sinergi_sight;
alter function partner_people() owner to sinergi_sight;
alter function name_of_staff(text) owner to sinergi_sight;
alter function seen_follow_ups() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
