-- A working copy knows the version it began from, so that two people's changes meet instead of the later one burying the earlier.
alter table guidance add column based_on int references guidance;
create unique index one_open_per_author on guidance (kind, author_id) where state <> 'released';

-- What a colleague decides on is what they saw: body, author and base never change in the same breath as a decision.
create or replace function keep_released_guidance() returns trigger language plpgsql as $$
begin
  if old.state = 'released' then
    raise exception 'guidance % is released and never changes; write the next version', old.id using errcode = 'check_violation';
  end if;
  if new.state = 'released' and (old.state <> 'submitted' or new.body <> old.body) then
    raise exception 'guidance % is released as it was submitted, or not at all', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function guidance_office() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from offices where id = app_office() and kind in ('ministry', 'bp3mi', 'province')) $$;
-- Who wrote and who released, by name: colleagues of other offices are otherwise not seen.
create function guidance_people() returns table (id text, name text, office text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.id, s.name, o.short_name from staff s join offices o on o.id = s.office_id
    where app_staff() is not null
      and s.id in (select author_id from guidance union select decided_by from guidance) $$;

drop policy write on guidance;
drop policy decide on guidance;
create policy write on guidance for insert to sinergi_web
  with check (author_id = app_staff() and state = 'draft' and decided_by is null and guidance_office());
create policy rewrite on guidance for update to sinergi_web
  using (author_id = app_staff() and state in ('draft', 'returned') and guidance_office())
  with check (author_id = app_staff() and state in ('draft', 'submitted') and decided_by is null);
create policy decide on guidance for update to sinergi_web
  using (author_id <> app_staff() and state = 'submitted' and guidance_office())
  with check (state in ('released', 'returned') and decided_by = app_staff());
create policy sight on guidance for select to sinergi_sight using (true);
revoke update on guidance from sinergi_web;
grant update (number, state, body, change_note, based_on, written_at, decided_by, decided_at, decision_note) on guidance to sinergi_web;
grant select on guidance to sinergi_sight;
create policy guidance_sight on staff for select to sinergi_sight using (true);
grant select (id, name, office_id) on staff to sinergi_sight;

grant create on schema public to sinergi_sight;
alter function guidance_office() owner to sinergi_sight;
alter function guidance_people() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
