-- Keys of people and offices. Public keys lie open, each with a mark that only the house can make: a key put in by another
-- hand is never sealed to. Of secret keys there is only what a password, a member's key or a paper opens.

create table member_keys (
  staff_id text primary key references staff,
  public_key bytea not null check (length(public_key) = 32),
  mark bytea not null,
  sealed_secret bytea not null,
  salt bytea not null,
  cost jsonb not null,
  -- The same secret under the next password, written before sign-in knows that password: whichever is the one opens.
  next_sealed bytea,
  next_salt bytea,
  next_cost jsonb,
  made_at timestamptz not null default now(),
  check ((next_sealed is null) = (next_salt is null) and (next_sealed is null) = (next_cost is null))
);

-- A member's secret while signed in, under a random value that only the browser's cookie holds. It goes with the session.
create table session_vaults (
  id bytea primary key check (length(id) = 16),
  staff_id text not null references staff,
  session_id text references auth.session on delete cascade,
  sealed_secret bytea not null,
  last_used timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on session_vaults (session_id);

-- The key that an office has on paper, in two halves. It counts from the moment somebody has shown to have the paper.
create table office_papers (
  office_id int not null references offices,
  public_key bytea not null check (length(public_key) = 32),
  mark bytea not null,
  proof bytea not null,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  confirmed_at timestamptz,
  primary key (office_id, public_key)
);

create table office_keys (
  office_id int not null references offices,
  epoch int not null check (epoch > 0),
  public_key bytea not null check (length(public_key) = 32),
  mark bytea not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (office_id, epoch)
);
create unique index on office_keys (office_id) where ended_at is null;

-- An epoch's secret, sealed to a member, or to the paper.
create table office_key_grants (
  office_id int not null,
  epoch int not null,
  staff_id text not null references staff,
  sealed_secret bytea not null,
  granted_by text not null references staff,
  granted_at timestamptz not null default now(),
  primary key (office_id, epoch, staff_id),
  foreign key (office_id, epoch) references office_keys
);
create index on office_key_grants (staff_id);
create table office_paper_grants (
  office_id int not null,
  epoch int not null,
  paper bytea not null,
  sealed_secret bytea not null,
  primary key (office_id, epoch, paper),
  foreign key (office_id, epoch) references office_keys,
  foreign key (office_id, paper) references office_papers on delete cascade
);

-- A colleague let in again: a link by e-mail, as an invitation is.
create table restorations (
  id uuid primary key default gen_random_uuid(),
  staff_id text not null references staff,
  token_hash bytea not null unique,
  asked_by text not null references staff,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on restorations (staff_id);

-- Sealed records. Who holds a record: offices and receipts. An offer is a holder that cannot read yet; one that has ended
-- reads what it had, if its keys were left to it.
create table record_holders (
  id uuid primary key default gen_random_uuid(),
  record_kind text not null,
  record_id text not null,
  office_id int references offices,
  lookup bytea unique check (length(lookup) = 32),
  public_key bytea check (length(public_key) = 32),
  mark bytea not null,
  offer_id uuid,
  since timestamptz not null default now(),
  ended_at timestamptz,
  check ((office_id is null) <> (lookup is null)),
  check ((lookup is null) = (public_key is null)),
  check (offer_id is null or (office_id is not null and ended_at is null))
);
create unique index on record_holders (record_kind, record_id, office_id) where ended_at is null;
create index on record_holders (record_kind, record_id);
create index on record_holders (office_id);
create index on record_holders (offer_id) where offer_id is not null;

-- An entry: a text, a message, an identity, a sheet, or the key of a file. It never changes; a change is its next version.
create table vault_entries (
  id uuid not null,
  version int not null default 1 check (version > 0),
  record_kind text not null,
  record_id text not null,
  kind text not null,
  ciphertext bytea not null,
  -- Opened one by one, each time with a motive that is recorded.
  guarded boolean not null default false,
  author_id text references staff,
  -- The moment of writing, not of its transaction: entries written together keep their order.
  at timestamptz not null default clock_timestamp(),
  primary key (id, version)
);
create index on vault_entries (record_kind, record_id);

create table entry_keys (
  entry_id uuid not null,
  version int not null,
  holder_id uuid not null references record_holders on delete cascade,
  -- Of the office's key; nothing for a receipt.
  epoch int,
  sealed bytea not null,
  primary key (entry_id, version, holder_id),
  foreign key (entry_id, version) references vault_entries on delete cascade
);
create index on entry_keys (holder_id);

create table guarded_openings (
  id bigint generated always as identity primary key,
  entry_id uuid not null,
  version int not null,
  staff_id text not null references staff,
  office_id int not null references offices,
  motive text not null check (length(motive) between 10 and 1000),
  at timestamptz not null default now(),
  foreign key (entry_id, version) references vault_entries on delete cascade
);
create index on guarded_openings (entry_id);

-- Which receipt was shown, by its lookup value in hex; set for one transaction by the program.
create function app_receipt() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('app.receipt', true), ''), 'hex') $$;

