-- Who reads what, narrowed: a withdrawn article is nobody's to read, and counts of a district belong to that district.

grant create on schema public to sinergi_sight;
-- What belongs to a role is changed as that role; the owner of the house may become it.
set local role sinergi_sight;

-- A withdrawn article leaves the public with its address, its office, the day and the reason: not its title, which may be what was wrong.
create or replace function public_articles() returns setof int language sql stable security definer set search_path = public, pg_temp
  as $$ select v.article_id from article_versions v join articles a on a.id = v.article_id
    where v.state = 'released' and a.withdrawn_at is null $$;
create function withdrawn_notice(address text) returns table (office text, at timestamptz, why text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select o.name, a.withdrawn_at, a.withdrawn_why from articles a join offices o on o.id = a.office_id
    where a.slug = address and a.withdrawn_at is not null
      and exists (select from article_versions v where v.article_id = a.id and v.state = 'released') $$;
-- As in the views of insight: an office finds its own districts by name, the rest as one sum, and nobody finds nothing.
create or replace view published_returnees with (security_barrier = true) as
  with counted as (
    select case when left(origin_code, 5) like any ((select seen_areas())::text[]) then left(origin_code, 5) end as district,
      date_trunc('month', registered_at at time zone 'Asia/Makassar')::date as month, destination, needs
    from returnees where state = 'active' and (select seen_areas()) is not null)
  select district, month, 'all' as about, null as code, count(*)::int as returnees from counted group by 1, 2
  union all select district, month, 'destination', destination, count(*)::int from counted group by 1, 2, 4
  union all select district, month, 'need', need, count(*)::int from counted, unnest(needs) as need group by 1, 2, 4;

create or replace view published_returnee_programmes with (security_barrier = true) as
  select case when left(r.origin_code, 5) like any ((select seen_areas())::text[]) then left(r.origin_code, 5) end as district,
    date_trunc('month', p.starts_on)::date as month, p.kind, count(*)::int as invited,
    count(*) filter (where i.state = 'attended')::int as attended,
    sum(f.due_3)::int as due_3, sum(f.active_3)::int as active_3, sum(f.due_6)::int as due_6, sum(f.active_6)::int as active_6,
    sum(f.due_12)::int as due_12, sum(f.active_12)::int as active_12, sum(f.unreached)::int as unreached
  from programme_invitations i join returnee_programmes p on p.id = i.programme_id join returnees r on r.id = i.returnee_id
  cross join lateral (
    select count(*) filter (where u.month = 3) as due_3, count(*) filter (where u.month = 3 and u.outcome = 'active') as active_3,
      count(*) filter (where u.month = 6) as due_6, count(*) filter (where u.month = 6 and u.outcome = 'active') as active_6,
      count(*) filter (where u.month = 12) as due_12, count(*) filter (where u.month = 12 and u.outcome = 'active') as active_12,
      -- At the last day on which the person was to be asked.
      (count(*) filter (where u.month = (select max(l.month) from returnee_follow_ups l where l.start_id = i.id
        and l.due_on <= (now() at time zone 'Asia/Makassar')::date)
        and coalesce(u.outcome, 'unreachable') = 'unreachable')) as unreached
    from returnee_follow_ups u
    where u.start_id = i.id and u.due_on <= (now() at time zone 'Asia/Makassar')::date) f
  where (select seen_areas()) is not null
  group by 1, 2, 3;

create or replace view published_follow_ups with (security_barrier = true) as
  select office_id, state, to_char(due_on, 'YYYY-MM') as month, count(*)::int as count,
    (count(*) filter (where state = 'open' and due_on < (now() at time zone 'Asia/Makassar')::date))::int as overdue
  from follow_ups where (select seen_areas()) is not null group by 1, 2, 3;

reset role;
revoke create on schema public from sinergi_sight;

drop policy published on article_versions;
create policy published on article_versions for select to sinergi_web
  using (state = 'released' and article_id = any(array(select public_articles())));
-- Reads of an article that is no longer there tell nobody anything.
drop policy counted on article_hours;
create policy counted on article_hours for select to sinergi_web
  using (article_id = any(array(select public_articles())) or article_id = any(array(select desk_articles())));
