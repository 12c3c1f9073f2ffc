-- Complaints. In the clear stand only the codes, regions, days and states that routing and statistics need; every word a person
-- wrote, every name and every file is an entry of the vault (0009), sealed to the holders of the case.

alter table guidance drop constraint guidance_kind_check;
alter table guidance add check (kind in ('offer-rules', 'plausibility', 'procedural-route', 'safety', 'complaint-workflow', 'screening'));

-- Working days leave these out. Data with a source; added to every year by decree.
create table holidays (
  day date primary key,
  name text not null check (length(name) between 3 and 120),
  kind text not null check (kind in ('national', 'joint-leave')),
  source text not null,
  verified_on date
);

create table complaints (
  id uuid primary key,
  number int generated always as identity unique,
  -- Custody: exactly one office at any moment.
  owner_office_id int not null references offices,
  assignee_id text references staff,
  state text not null default 'received'
    check (state in ('received', 'accepted', 'waiting', 'closed', 'contested', 'merged')),
  channel text not null check (channel in ('web', 'whatsapp', 'walk-in', 'phone', 'letter', 'cable', 'social-media', 'sp4n-lapor')),
  reporter_role text not null check (reporter_role in ('self', 'family', 'neighbour', 'village-officer', 'agency')),
  anonymous boolean not null default true,
  stage text not null check (stage in ('recruitment', 'abroad', 'returning', 'returned')),
  urgency text not null check (urgency in ('danger', 'leaving-soon', 'ordinary')),
  departs_on date,
  procedural text not null default 'unknown' check (procedural in ('yes', 'no', 'unknown')),
  origin_code text references regions,
  destination text check (destination ~ '^[A-Z]{2}$'),
  sector text check (sector ~ '^[a-z][a-z-]{1,39}$'),
  -- Which rule of the workflow chose the first office.
  routed_by text not null,
  workflow_version int not null,
  received_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- Counts up with every change of what officers write here: the second of two editors is told.
  version int not null default 1,
  ground text,
  closed_at timestamptz,
  merged_into uuid references complaints,
  -- Numbers of the same matter in other systems: SISKOP2MI, SP4N-LAPOR!, Peduli WNI.
  outside_numbers jsonb not null default '{}',
  sample boolean not null default false,
  -- The order of the desk: danger, then whoever leaves first.
  rank smallint generated always as (case urgency when 'danger' then 0 when 'leaving-soon' then 1 else 2 end) stored,
  leaves_on date generated always as (coalesce(departs_on, '9999-12-31')) stored,
  check ((state in ('closed', 'contested')) = (closed_at is not null)),
  check ((state in ('closed', 'contested')) = (ground is not null)),
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into <> id)
);
create index on complaints (owner_office_id, state);
create index on complaints (owner_office_id, rank, leaves_on, number) where state not in ('closed', 'merged');
create index on complaints (owner_office_id, assignee_id, rank, leaves_on, number) where state not in ('closed', 'merged');
create index on complaints (owner_office_id, number) where state in ('closed', 'merged');
create index on complaints (changed_at) where state = 'contested';
create index on complaints (merged_into) where merged_into is not null;

create table complaint_problems (
  complaint_id uuid not null references complaints,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  primary key (complaint_id, code)
);

-- Everything that happened, appended to and never changed. Clock effects and custody are read from here.
create table complaint_events (
  id bigint generated always as identity primary key,
  complaint_id uuid not null references complaints,
  at timestamptz not null default now(),
  by text not null check (by in ('officer', 'reporter', 'house')),
  staff_id text references staff,
  -- The office that acts; at a change of custody the one that holds from now on.
  office_id int references offices,
  deed text not null check (deed ~ '^[a-z][a-z-]{1,40}$'),
  from_state text,
  to_state text,
  -- Codes and numbers only, never words of a person: those are the entry.
  detail jsonb not null default '{}',
  entry_id uuid,
  check ((by = 'officer') = (staff_id is not null))
);
create index on complaint_events (complaint_id, id);
create index on complaint_events (at) where by = 'reporter' and deed <> 'filed';