create function is_own_holder(holder uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from record_holders h where h.id = holder and (h.office_id = app_office() or h.lookup = app_receipt())) $$;
create function holds_record(kind text, record text) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from record_holders h where h.record_kind = kind and h.record_id = record
    and h.offer_id is null and h.ended_at is null and (h.office_id = app_office() or h.lookup = app_receipt())) $$;
create function is_held(kind text, record text) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from record_holders h where h.record_kind = kind and h.record_id = record) $$;
create function may_open_entry(entry uuid, v int) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from entry_keys k join record_holders h on h.id = k.holder_id
    where k.entry_id = entry and k.version = v and h.offer_id is null and (h.office_id = app_office() or h.lookup = app_receipt())) $$;
create function may_write_entry(entry uuid, v int) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from vault_entries e where e.id = entry and e.version = v and holds_record(e.record_kind, e.record_id)) $$;
-- Public keys of the active people of an office one oversees.
create function member_public_keys(office int) returns table (staff_id text, public_key bytea, mark bytea)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select m.staff_id, m.public_key, m.mark from member_keys m join staff s on s.id = m.staff_id
    where s.office_id = office and s.active and office in (select overseen_offices()) $$;
do $$
declare t text;
begin
  foreach t in array array['member_keys', 'session_vaults', 'office_papers', 'office_keys', 'office_key_grants',
    'office_paper_grants', 'restorations', 'record_holders', 'vault_entries', 'entry_keys', 'guarded_openings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['member_keys', 'staff', 'record_holders', 'vault_entries', 'entry_keys'] loop
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
end $$;

create policy own on member_keys to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
create policy own on session_vaults to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());
create policy own on office_papers to sinergi_web
  using (office_id = any(array(select overseen_offices()))) with check (office_id = app_office());
-- Sealing to an office needs its public key, and anybody may have to.
create policy seal on office_keys for select to sinergi_web using (true);
create policy make on office_keys for insert to sinergi_web with check (office_id = any(array(select overseen_offices())));
create policy finish on office_keys for update to sinergi_web using (office_id = any(array(select overseen_offices())));
create policy seen on office_key_grants for select to sinergi_web using (office_id = any(array(select overseen_offices())));
create policy give on office_key_grants for insert to sinergi_web
  with check (granted_by = app_staff() and office_id = any(array(select overseen_offices())));
create policy take on office_key_grants for delete to sinergi_web using (office_id = any(array(select overseen_offices())));
create policy own on office_paper_grants to sinergi_web
  using (office_id = any(array(select overseen_offices()))) with check (office_id = any(array(select overseen_offices())));
create policy seen on restorations for select to sinergi_web using (staff_id in (select s.id from staff s));
create policy ask on restorations for insert to sinergi_web
  with check (asked_by = app_staff() and staff_id in (select s.id from staff s));
create policy use on restorations for update to sinergi_web using (staff_id = app_staff()) with check (staff_id = app_staff());

create policy seen on record_holders for select to sinergi_web
  using (office_id = app_office() or lookup = app_receipt() or holds_record(record_kind, record_id));
create policy add on record_holders for insert to sinergi_web
  with check (holds_record(record_kind, record_id) or not is_held(record_kind, record_id));
create policy change on record_holders for update to sinergi_web
  using ((ended_at is null and (office_id = app_office() or lookup = app_receipt())) or holds_record(record_kind, record_id))
  with check (true);
create policy drop_out on record_holders for delete to sinergi_web
  using ((office_id = app_office() and offer_id is not null) or holds_record(record_kind, record_id));
