-- The life of a material (languages, captions a channel, validity, tags), who and whose work is in its picture and by what
-- right, and the taking down of what an office has published when that right ends.

alter table materials
  add column tags text[] not null default '{}' check (cardinality(tags) <= 10);
grant update (tags) on materials to sinergi_web;

alter table material_versions
  -- Counts each rewriting of an open version: whoever writes over it says which one they had before them.
  add column edition int not null default 1,
  -- Own words for a channel; a channel without any takes the general caption.
  add column captions jsonb not null default '{}',
  add column valid_from date,
  add column valid_until date,
  -- The native speaker who supplied the words of a regional language.
  add column speaker text not null default '' check (length(speaker) <= 120),
  -- What the author says of the picture: nobody and nothing of others in it, or all of it stands in the ledger.
  add column pictured text check (pictured in ('none', 'listed')),
  add constraint valid_in_order check (valid_until is null or valid_from is null or valid_until >= valid_from);

-- Approved is final, save that its validity can be ended earlier; sent off is sealed until it is decided, so that what is approved
-- is what was sent, its picture included.
create or replace function keep_approved_versions() returns trigger language plpgsql as $$
declare decided text[] := array['state', 'decided_by', 'decided_at', 'decision_note'];
begin
  if old.state = 'approved' then
    if tg_op = 'UPDATE' and to_jsonb(new) - 'valid_until' = to_jsonb(old) - 'valid_until'
      and new.valid_until < coalesce(old.valid_until, 'infinity') then return new;
    end if;
    raise exception 'version % is approved and never changes; write the next version', old.id using errcode = 'check_violation';
  end if;
  if old.state = 'submitted' and tg_op = 'UPDATE' and to_jsonb(new) - decided <> to_jsonb(old) - decided then
    raise exception 'version % is sent for approval and sealed', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- One pictured person or one work of somebody else, by what right it is shown, and until when. Read by the material's office only.
create table consents (
  id int generated always as identity primary key,
  material_id int not null references materials,
  kind text not null check (kind in ('person', 'minor', 'work')),
  who text not null check (length(who) between 2 and 160),
  guardian text not null default '' check (length(guardian) <= 160),
  -- The channels agreed to; none named: all.
  channels text[] not null default '{}',
  valid_until date,
  proof_key text,
  proof_type text,
  note text not null default '' check (length(note) <= 500),
  ended_at timestamptz,
  ended_how text check (ended_how in ('withdrawn', 'expired')),
  end_reason text not null default '' check (length(end_reason) <= 500),
  -- When every variant was gone and every office that published it told.
  recalled_at timestamptz,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  check ((ended_at is null) = (ended_how is null)),
  check ((proof_key is null) = (proof_type is null)),
  check (kind <> 'minor' or guardian <> '')
);
create index on consents (material_id);
create index on consents (valid_until) where ended_at is null;

create table version_consents (
  version_id int not null references material_versions,
  consent_id int not null references consents,
  primary key (version_id, consent_id)
);
create index on version_consents (consent_id);

-- An ended consent never comes back, and what it was for is not rewritten: a new consent is a new row.
create function keep_ended_consents() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and to_jsonb(new) - 'recalled_at' <> to_jsonb(old) - 'recalled_at' then
    raise exception 'consent % has ended', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ended_is_final before update on consents for each row execute function keep_ended_consents();

-- Whoever is added to a picture makes it rest on one more consent at any time; taken off it can be only while it is written.
create function keep_version_consents() returns trigger language plpgsql as $$
begin
  if (select state from material_versions where id = old.version_id) not in ('draft', 'returned') then
    raise exception 'version % is sealed with what it rests on', old.version_id using errcode = 'check_violation';
  end if;
  return old;
end $$;
create trigger sealed_with_version before delete on version_consents for each row execute function keep_version_consents();

-- The version a variant was drawn from, so that it can be recalled. No reference: a try-out of words has none.
-- What was drawn before is drawn again when next asked for: of those rows nobody knows the version.
truncate variants;
alter table variants add column version_id int;
create index on variants (version_id);

-- A duty that nobody needs to do any more: its material is no longer valid, or was recalled.
alter table duties
  add column stopped_at timestamptz,
  add column stopped_why text check (stopped_why in ('ended', 'recalled')),
  add check ((stopped_at is null) = (stopped_why is null));