-- A case offered, shared or asked for. Ownership moves only when the other side accepts.
create table custody_offers (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references complaints,
  kind text not null check (kind in ('hand-over', 'referral', 'request')),
  from_office_id int not null references offices,
  to_office_id int not null references offices,
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'expired', 'withdrawn')),
  reason text not null check (reason ~ '^[a-z][a-z-]{1,40}$'),
  -- Whether the reporter agreed that another office reads it.
  consent text not null check (consent in ('given', 'overridden', 'not-reached')),
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  answer_by timestamptz not null,
  answered_by text references staff,
  answered_at timestamptz,
  answer_reason text,
  check (from_office_id <> to_office_id),
  check ((state = 'open') = (answered_at is null)),
  check (state <> 'rejected' or answer_reason is not null)
);
create unique index one_open_hand_over on custody_offers (complaint_id) where state = 'open' and kind = 'hand-over';
create unique index one_open_offer on custody_offers (complaint_id, kind, to_office_id) where state = 'open';
create index on custody_offers (to_office_id) where state = 'open';
create index on custody_offers (answer_by) where state = 'open';
create index on custody_offers (complaint_id);
create index on custody_offers (answered_at) where state in ('accepted', 'rejected', 'expired');

-- Custody moves by acceptance and by nothing else, whoever writes.
create function custody_moves_by_acceptance() returns trigger language plpgsql as $$
begin
  if new.owner_office_id <> old.owner_office_id and not exists (
    select from custody_offers o
    where o.complaint_id = new.id and o.state = 'accepted' and o.answered_at = now()
      and (o.kind = 'hand-over' and o.from_office_id = old.owner_office_id and o.to_office_id = new.owner_office_id
        or o.kind = 'request' and o.to_office_id = old.owner_office_id and o.from_office_id = new.owner_office_id)) then
    raise exception 'complaint % changes hands only when the other office accepts', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger custody before update of owner_office_id on complaints for each row execute function custody_moves_by_acceptance();

-- Who else may read: since a referral was accepted, until it is revoked.
create table complaint_shares (
  id int generated always as identity primary key,
  complaint_id uuid not null references complaints,
  office_id int not null references offices,
  offer_id uuid references custody_offers,
  since timestamptz not null default now(),
  until timestamptz
);
create index on complaint_shares (office_id) where until is null;
create unique index one_open_share on complaint_shares (complaint_id, office_id) where until is null;

-- A receipt by its lookup value: the digits are nowhere.
create table complaint_receipts (
  lookup bytea primary key check (length(lookup) = 32),
  complaint_id uuid not null references complaints,
  -- Given by staff: the person changes it at the first use.
  must_change boolean not null default false,
  made_at timestamptz not null default now(),
  -- What the reporter has seen, so that a status with news can be told from one without.
  seen_event bigint not null default 0
);
create index on complaint_receipts (complaint_id);

-- A look at somebody's identity, with its motive.
create table identity_openings (
  id int generated always as identity primary key,
  complaint_id uuid not null references complaints,
  staff_id text not null references staff,
  office_id int not null references offices,
  motive text not null check (length(motive) between 10 and 500),
  at timestamptz not null default now()
);
create index on identity_openings (complaint_id);

-- Blind marks of phone, NIK, passport, account and name: equal ones meet across offices, none can be read back.
create table complaint_marks (
  complaint_id uuid not null references complaints,
  kind text not null check (kind in ('phone', 'nik', 'passport', 'account', 'name', 'birth')),
  -- Whose it is: the worker, the reporter, or whoever recruited.
  whose text not null check (whose in ('worker', 'reporter', 'recruiter')),
  mark bytea not null check (length(mark) = 12),
  primary key (complaint_id, kind, whose, mark)
);
create index on complaint_marks (kind, mark);

create table duplicate_verdicts (
  complaint_a uuid not null references complaints,
  complaint_b uuid not null references complaints,
  verdict text not null check (verdict in ('duplicate', 'not-duplicate')),
  decided_by text not null references staff,
  office_id int not null references offices,
  decided_at timestamptz not null default now(),
  primary key (complaint_a, complaint_b),
  check (complaint_a < complaint_b)
);

-- A step of handling: a clarification, a mediation, a recommendation of sanction.
create table complaint_steps (
  id int generated always as identity primary key,
  complaint_id uuid not null references complaints,
  step text not null check (step ~ '^[a-z][a-z0-9-]{1,40}$'),
  planned_on date,
  done_on date,
  made_by text not null references staff,
  office_id int not null references offices,
  made_at timestamptz not null default now(),
  entry_id uuid
);
create index on complaint_steps (complaint_id);

