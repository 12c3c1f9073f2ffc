-- Duplicates. Equal marks are compared by the house; an office learns of a case it may not see that it resembles its own, its
-- number, who holds it and why. Nothing else, and never a mark.

alter table complaint_marks drop constraint complaint_marks_kind_check;
alter table complaint_marks add check (kind ~ '^[a-z][a-z-]{1,30}$');
create index on complaint_marks (complaint_id);

-- Which cases were compared, and by which version of the matchers. Gone when marks or facts change: then compared again.
create table duplicate_checks (
  complaint_id uuid primary key references complaints,
  matchers_version int not null,
  at timestamptz not null default now()
);

-- Pairs that may be the same matter. Written by the house only.
create table duplicate_candidates (
  complaint_a uuid not null references complaints,
  complaint_b uuid not null references complaints,
  score int not null,
  reasons text[] not null,
  matchers_version int not null,
  found_at timestamptz not null default now(),
  primary key (complaint_a, complaint_b),
  check (complaint_a < complaint_b)
);
create index on duplicate_candidates (complaint_b);

-- An office asks whoever holds a resembling case to share it. The holder answers with a referral, or says no.
create table share_requests (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references complaints,
  for_complaint_id uuid not null references complaints,
  from_office_id int not null references offices,
  state text not null default 'open' check (state in ('open', 'shared', 'declined')),
  made_by text not null references staff,
  made_at timestamptz not null default now(),
  answered_by text references staff,
  answered_at timestamptz,
  check (complaint_id <> for_complaint_id),
  check ((state = 'open') = (answered_at is null))
);
create unique index one_open_request on share_requests (complaint_id, from_office_id) where state = 'open';
create index on share_requests (for_complaint_id);

-- A case merged into another goes wherever that one goes: its offer is answered by the answer to the other's.
alter table custody_offers add with_offer uuid references custody_offers;
create index on custody_offers (with_offer) where with_offer is not null;

do $$
declare t text;
begin
  foreach t in array array['duplicate_checks', 'duplicate_candidates', 'share_requests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy work on %I to sinergi_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to sinergi_jobs', t);
    execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    execute format('grant select on %I to sinergi_sight', t);
  end loop;
  foreach t in array array['duplicate_verdicts', 'complaint_events', 'offices'] loop
    execute format('grant select on %I to sinergi_sight', t);
    if not exists (select from pg_policies where tablename = t and 'sinergi_sight' = any(roles)) then
      execute format('create policy sight on %I for select to sinergi_sight using (true)', t);
    end if;
  end loop;
end $$;

create policy forget on duplicate_checks for delete to sinergi_sight using (true);
grant delete on duplicate_checks to sinergi_sight;

create function compare_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'complaint_marks' then
    delete from duplicate_checks where complaint_id in (select complaint_id from changed);
  else
    delete from duplicate_checks where complaint_id = new.id;
  end if;
  return null;
end $$;
create trigger marked after insert on complaint_marks referencing new table as changed for each statement execute function compare_again();
create trigger unmarked after delete on complaint_marks referencing old table as changed for each statement execute function compare_again();
create trigger corrected after update of origin_code, destination, departs_on, stage on complaints
  for each row execute function compare_again();

