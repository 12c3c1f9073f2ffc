-- Names and places of those who came to a session lie in the vault, sealed to the offices that held it. In the clear stay the figures,
-- and onto which list of the vault the name went; nothing there: no name was kept, or it is gone.
alter table activity_attendance add column list text;

-- No name in the clear from here on. What older programs wrote, the house seals as soon as it runs.
revoke insert on activity_attendance from sinergi_web;
grant insert (form_id, activity_id, list, sex, audience, written_by, written_at, taken_at) on activity_attendance to sinergi_web;

-- Struck out, or old enough: the sealed name goes with the row that pointed to it, whoever takes that away.
create function forget_attendance_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from vault_entries e where e.record_kind = 'attendance' and e.record_id = old.list and e.id = old.form_id;
  return null;
end $$;
create trigger forget_struck after delete on activity_attendance
  for each row when (old.list is not null) execute function forget_attendance_name();
create trigger forget_old after update of list on activity_attendance
  for each row when (old.list is not null and new.list is null) execute function forget_attendance_name();
create policy forget on vault_entries for delete to sinergi_sight using (record_kind = 'attendance');
grant delete on vault_entries to sinergi_sight;

grant create on schema public to sinergi_sight;
alter function forget_attendance_name() owner to sinergi_sight;
revoke create on schema public from sinergi_sight;