-- Clocks that run, and what has been said of them: each warning once.
create table complaint_clocks (
  complaint_id uuid not null references complaints,
  clock text not null,
  -- Which offer or step it belongs to; 0 for the case itself.
  part int not null default 0,
  warn_at timestamptz,
  due_at timestamptz,
  stopped_at timestamptz,
  warned_at timestamptz,
  breached_at timestamptz,
  primary key (complaint_id, clock, part)
);
create index on complaint_clocks (warn_at) where warned_at is null and stopped_at is null;
create index on complaint_clocks (due_at) where breached_at is null and stopped_at is null;

-- What a person of staff has to be told, each exactly once.
create table notices (
  id bigint generated always as identity primary key,
  office_id int not null references offices,
  staff_id text not null references staff,
  complaint_id uuid not null references complaints,
  kind text not null check (kind in ('warned', 'breached', 'offered', 'accepted', 'returned', 'answered', 'contested', 'expired')),
  about text not null,
  at timestamptz not null default now(),
  seen_at timestamptz,
  mailed_at timestamptz,
  unique (staff_id, complaint_id, kind, about)
);
create index on notices (staff_id) where seen_at is null;
create index on notices (id) where mailed_at is null;
create index on notices (about, kind);

create table complaint_letters (
  id int generated always as identity primary key,
  complaint_id uuid not null references complaints,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
  office_id int not null references offices,
  -- Numbered within office and year; versions of one letter share the number.
  year int not null,
  serial int not null,
  version int not null default 1,
  entry_id uuid not null,
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  unique (office_id, year, serial, version)
);
create index on complaint_letters (complaint_id);

create table complaint_screenings (
  id int generated always as identity primary key,
  complaint_id uuid not null references complaints,
  guidance_version int not null,
  child boolean not null,
  signed_by text references staff,
  signed_at timestamptz,
  made_by text not null references staff,
  office_id int not null references offices,
  made_at timestamptz not null default now(),
  version int not null default 1,
  entry_id uuid not null,
  check ((signed_by is null) = (signed_at is null))
);
create index on complaint_screenings (complaint_id);

-- What the asking office may see: what it holds, what is shared with it, what is offered to it. The content of the last is
-- sealed until it accepts.
create function held_complaints() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from complaints where owner_office_id = app_office() $$;
create function read_complaints() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select id from complaints where owner_office_id = app_office()
    union select complaint_id from complaint_shares where office_id = app_office() and until is null $$;
create function lent_complaints() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select complaint_id from complaint_shares where office_id = app_office() and until is null
    union select complaint_id from custody_offers
      where state = 'open' and kind in ('hand-over', 'referral') and to_office_id = app_office()
        -- Until the end of the transaction that answers, so that the answer itself can be written down.
        or answered_at = now() and app_office() in (from_office_id, to_office_id) $$;
create function seen_complaints() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select * from held_complaints() union select * from lent_complaints() $$;
create function receipt_complaint() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select complaint_id from complaint_receipts where lookup = app_receipt() $$;