-- What may be the same as a case one may read: the other's number, who holds it and why; nothing of its content. A verdict
-- of either office stands beside it.
create function duplicates_of(complaint uuid) returns table (
  other uuid, number int, year int, owner_office_id int, owner text, visible boolean, merged_into uuid, score int, reasons text[],
  verdict text, decided_at timestamptz, decided_office text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, c.owner_office_id, o.name, c.id in (select seen_complaints()),
      case when c.id in (select seen_complaints()) then c.merged_into end,
      d.score, coalesce(d.reasons, '{}'), v.verdict, v.decided_at, w.name
    from (
      select case when complaint_a = complaint then complaint_b else complaint_a end as other, k.score, k.reasons
      from duplicate_candidates k where complaint in (k.complaint_a, k.complaint_b)) d
    join complaints c on c.id = d.other
    join offices o on o.id = c.owner_office_id
    left join duplicate_verdicts v on v.complaint_a = least(complaint, c.id) and v.complaint_b = greatest(complaint, c.id)
    left join offices w on w.id = v.office_id
    where complaint in (select read_complaints())
    order by d.score desc, c.number $$;

create function was_compared(complaint uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select complaint in (select read_complaints()) and exists (select from duplicate_checks where complaint_id = complaint) $$;

-- Cases in which the same recruiter is named by the same telephone number. Another matter, the same hand.
create function same_recruiter(complaint uuid) returns table (other uuid, number int, year int, owner text, visible boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, o.name, c.id in (select seen_complaints())
    from complaints c join offices o on o.id = c.owner_office_id
    where complaint in (select read_complaints()) and c.id <> complaint and c.id in (
      select theirs.complaint_id from complaint_marks mine join complaint_marks theirs
        on theirs.kind = mine.kind and theirs.mark = mine.mark and theirs.whose = 'recruiter'
      where mine.complaint_id = complaint and mine.whose = 'recruiter' and mine.kind = 'phone')
    order by c.number desc limit 50 $$;

-- The case that goes on in place of a merged one.
create function surviving(complaint uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  with recursive way as (
    select id, merged_into from complaints where id = complaint
    union select c.id, c.merged_into from complaints c join way on c.id = way.merged_into)
  select id from way where merged_into is null $$;

-- What the receipt of a merged report tells of the case that goes on: where it stands, never a word or a name out of it.
create function surviving_status() returns table (state text, owner text, ground text, since timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.state, o.name, c.ground, coalesce(
      (select max(e.at) from complaint_events e where e.complaint_id = c.id and e.to_state is not null), c.received_at)
    from complaint_receipts r join complaints own on own.id = r.complaint_id
    join complaints c on c.id = surviving(own.id) join offices o on o.id = c.owner_office_id
    where r.lookup = app_receipt() and own.state = 'merged' $$;

-- Says in the history of the case that goes on that the reporter of a merged one wrote; the words lie in the merged one.
create policy tell on complaint_events for insert to sinergi_sight with check (by = 'reporter' and deed = 'merged-wrote');
grant insert on complaint_events to sinergi_sight;
create function tell_surviving() returns void language sql security definer set search_path = public, pg_temp as $$
    insert into complaint_events (complaint_id, by, office_id, deed, detail)
    select c.id, 'reporter', c.owner_office_id, 'merged-wrote', jsonb_build_object('number', own.number)
    from complaint_receipts r join complaints own on own.id = r.complaint_id join complaints c on c.id = surviving(own.id)
    where r.lookup = app_receipt() and own.state = 'merged' $$;

create policy seen on share_requests for select to sinergi_web
  using (from_office_id = app_office() or complaint_id = any(array(select held_complaints())));
create policy ask on share_requests for insert to sinergi_web with check (
  from_office_id = app_office() and made_by = app_staff() and state = 'open'
  and for_complaint_id = any(array(select held_complaints()))
  and complaint_id in (select d.other from duplicates_of(for_complaint_id) d where d.owner_office_id <> app_office()));
create policy answer on share_requests for update to sinergi_web
  using (state = 'open' and complaint_id = any(array(select held_complaints()))) with check (answered_by = app_staff());
grant select, insert on share_requests to sinergi_web;
grant update (state, answered_by, answered_at) on share_requests to sinergi_web;

-- The number of the case for which is asked, for the one who is asked.
create function asked_for(request uuid) returns table (number int, year int, office text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, o.name from share_requests r join complaints c on c.id = r.for_complaint_id
    join offices o on o.id = r.from_office_id
    where r.id = request and (r.from_office_id = app_office() or r.complaint_id in (select held_complaints())) $$;

-- A verdict is about a pair that was found, from the side of an office that holds one of the two.
drop policy decide on duplicate_verdicts;
create policy decide on duplicate_verdicts for insert to sinergi_web with check (
  decided_by = app_staff() and office_id = app_office()
  and (complaint_a = any(array(select held_complaints())) or complaint_b = any(array(select held_complaints()))));

-- A merged case may not stand open to changes of custody of its own, nor be the goal of another merge.
create function merges_into_a_living_case() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and new.merged_into is distinct from old.merged_into and not exists (
    select from complaints c where c.id = new.merged_into and c.owner_office_id = new.owner_office_id
      and c.state in ('received', 'accepted', 'waiting')) then
    raise exception 'complaint % merges only into an open case of the same office', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger merging before update of merged_into on complaints for each row execute function merges_into_a_living_case();

grant create on schema public to sinergi_sight;
alter function compare_again() owner to sinergi_sight;
alter function duplicates_of(uuid) owner to sinergi_sight;
alter function was_compared(uuid) owner to sinergi_sight;
alter function same_recruiter(uuid) owner to sinergi_sight;
alter function surviving(uuid) owner to sinergi_sight;
alter function surviving_status() owner to sinergi_sight;
alter function tell_surviving() owner to sinergi_sight;
alter function asked_for(uuid) owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
-- Only where it is needed: it follows merges whoever asks.
revoke execute on function surviving(uuid) from public;
grant execute on function surviving(uuid) to sinergi_sight, sinergi_jobs;
