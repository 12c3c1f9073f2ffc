-- Whether this office sees one case is asked of that case. The list of all that it sees grows with the years: at 100,000 cases the page of
-- one took 370 ms, nearly all of it for three such lists (promise S7: 100 ms).

grant create on schema public to sinergi_sight;
set local role sinergi_sight;
create or replace function duplicates_of(complaint uuid) returns table (
  other uuid, number int, year int, owner_office_id int, owner text, visible boolean, merged_into uuid, score int, reasons text[],
  verdict text, decided_at timestamptz, decided_office text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, c.owner_office_id, o.name, sees_complaint(c.id),
      case when sees_complaint(c.id) then c.merged_into end,
      d.score, coalesce(d.reasons, '{}'), v.verdict, v.decided_at, w.name
    from (
      select case when complaint_a = complaint then complaint_b else complaint_a end as other, k.score, k.reasons
      from duplicate_candidates k where complaint in (k.complaint_a, k.complaint_b)) d
    join complaints c on c.id = d.other
    join offices o on o.id = c.owner_office_id
    left join duplicate_verdicts v on v.complaint_a = least(complaint, c.id) and v.complaint_b = greatest(complaint, c.id)
    left join offices w on w.id = v.office_id
    where reads_complaint(complaint)
    order by d.score desc, c.number $$;

create or replace function was_compared(complaint uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select reads_complaint(complaint) and exists (select from duplicate_checks where complaint_id = complaint) $$;

create or replace function same_recruiter(complaint uuid) returns table (other uuid, number int, year int, owner text, visible boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, o.name, sees_complaint(c.id)
    from complaints c join offices o on o.id = c.owner_office_id
    where reads_complaint(complaint) and c.id <> complaint and c.id in (
      select theirs.complaint_id from complaint_marks mine join complaint_marks theirs
        on theirs.kind = mine.kind and theirs.mark = mine.mark and theirs.whose = 'recruiter'
      where mine.complaint_id = complaint and mine.whose = 'recruiter' and mine.kind = 'phone')
    order by c.number desc limit 50 $$;
create or replace function asked_for(request uuid) returns table (number int, year int, office text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, o.name from share_requests r join complaints c on c.id = r.for_complaint_id
    join offices o on o.id = r.from_office_id
    where r.id = request and (r.from_office_id = app_office() or holds_complaint(r.complaint_id)) $$;

create or replace function cases_like_arrival(person uuid) returns table (
  other uuid, number int, year int, owner text, visible boolean, kind text, whose text, equal int, spread int,
  region text, destination text, counts jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
    with equals as materialized (
      select o.complaint_id as other, o.kind, o.whose, o.mark, (count(*) over (partition by o.kind, o.mark))::int as spread
      from arrival_marks m join complaint_marks o on o.kind = m.kind and o.mark = m.mark and o.whose in ('worker', 'reporter')
      where m.person_id = person and holds_arrival_person(person))
    select c.id, c.number, extract(year from c.received_at at time zone 'Asia/Makassar')::int, w.name, reads_complaint(c.id),
      e.kind, e.whose, count(*)::int, min(e.spread), left(c.origin_code, 5), c.destination,
      (select jsonb_object_agg(g.kind || ' ' || g.whose, g.n) from (
        select k.kind, k.whose, count(*)::int as n from complaint_marks k where k.complaint_id = c.id group by k.kind, k.whose) g)
    from equals e join complaints c on c.id = e.other join offices w on w.id = c.owner_office_id
    where c.state <> 'merged' and e.other in (select x.other from equals x where x.spread <= 300)
    group by c.id, w.name, e.kind, e.whose $$;

reset role;
revoke create on schema public from sinergi_sight;

drop policy seen on share_requests;
drop policy ask on share_requests;
drop policy answer on share_requests;
create policy seen on share_requests for select to sinergi_web
  using (from_office_id = app_office() or holds_complaint(complaint_id));
create policy ask on share_requests for insert to sinergi_web with check (
  from_office_id = app_office() and made_by = app_staff() and state = 'open'
  and holds_complaint(for_complaint_id)
  and complaint_id in (select d.other from duplicates_of(for_complaint_id) d where d.owner_office_id <> app_office()));
create policy answer on share_requests for update to sinergi_web
  using (state = 'open' and holds_complaint(complaint_id)) with check (answered_by = app_staff());

drop policy decide on duplicate_verdicts;
create policy decide on duplicate_verdicts for insert to sinergi_web with check (
  decided_by = app_staff() and office_id = app_office()
  and (holds_complaint(complaint_a) or holds_complaint(complaint_b)));

drop policy write on complaint_screenings;
drop policy edit on complaint_screenings;
create policy write on complaint_screenings for insert to sinergi_web with check (
  made_by = app_staff() and office_id = app_office() and signed_at is null
  and holds_complaint(complaint_id));
create policy edit on complaint_screenings for update to sinergi_web
  using (holds_complaint(complaint_id) and signed_at is null)
  with check (holds_complaint(complaint_id) and (signed_by is null or signed_by = app_staff()));

drop policy write on complaint_letters;
create policy write on complaint_letters for insert to sinergi_web with check (
  made_by = app_staff() and office_id = app_office() and reads_complaint(complaint_id));