-- One publication to be taken down again.
create table removals (
  id int generated always as identity primary key,
  duty_id int not null unique references duties,
  version_id int not null references material_versions,
  -- Whoever has to take it down, and the material's office, which asked for it and confirms it.
  office_id int not null references offices,
  asked_office_id int not null references offices,
  channel text not null,
  state text not null default 'told' check (state in ('told', 'declared', 'proven', 'confirmed')),
  told_at timestamptz not null,
  due_on date not null,
  changed_at timestamptz not null,
  proof_key text,
  proof_url text check (proof_url ~ '^https?://')
);
create index on removals (office_id) where state <> 'confirmed';
create index on removals (asked_office_id);
create table removal_events (
  id bigint generated always as identity primary key,
  removal_id int not null references removals,
  at timestamptz not null,
  staff_id text not null references staff,
  office_id int not null references offices,
  move text not null,
  from_state text not null,
  to_state text not null,
  note text
);
create index on removal_events (removal_id);

-- What a person was told of removals and consents, each once.
create table removal_letters (
  id bigint generated always as identity primary key,
  staff_id text not null references staff,
  kind text not null check (kind in ('told', 'due', 'late', 'expiring')),
  removal_id int references removals,
  consent_id int references consents,
  at timestamptz not null,
  mailed_at timestamptz,
  check ((removal_id is null) <> (consent_id is null)),
  unique nulls not distinct (staff_id, kind, removal_id, consent_id)
);
create index on removal_letters (id) where mailed_at is null;

-- Whether a version may be shown no more: it, or another with the very same picture, rests on a consent that has ended.
create function is_recalled(wanted int) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from consents c join version_consents vc on vc.consent_id = c.id
      where c.ended_at is not null and (vc.version_id = wanted or vc.version_id in (
        select other.id from material_versions this join material_versions other on other.artwork_key = this.artwork_key
        where this.id = wanted))) $$;
create index on material_versions (artwork_key) where artwork_key is not null;

create function seen_removals() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select id from removals
    where office_id in (select overseen_offices()) or asked_office_id in (select overseen_offices()) $$;

do $$
declare t text;
begin
  foreach t in array array['consents', 'version_consents', 'removals', 'removal_events', 'removal_letters'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['consents', 'version_consents', 'removals'] loop
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
end $$;
grant delete on variants to sinergi_jobs;

create policy own on consents to sinergi_web
  using (material_id = any(array(select own_materials()))) with check (material_id = any(array(select own_materials())));
create policy own on version_consents to sinergi_web
  using (version_id in (select v.id from material_versions v where v.material_id = any(array(select own_materials()))))
  with check (version_id in (select v.id from material_versions v where v.material_id = any(array(select own_materials())))
    and consent_id in (select c.id from consents c));
create policy seen on removals for select to sinergi_web using (id = any(array(select seen_removals())));
create policy move on removals for update to sinergi_web
  using (office_id = app_office() or asked_office_id = app_office());
create policy seen on removal_events for select to sinergi_web using (removal_id = any(array(select seen_removals())));
create policy own on removal_events for insert to sinergi_web
  with check (office_id = app_office() and staff_id = app_staff() and removal_id = any(array(select seen_removals())));
create policy own on removal_letters for select to sinergi_web using (staff_id = app_staff());

grant select, insert on consents to sinergi_web;
grant update (ended_at, ended_how, end_reason) on consents to sinergi_web;
grant select, insert, delete on version_consents to sinergi_web;
grant select on removals, removal_letters to sinergi_web;
grant update (state, changed_at, proof_key, proof_url) on removals to sinergi_web;
grant select, insert on removal_events to sinergi_web;

grant create on schema public to sinergi_sight;
set local role sinergi_sight;
-- Approved versions of a material that some campaign carries: what its links may show, the successor among them.
create or replace function published_versions() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$
    select version_id from campaign_materials
    union select v.id from material_versions v where v.state = 'approved' and v.material_id in (
      select m.material_id from material_versions m join campaign_materials c on c.version_id = m.id) $$;
reset role;
alter function is_recalled(int) owner to sinergi_sight;
alter function seen_removals() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