-- The same of one case, for what belongs to it: an office may hold fifty thousand, which no row should wait for.
create function holds_complaint(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from complaints where id = $1 and owner_office_id = app_office()) $$;
create function reads_complaint(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select holds_complaint($1) or exists (
      select from complaint_shares where complaint_id = $1 and office_id = app_office() and until is null) $$;
create function sees_complaint(uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select reads_complaint($1) or exists (
      select from custody_offers where complaint_id = $1 and (
        state = 'open' and kind in ('hand-over', 'referral') and to_office_id = app_office()
        or answered_at = now() and app_office() in (from_office_id, to_office_id))) $$;

do $$
declare t text;
begin
  foreach t in array array['holidays', 'complaints', 'complaint_problems', 'complaint_events', 'custody_offers', 'complaint_shares',
    'complaint_receipts', 'identity_openings', 'complaint_marks', 'duplicate_verdicts', 'complaint_steps', 'complaint_clocks',
    'notices', 'complaint_letters', 'complaint_screenings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
  end loop;
  foreach t in array array['complaints', 'complaint_shares', 'custody_offers', 'complaint_receipts', 'complaint_marks', 'complaint_problems'] loop
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
  -- What belongs to a case is read by whoever may read the case, and written by whoever holds it or has it shared.
  foreach t in array array['complaint_problems', 'complaint_steps', 'complaint_letters', 'complaint_screenings', 'identity_openings'] loop
    if t <> 'complaint_problems' then
      execute format('create policy seen on %I for select to sinergi_web using (sees_complaint(complaint_id))', t);
    end if;
    execute format('create policy write on %I for insert to sinergi_web with check (reads_complaint(complaint_id))', t);
    execute format('grant select, insert on %I to sinergi_web', t);
  end loop;
end $$;

create policy seen on holidays for select to sinergi_web using (true);
grant select on holidays to sinergi_web;

-- The own ones by their index: a list of a hundred thousand must not be gathered to read a page of them.
create policy seen on complaints for select to sinergi_web
  using (owner_office_id = app_office() or id = any(array(select lent_complaints())));
create policy receipt on complaints for select to sinergi_web using (id = any(array(select receipt_complaint())));
create policy file on complaints for insert to sinergi_web
  with check (state = 'received' and (app_office() is null and channel = 'web' or owner_office_id = app_office()));
-- Whoever holds it changes it; and an accepted hand-over, or a request granted, changes who that is.
create policy hold on complaints for update to sinergi_web
  using (owner_office_id = app_office() or id in (
    select complaint_id from custody_offers
    where kind = 'hand-over' and to_office_id = app_office() and (state = 'open' or state = 'accepted' and answered_at = now())))
  with check (true);
create policy receipt_moves on complaints for update to sinergi_web
  using (id = any(array(select receipt_complaint()))) with check (id = any(array(select receipt_complaint())));
grant select, insert on complaints to sinergi_web;
grant update (owner_office_id, assignee_id, state, anonymous, stage, urgency, departs_on, procedural, origin_code, destination, sector,
  changed_at, version, ground, closed_at, merged_into, outside_numbers) on complaints to sinergi_web;

create policy triage on complaint_problems for delete to sinergi_web using (holds_complaint(complaint_id));
create policy file on complaint_problems for insert to sinergi_web with check (complaint_id = any(array(select receipt_complaint())));
create policy list on complaint_problems for select to sinergi_web
  using (exists (select from complaints c where c.id = complaint_id));
grant delete on complaint_problems to sinergi_web;
grant update (planned_on, done_on, entry_id) on complaint_steps to sinergi_web;
create policy edit on complaint_steps for update to sinergi_web using (holds_complaint(complaint_id));
grant update (signed_by, signed_at, version, entry_id, child) on complaint_screenings to sinergi_web;
create policy edit on complaint_screenings for update to sinergi_web
  using (holds_complaint(complaint_id) and signed_at is null);

-- Read by the page of a list as well: whoever sees the case sees them.
create policy seen on complaint_events for select to sinergi_web
  using (exists (select from complaints c where c.id = complaint_id));
create policy write on complaint_events for insert to sinergi_web with check (
  (by = 'officer' and staff_id = app_staff() and sees_complaint(complaint_id))
  or (by = 'reporter' and app_staff() is null and complaint_id = any(array(select receipt_complaint()))));
grant select, insert on complaint_events to sinergi_web;

create policy seen on custody_offers for select to sinergi_web
  using (from_office_id = app_office() or to_office_id = app_office() or reads_complaint(complaint_id));
create policy make on custody_offers for insert to sinergi_web with check (
  made_by = app_staff() and from_office_id = app_office()
  and (kind = 'request' or holds_complaint(complaint_id)));
-- The two sides answer; and whoever holds the case now ends what a former holder left on offer.
create policy answer on custody_offers for update to sinergi_web
  using (state = 'open' and (app_office() in (to_office_id, from_office_id) or holds_complaint(complaint_id)))
  with check (app_office() in (to_office_id, from_office_id) or holds_complaint(complaint_id));
grant select, insert on custody_offers to sinergi_web;
grant update (state, answered_by, answered_at, answer_reason) on custody_offers to sinergi_web;

create policy seen on complaint_shares for select to sinergi_web
  using (office_id = app_office() or holds_complaint(complaint_id));
create policy write on complaint_shares for insert to sinergi_web with check (
  holds_complaint(complaint_id) or office_id = app_office() and complaint_id in (
    select o.complaint_id from custody_offers o where o.to_office_id = app_office() and o.kind = 'referral'));
create policy revoke on complaint_shares for update to sinergi_web
  using (holds_complaint(complaint_id) or office_id = app_office());
grant select, insert on complaint_shares to sinergi_web;
grant update (until) on complaint_shares to sinergi_web;

create policy own on complaint_receipts to sinergi_web
  using (lookup = app_receipt() or complaint_id = any(array(select receipt_complaint())))
  with check (lookup = app_receipt() or complaint_id = any(array(select receipt_complaint())));
create policy holder on complaint_receipts for select to sinergi_web using (reads_complaint(complaint_id));
create policy given on complaint_receipts for insert to sinergi_web with check (holds_complaint(complaint_id));
grant select, insert, delete on complaint_receipts to sinergi_web;
grant update (must_change, seen_event) on complaint_receipts to sinergi_web;

create policy file on complaint_marks for insert to sinergi_web with check (
  complaint_id = any(array(select receipt_complaint())) or holds_complaint(complaint_id));
create policy seen on complaint_marks for select to sinergi_web using (reads_complaint(complaint_id));
create policy renew on complaint_marks for delete to sinergi_web using (holds_complaint(complaint_id));
grant select, insert, delete on complaint_marks to sinergi_web;

create policy seen on duplicate_verdicts for select to sinergi_web
  using (reads_complaint(complaint_a) or reads_complaint(complaint_b));
create policy decide on duplicate_verdicts for insert to sinergi_web with check (
  decided_by = app_staff() and office_id = app_office()
  and (reads_complaint(complaint_a) or reads_complaint(complaint_b)));
create policy revise on duplicate_verdicts for update to sinergi_web
  using (holds_complaint(complaint_a) or holds_complaint(complaint_b));
grant select, insert on duplicate_verdicts to sinergi_web;
grant update (verdict, decided_by, office_id, decided_at) on duplicate_verdicts to sinergi_web;

create policy seen on complaint_clocks for select to sinergi_web
  using (exists (select from complaints c where c.id = complaint_id));
create policy run on complaint_clocks for insert to sinergi_web with check (
  sees_complaint(complaint_id) or complaint_id = any(array(select receipt_complaint())));
create policy turn on complaint_clocks for update to sinergi_web using (
  sees_complaint(complaint_id) or complaint_id = any(array(select receipt_complaint())));
grant select, insert, update on complaint_clocks to sinergi_web;

create policy own on notices for select to sinergi_web using (staff_id = app_staff());
create policy see on notices for update to sinergi_web using (staff_id = app_staff());
grant select on notices to sinergi_web;
grant update (seen_at) on notices to sinergi_web;

-- A report with all that stands in the clear, in one trip and with the rights of whoever calls: every policy is asked for every
-- row. False when this receipt is there already: the caller then gives all of it up.
create function file_complaint(complaint jsonb, receipt bytea, handed_out boolean, problems text[], marks jsonb, happening jsonb,
  clocks jsonb) returns boolean language plpgsql as $$
declare
  c complaints := jsonb_populate_record(null::complaints, complaint);
  came timestamptz := happening ->> 'at';
begin
  insert into complaints (id, owner_office_id, channel, reporter_role, anonymous, stage, urgency, departs_on, origin_code, destination,
      routed_by, workflow_version, received_at, changed_at, sample)
    values (c.id, c.owner_office_id, c.channel, c.reporter_role, c.anonymous, c.stage, c.urgency, c.departs_on, c.origin_code,
      c.destination, c.routed_by, c.workflow_version, coalesce(came, now()), coalesce(came, now()), came is not null);
  insert into complaint_receipts (lookup, complaint_id, must_change) values (receipt, c.id, handed_out) on conflict do nothing;
  if not found then return false; end if;
  insert into complaint_problems select distinct c.id, unnest(problems);
  insert into complaint_marks
    select distinct c.id, m.kind, m.whose, m.mark from jsonb_to_recordset(marks) as m (kind text, whose text, mark bytea);
  insert into complaint_events (complaint_id, by, staff_id, office_id, deed, to_state, detail, at)
    values (c.id, happening ->> 'by', happening ->> 'staff_id', c.owner_office_id, 'filed', 'received', happening -> 'detail', coalesce(came, now()));
  insert into complaint_clocks (complaint_id, clock, warn_at, due_at)
    select c.id, k.clock, k.warn_at, k.due_at from jsonb_to_recordset(clocks) as k (clock text, warn_at timestamptz, due_at timestamptz);
  return true;
end $$;

grant create on schema public to sinergi_sight;
alter function held_complaints() owner to sinergi_sight;
alter function read_complaints() owner to sinergi_sight;
alter function lent_complaints() owner to sinergi_sight;
alter function seen_complaints() owner to sinergi_sight;
alter function holds_complaint(uuid) owner to sinergi_sight;
alter function reads_complaint(uuid) owner to sinergi_sight;
alter function sees_complaint(uuid) owner to sinergi_sight;
alter function receipt_complaint() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