create policy open on vault_entries for select to sinergi_web using (may_open_entry(id, version));
create policy write on vault_entries for insert to sinergi_web with check (holds_record(record_kind, record_id));
create policy own on entry_keys for select to sinergi_web using (is_own_holder(holder_id));
create policy seal on entry_keys for insert to sinergi_web with check (may_write_entry(entry_id, version));
create policy renew on entry_keys for update to sinergi_web using (is_own_holder(holder_id)) with check (is_own_holder(holder_id));
create policy seen on guarded_openings for select to sinergi_web
  using (office_id = any(array(select overseen_offices())) or may_open_entry(entry_id, version));
create policy ask on guarded_openings for insert to sinergi_web
  with check (staff_id = app_staff() and office_id = app_office() and may_open_entry(entry_id, version));

grant select, insert, update, delete on member_keys, session_vaults, office_papers to sinergi_web;
grant select, insert on office_keys, vault_entries, guarded_openings to sinergi_web;
grant update (ended_at) on office_keys to sinergi_web;
grant select, insert, delete on office_key_grants, office_paper_grants to sinergi_web;
grant select, insert on restorations to sinergi_web;
grant update (used_at) on restorations to sinergi_web;
grant select, insert, delete on record_holders to sinergi_web;
grant update (offer_id, ended_at, lookup, public_key, mark) on record_holders to sinergi_web;
grant select, insert on entry_keys to sinergi_web;
grant update (sealed, epoch) on entry_keys to sinergi_web;

-- Who is to be sealed to, while nobody changes the holders: the present ones and the offers, each with its public key; an office
-- without a key has none. These three go in one trip each, with the rights of whoever calls: every policy is asked for every row.
create function sealing_to(of_kind text, of_record text)
  returns table (id uuid, office_id int, offer_id uuid, lookup bytea, public_key bytea, mark bytea,
    epoch int, office_public_key bytea, office_mark bytea)
  language plpgsql as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('record ' || of_kind || ' ' || of_record, 0));
  return query select h.id, h.office_id, h.offer_id, h.lookup, h.public_key, h.mark, k.epoch, k.public_key, k.mark
    from record_holders h left join office_keys k on k.office_id = h.office_id and k.ended_at is null
    where h.record_kind = of_kind and h.record_id = of_record and h.ended_at is null;
end $$;

-- The first holders of a record. The receipt among them is presented from here on. Gives the record back, for `sealing_to`.
create function hold_record(of_kind text, of_record text, holders jsonb) returns text language plpgsql as $$
begin
  perform set_config('app.receipt', substr(h ->> 'lookup', 3), true) from jsonb_array_elements(holders) h where h ? 'lookup';
  insert into record_holders (record_kind, record_id, office_id, lookup, public_key, mark)
    select of_kind, of_record, h.office_id, h.lookup, h.public_key, h.mark
    from jsonb_to_recordset(holders) as h (office_id int, lookup bytea, public_key bytea, mark bytea);
  return of_record;
end $$;

-- Entries, in this order, and their keys, each sealed to one holder.
create function write_entries(of_kind text, of_record text, entries jsonb, keys jsonb) returns void language plpgsql as $$
begin
  insert into vault_entries (id, version, record_kind, record_id, kind, ciphertext, guarded, author_id, at)
    select e.id, e.version, of_kind, of_record, e.kind, e.ciphertext, e.guarded, e.author_id,
      coalesce(e.at, clock_timestamp()) + place * interval '1 microsecond'
    from rows from (jsonb_to_recordset(entries)
      as (id uuid, version int, kind text, ciphertext bytea, guarded boolean, author_id text, at timestamptz)) with ordinality
      as e (id, version, kind, ciphertext, guarded, author_id, at, place);
  insert into entry_keys (entry_id, version, holder_id, epoch, sealed)
    select k.* from jsonb_to_recordset(keys) as k (entry_id uuid, version int, holder_id uuid, epoch int, sealed bytea);
end $$;

grant create on schema public to sinergi_sight;
alter function is_own_holder(uuid) owner to sinergi_sight;
alter function holds_record(text, text) owner to sinergi_sight;
alter function is_held(text, text) owner to sinergi_sight;
alter function may_open_entry(uuid, int) owner to sinergi_sight;
alter function may_write_entry(uuid, int) owner to sinergi_sight;
alter function member_public_keys(int) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
