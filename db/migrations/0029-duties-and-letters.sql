-- One rule for every count, as in the pages of a campaign: what was proven counts, and so does what is neither excused nor
-- stopped. So nothing is said to be told that was not due.
grant create on schema public to sinergi_sight;
set local role sinergi_sight;
create or replace view published_duties with (security_barrier = true) as
  select case when o.district like any ((select seen_areas())::text[]) then o.district end as district,
    to_char(d.due_at at time zone 'Asia/Makassar', 'YYYY-MM') as month,
    (count(*))::int as due,
    (count(*) filter (where d.state in ('declared', 'attached', 'accepted')))::int as told,
    (count(*) filter (where d.state = 'accepted'))::int as proven
  from duties d left join office_districts o on o.office_id = d.office_id
  where (select seen_areas()) is not null and (d.state = 'accepted' or d.state <> 'excused' and d.stopped_at is null)
  group by 1, 2;
reset role;
revoke create on schema public from sinergi_sight;

-- The language in which the house writes to a person.
alter table reminder_settings add column language text not null default 'id' check (language in ('id', 'en'));
